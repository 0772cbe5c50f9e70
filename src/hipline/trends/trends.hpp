#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"
#include "hipline/circuit/exercise.hpp"
#include "hipline/model/history.hpp"

namespace hipline::trends {

/// One day as it went. Empty is unknown, never 0.
struct Day {
  LocalDay day;
  Metres distance;  ///< running; 0 where no file tells of any
  int runs = 0;
  std::optional<double> load;             ///< effort times minutes
  std::optional<Metres> longest_30_days;  ///< of the days before it
  std::optional<Metres> limit;            ///< how far one run may go by that
  std::optional<Metres> last_30_days;     ///< all running of the 30 days that end with it
  std::optional<int> pain_in_run;         ///< the worst of the day's runs
  std::optional<int> pain_morning;
  std::optional<int> pain_later;  ///< at another moment, the latest of the day
};

/// A hold or work by time as it was done on one day.
struct Hold {
  LocalDay day;
  std::optional<Seconds> left;
  std::optional<Seconds> right;
};

/// One exercise's holds, oldest first.
struct Holds {
  std::string exercise;
  std::vector<Hold> points;
  std::optional<Seconds> best_left;
  std::optional<Seconds> best_right;
};

/// A direction, and the exercises of the last week's circuits that trained it.
struct Trained {
  circuit::Direction direction = circuit::Direction::flexion;
  std::vector<std::string> exercises;
};

/// Everything from a first to a last day, no gaps.
struct Trends {
  std::vector<Day> days;
  std::vector<Holds> holds;      ///< the exercise held most often first
  LocalDay week_from;            ///< of `trained`
  std::vector<Trained> trained;  ///< every direction of a whole week
  std::optional<double> load_last_7_days;
  std::optional<double> load_before;  ///< of the seven days before those
};

/// What the `days` days that end with the history's day looked like. `spike_max`: how far one run may go, as a multiple
/// of the longest of the 30 days before; the limit of a rule.
Trends make_trends(const model::History& history, int days, const circuit::Library& library,
                   std::optional<double> spike_max);

}  // namespace hipline::trends
