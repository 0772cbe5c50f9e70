#pragma once

#include <array>
#include <optional>
#include <vector>

#include "hipline/base/quantity.hpp"
#include "hipline/baseline/parameters.hpp"
#include "hipline/model/history.hpp"

namespace hipline::baseline {

/// What the last weeks of running show. Days before today only.
struct Habits {
  int runs = 0;                    ///< in the weeks looked at
  Metres peak_week;                ///< the largest of those weeks
  Metres usual_week;               ///< median of the weeks with running
  Metres usual_easy;               ///< median distance of runs that were neither long nor fast; 0 where there were none
  Metres usual_long;               ///< median of the weeks' longest runs
  Metres longest;                  ///< of all weeks looked at
  double long_share = 0;           ///< of a week's distance that its longest run makes, median
  std::array<bool, 7> run_days{};  ///< 0 = Monday
  int long_weekday = 6;
  std::optional<int> quality_weekday;  ///< where the runs show speed
  std::optional<Seconds> pace_per_km;  ///< median of runs that were not fast
  bool hilly = false;
};

/// Reads the runner's habits off the runs of the last weeks, within the weekdays the runner has free.
Habits habits_of(const model::History& history, const Parameters& parameters);

/// The middle value, or the mean of the two middle ones; 0 of none.
double median(std::vector<double> values);

}  // namespace hipline::baseline
