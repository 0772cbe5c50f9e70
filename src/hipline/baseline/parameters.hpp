#pragma once

namespace hipline::baseline {

/// The numbers a baseline is built with. Each is one entry of content/parameters/baseline.yaml, with its source there;
/// none has a value of its own here.
struct Parameters {
  int weeks_looked_at = 0;             ///< weeks before today whose habits count
  int runs_needed = 0;                 ///< fewer runs than this in those weeks: little known
  double week_3_share = 0;             ///< of the peak week, 21-15 days before the race
  double week_2_share = 0;             ///< of the peak week, 14-8 days before
  double week_1_share = 0;             ///< of the peak week, 7-1 days before
  double week_2_long_minutes = 0;      ///< longest run 14-8 days before the race
  double week_1_run_minutes = 0;       ///< longest run 7-1 days before
  double day_before_race_minutes = 0;  ///< longest run on the day before
  int quality_days_before_race = 0;    ///< no speed closer to the race than this
  double quality_pace_share = 0;       ///< a run at this share of the median seconds per km, or less, counts as fast
  double quality_effort = 0;       ///< and so does one at this session RPE or more, unless it was the week's longest
  int quality_weeks_needed = 0;    ///< weeks with a fast run before one is planned
  double hilly_metres_per_km = 0;  ///< usual ascent from which runs count as hilly
  double cautious_minutes = 0;     ///< of a run where little is known
  int cautious_days_per_week = 0;
  int rest_days_after_race = 0;   ///< without running
  double minutes_after_race = 0;  ///< of the easy runs that follow
  int days_after_race = 0;        ///< how far the baseline goes on
  int days_without_race = 0;      ///< how far it goes where there is no race
};

}  // namespace hipline::baseline
