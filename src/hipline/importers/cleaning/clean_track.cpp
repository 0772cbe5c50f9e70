#include "hipline/importers/cleaning/clean_track.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "hipline/importers/cleaning/limits_of_sensors.hpp"
#include "hipline/importers/wording.hpp"

namespace hipline::importers {
namespace {

namespace limits = sensor_limits;

/// How far a search looks ahead at most, so that a crafted file of one moment costs no more than a long one.
constexpr std::size_t furthest_ahead = 400;
constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

bool has_place(const TrackPoint& point) {
  return std::isfinite(point.latitude_deg) && std::isfinite(point.longitude_deg);
}

double metres(const TrackPoint& a, const TrackPoint& b) {
  return metres_between(a.latitude_deg, a.longitude_deg, b.latitude_deg, b.longitude_deg);
}

/// Whether nobody can have run from `a` to the later `b`. Records count whole seconds: one more is granted.
bool out_of_reach(const TrackPoint& a, const TrackPoint& b) {
  const double seconds = static_cast<double>(b.time_ms - a.time_ms) / 1000 + 1;
  const double reach = std::max(limits::smallest_slip_m, limits::fastest_run_m_per_s * seconds);
  // No way is longer than along both axes at the equator: nearly every step is settled here, without a sine.
  constexpr double metres_of_a_degree = 111'320;
  const double at_most =
      metres_of_a_degree * (std::abs(a.latitude_deg - b.latitude_deg) + std::abs(a.longitude_deg - b.longitude_deg));
  return at_most > reach && metres(a, b) > reach;
}

std::size_t forget_places(Track& track, std::size_t from, std::size_t to) {
  std::size_t forgotten = 0;
  for (std::size_t i = from; i < to; ++i) {
    if (!has_place(track[i])) continue;
    track[i].latitude_deg = unknown;
    track[i].longitude_deg = unknown;
    ++forgotten;
  }
  return forgotten;
}

/// Places that lie out of reach and come back soon. A jump that stays is left: the way may have been travelled.
std::size_t clean_slips(Track& track) {
  std::size_t forgotten = 0;
  std::optional<std::size_t> good;
  for (std::size_t i = 0; i < track.size(); ++i) {
    if (!has_place(track[i])) continue;
    if (good && out_of_reach(track[*good], track[i])) {
      std::size_t seen = 0;
      for (std::size_t back = i + 1; back < track.size() && seen < furthest_ahead &&
                                     track[back].time_ms - track[i].time_ms <= limits::longest_slip_ms;
           ++back) {
        if (!has_place(track[back])) continue;
        ++seen;
        if (out_of_reach(track[*good], track[back])) continue;
        forgotten += forget_places(track, i, back);
        i = back;
        break;
      }
    }
    good = i;
  }
  return forgotten;
}

/// The first fix is often the place where the watch was last switched off: everything up to the last jump in the
/// first seconds.
std::size_t clean_first_fix(Track& track) {
  const auto last = std::find_if(track.rbegin(), track.rend(), has_place);
  // In a track that is over by then nobody can tell which end is the wrong one.
  if (last == track.rend() || last->time_ms - track.front().time_ms <= 2 * limits::longest_slip_ms) return 0;
  std::optional<std::size_t> before;
  std::size_t begin = 0;
  for (std::size_t i = 0; track[i].time_ms - track.front().time_ms <= limits::longest_slip_ms; ++i) {
    if (!has_place(track[i])) continue;
    if (before && out_of_reach(track[*before], track[i])) begin = i;
    before = i;
  }
  return forget_places(track, 0, begin);
}

bool is_a_hearts(float bpm) { return bpm >= limits::lowest_heart_rate_bpm && bpm <= limits::highest_heart_rate_bpm; }

std::size_t clean_heart(Track& track) {
  std::size_t forgotten = 0;
  std::optional<std::size_t> good;
  for (std::size_t i = 0; i < track.size(); ++i) {
    if (!std::isfinite(track[i].heart_rate_bpm)) continue;
    if (!is_a_hearts(track[i].heart_rate_bpm)) {
      track[i].heart_rate_bpm = TrackPoint::unknown;
      ++forgotten;
      continue;
    }
    if (good && track[i].time_ms - track[*good].time_ms <= limits::shortest_fall_ms &&
        track[i].heart_rate_bpm <= track[*good].heart_rate_bpm - limits::deepest_fall_bpm) {
      std::size_t seen = 0;
      for (std::size_t back = i + 1; back < track.size() && seen < furthest_ahead &&
                                     track[back].time_ms - track[i].time_ms <= limits::longest_dropout_ms;
           ++back) {
        if (!is_a_hearts(track[back].heart_rate_bpm)) continue;
        ++seen;
        if (track[back].heart_rate_bpm < track[*good].heart_rate_bpm - limits::nearly_back_bpm) continue;
        for (std::size_t lost = i; lost < back; ++lost) {
          forgotten += std::isfinite(track[lost].heart_rate_bpm) ? 1U : 0U;
          track[lost].heart_rate_bpm = TrackPoint::unknown;
        }
        i = back;
        break;
      }
    }
    good = i;
  }
  return forgotten;
}

/// Mean altitude and mean moment over a minute from one end.
struct Level {
  double altitude_m = 0;
  double at_s = 0;
  bool known = false;
};

template <typename Iterator>
Level level(Iterator from, Iterator to, std::int64_t origin_ms) {
  Level answer;
  std::size_t count = 0;
  std::optional<std::int64_t> first_ms;
  for (; from != to; ++from) {
    if (!std::isfinite(from->altitude_m)) continue;
    if (!first_ms) first_ms = from->time_ms;
    if (std::abs(static_cast<double>(from->time_ms - *first_ms)) > limits::altitude_window_s * 1000) break;
    answer.altitude_m += static_cast<double>(from->altitude_m);
    answer.at_s += static_cast<double>(from->time_ms - origin_ms) / 1000;
    ++count;
  }
  if (count == 0) return answer;
  answer.known = true;
  answer.altitude_m /= static_cast<double>(count);
  answer.at_s /= static_cast<double>(count);
  return answer;
}

}  // namespace

Cleaned clean_sensors(Track& track) {
  Cleaned cleaned;
  cleaned.places = clean_slips(track) + clean_first_fix(track);
  cleaned.heart_rates = clean_heart(track);
  return cleaned;
}

double clean_altitude(Track& track) {
  const auto first = std::find_if(track.begin(), track.end(), has_place);
  const auto last = std::find_if(track.rbegin(), track.rend(), has_place);
  if (first == track.end() || metres(*first, *last) > limits::same_place_m) return 0;
  const std::int64_t origin_ms = track.front().time_ms;
  const Level begin = level(track.cbegin(), track.cend(), origin_ms);
  const Level end = level(track.crbegin(), track.crend(), origin_ms);
  const double seconds = end.at_s - begin.at_s;
  const double drift = end.altitude_m - begin.altitude_m;
  if (!begin.known || !end.known || seconds < limits::shortest_drift_s || std::abs(drift) < limits::smallest_drift_m)
    return 0;
  for (TrackPoint& point : track) {
    const double since = static_cast<double>(point.time_ms - origin_ms) / 1000 - begin.at_s;
    point.altitude_m = static_cast<float>(static_cast<double>(point.altitude_m) - drift * since / seconds);
  }
  return drift;
}

double left_on_s(const Track& track) {
  if (track.empty()) return 0;
  const auto end = std::find_if(track.rbegin(), track.rend(),
                                [](const TrackPoint& point) { return std::isfinite(point.distance_m); });
  if (end == track.rend()) return 0;
  // Going back from the end, to where the last steps were made.
  const TrackPoint* still = &*end;
  for (auto point = end; point != track.rend(); ++point) {
    if (!std::isfinite(point->distance_m)) continue;
    if (end->distance_m - point->distance_m > limits::farthest_standing_m) break;
    still = &*point;
  }
  const double standing = static_cast<double>(track.back().time_ms - still->time_ms) / 1000;
  // Who never left stood all the time: a treadmill without a foot pod, and no watch that was forgotten.
  if (still == &track.front() || standing < limits::shortest_left_on_s) return 0;
  return standing;
}

void leave_out_left_on(model::Run& run, const Track& track, double left_on) {
  if (!(left_on > 0) || track.empty()) return;
  const double until = (Instant(track.back().time_ms) - run.start) - left_on;
  if (!(until > 0) || until >= run.elapsed.value()) return;
  run.elapsed = Seconds(until);
  if (run.moving && run.moving->value() > until) run.moving = Seconds(until);
}

Cleaned clean_track(Track& track, bool is_a_run) {
  Cleaned cleaned;
  if (is_a_run) cleaned = clean_sensors(track);
  const auto any = [&](auto test) { return std::any_of(track.begin(), track.end(), test); };
  const bool measured =
      any([](const TrackPoint& point) { return std::isfinite(point.distance_m) || has_place(point); });
  complete_distance(track);
  cleaned.distance_by_speed =
      is_a_run && !measured && any([](const TrackPoint& point) { return std::isfinite(point.distance_m); });
  if (!is_a_run) return cleaned;
  cleaned.altitude_drift_m = clean_altitude(track);
  cleaned.left_on_s = left_on_s(track);
  return cleaned;
}

std::vector<std::string> say(const Cleaned& cleaned, const std::string& quoted_file) {
  std::vector<std::string> said;
  const std::string in = "In " + quoted_file + " ";
  if (cleaned.places > 0)
    said.push_back(in + counted(cleaned.places, "place lies", "places lie") +
                   " where nobody could have run to in the time: left out of the way.");
  if (cleaned.heart_rates > 0)
    said.push_back(in + counted(cleaned.heart_rates, "heart rate is", "heart rates are") +
                   " not a heart's, as when a strap loses contact: left out.");
  if (cleaned.altitude_drift_m != 0)
    said.push_back(in + "the altitude drifted by " + std::to_string(std::llround(std::abs(cleaned.altitude_drift_m))) +
                   " m, although you ended where you began: taken off evenly.");
  if (cleaned.left_on_s > 0)
    said.push_back("The watch behind " + quoted_file + " ran on for " + spoken(Seconds(cleaned.left_on_s)) +
                   " after your last steps: not counted in the time.");
  if (cleaned.distance_by_speed)
    said.push_back(quoted_file + " names no distance and no places: I worked the distance out from its speed.");
  return said;
}

}  // namespace hipline::importers
