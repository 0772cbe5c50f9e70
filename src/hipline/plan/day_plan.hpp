#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"
#include "hipline/baseline/session.hpp"
#include "hipline/circuit/prescription.hpp"

namespace hipline::plan {

/// A reason for something in a day: the rule, and the sentence that says it.
struct Reason {
  std::string rule;
  std::string text;
};

/// One day of the plan. Distance 0 with a duration: the run is given in minutes, because no distance is known.
struct DayPlan {
  LocalDay day;
  std::optional<int> days_to_race;  ///< negative after the race; nothing without a race
  baseline::Session baseline;
  baseline::SessionKind kind = baseline::SessionKind::rest;
  Metres distance;
  Seconds duration;
  bool flat = false;
  bool easy_only = false;
  double step = 1.0;    ///< share of the baseline's distance that the hip is planned to allow
  int run_minutes = 0;  ///< walk-break pattern; 0: none
  int walk_minutes = 0;
  circuit::Prescription circuit;  ///< `any` false: none on this day
  bool mobility = false;
  std::vector<Reason> reasons;  ///< never empty
};

/// An aim that could not be met, and what prevented it.
struct UnmetAim {
  std::string rule;
  LocalDay day;              ///< first day of the stretch it speaks of
  std::string what;          ///< the word of the rule's outcome: week_share_max, hip_days_min, keep_frequency …
  double wanted = 0;         ///< the rule's number; 0 where it has none
  double got = 0;            ///< the plan's number
  std::string prevented_by;  ///< a rule id, or own_plan, days_gone, little_known, habits, steps
};

/// One week in outline, for races further away than the detailed days.
struct WeekOutline {
  LocalDay first_day;
  Metres distance;
  Metres longest;
};

/// Every day from today to the race and the days after.
struct Plan {
  std::vector<Reason> withheld;  ///< why there is no plan; empty where there is one
  baseline::Origin origin = baseline::Origin::little_known;
  std::vector<DayPlan> days;
  std::vector<WeekOutline> outline;
  std::vector<UnmetAim> unmet;
  double race_to_longest = 0;  ///< race distance over the longest run of 30 days; 0 where unknown
  std::vector<std::string> notes;
};

}  // namespace hipline::plan
