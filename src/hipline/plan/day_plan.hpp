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

/// What was already run on a day; distance 0 where no file knows it.
struct DoneRun {
  Metres distance;
  Seconds duration;
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
  std::optional<DoneRun> done;       ///< the running of a day that already holds some
  std::vector<std::string> held_by;  ///< ids of the rules that took something from the day's run
  std::vector<Reason> reasons;       ///< never empty

  /// Whether a week of the page begins here: weeks are counted from the race, without one from Monday.
  [[nodiscard]] bool begins_week() const {
    if (!days_to_race) return day.weekday() == 0;
    return *days_to_race > 0 ? *days_to_race % 7 == 0 : *days_to_race < 0 && (-*days_to_race - 1) % 7 == 0;
  }
  /// What the day adds to its week: what was run, else what is planned.
  [[nodiscard]] Metres running() const { return done ? done->distance : distance; }
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
  LocalDay week_from;     ///< first day of the week that today lies in, counted back from the race where there is one
  Metres done_this_week;  ///< run since then, today not among it
  std::vector<WeekOutline> outline;
  std::vector<UnmetAim> unmet;
  double race_to_longest = 0;  ///< race distance over the longest run of 30 days; 0 where unknown
};

}  // namespace hipline::plan
