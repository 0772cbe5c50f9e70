#include "hipline/importers/untimed_points.hpp"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace hipline::importers {
namespace {

/// The way from one point to the next; NaN where neither distance nor place is known.
double step_m(const TrackPoint& from, const TrackPoint& to) {
  if (std::isfinite(from.distance_m) && std::isfinite(to.distance_m))
    return std::max(0.0, to.distance_m - from.distance_m);
  return metres_between(from.latitude_deg, from.longitude_deg, to.latitude_deg, to.longitude_deg);
}

}  // namespace

std::size_t place_between(Track& track, Track& waiting, const TrackPoint& next) {
  const Track points = std::move(waiting);
  waiting = {};
  if (points.empty() || track.empty() || next.time_ms <= track.back().time_ms) return 0;
  const TrackPoint before = track.back();
  std::vector<double> way;  // up to each point, then to the next one
  double total = 0;
  for (std::size_t i = 0; i <= points.size(); ++i) {
    total += step_m(i == 0 ? before : points[i - 1], i == points.size() ? next : points[i]);
    way.push_back(total);
  }
  const auto span_ms = static_cast<double>(next.time_ms - before.time_ms);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double share = std::isfinite(total) && total > 0
                             ? way[i] / total
                             : static_cast<double>(i + 1) / static_cast<double>(points.size() + 1);
    track.push_back(points[i]);
    track.back().time_ms = before.time_ms + std::llround(share * span_ms);
  }
  return points.size();
}

}  // namespace hipline::importers
