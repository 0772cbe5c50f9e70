#include <cmath>
#include <string>

#include "hipline/plan/plan.hpp"

namespace hipline::plan {

baseline::Parameters baseline_parameters(const rules::Parameters& parameters) {
  const auto number = [&](const char* name) { return parameters.value(std::string("baseline.") + name); };
  const auto whole = [&](const char* name) { return static_cast<int>(std::lround(number(name))); };
  return {.weeks_looked_at = whole("weeks_looked_at"),
          .runs_needed = whole("runs_needed"),
          .week_3_share = number("week_3_share"),
          .week_2_share = number("week_2_share"),
          .week_1_share = number("week_1_share"),
          .week_2_long_minutes = number("week_2_long_minutes"),
          .week_1_run_minutes = number("week_1_run_minutes"),
          .day_before_race_minutes = number("day_before_race_minutes"),
          .quality_days_before_race = whole("quality_days_before_race"),
          .quality_pace_share = number("quality_pace_share"),
          .quality_effort = number("quality_effort"),
          .quality_weeks_needed = whole("quality_weeks_needed"),
          .hilly_metres_per_km = number("hilly_metres_per_km"),
          .cautious_minutes = number("cautious_minutes"),
          .cautious_days_per_week = whole("cautious_days_per_week"),
          .rest_days_after_race = whole("rest_days_after_race"),
          .minutes_after_race = number("minutes_after_race"),
          .days_after_race = whole("days_after_race"),
          .days_without_race = whole("days_without_race")};
}

}  // namespace hipline::plan
