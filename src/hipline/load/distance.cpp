#include "hipline/load/distance.hpp"

#include <algorithm>

namespace hipline::load {

std::optional<Metres> longest_run(std::span<const model::Run> runs, LocalDay day, int days) {
  std::optional<Metres> longest;
  for (const model::Run& run : runs) {
    if (!model::is_run(run.sport) || !run.distance) continue;
    if (run.day >= day || run.day < day - days) continue;
    longest = longest ? std::max(*longest, *run.distance) : *run.distance;
  }
  return longest;
}

Distance distance_between(std::span<const model::Run> runs, LocalDay first_day, LocalDay last_day) {
  Distance sum;
  for (const model::Run& run : runs) {
    if (!model::is_run(run.sport) || run.day < first_day || run.day > last_day) continue;
    ++sum.runs;
    if (run.distance) {
      sum.known += *run.distance;
    } else {
      ++sum.without_distance;
    }
  }
  return sum;
}

Distance weekly_distance(std::span<const model::Run> runs, LocalDay first_day) {
  return distance_between(runs, first_day, first_day + 6);
}

std::optional<double> spike(Metres planned, std::optional<Metres> longest) {
  if (!longest || !(longest->value() > 0)) return std::nullopt;
  return planned / *longest;
}

}  // namespace hipline::load
