#pragma once

#include <optional>

#include "hipline/plan/draft.hpp"

namespace hipline::plan {

/// What is known of a day before its rules are asked.
struct DayOutlook {
  LocalDay day;
  baseline::Session planned;  ///< at the step of the day
  double step = 1.0;
  bool held_back = false;
  bool counts_on_settling = false;  ///< earlier planned runs have to settle for it
};

/// Today's facts with those of the plan that are the same on every planned day.
rules::Facts ground_of(const Draft& draft);

/// The named facts of one planned day (docs/facts.md, "Plan"): those of the day on top of the draft's ground.
rules::Facts facts_of_day(const Draft& draft, const DayOutlook& outlook);

/// The longest run of the 30 days before `day`, the plan's own earlier days among them; nothing where none is known.
std::optional<Metres> longest_before(const Draft& draft, LocalDay day);

}  // namespace hipline::plan
