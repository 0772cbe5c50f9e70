#include "hipline/importers/track.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include "hipline/importers/wording.hpp"

namespace hipline::importers {
namespace {

constexpr std::int64_t longest_stretch_ms = 14LL * 86400 * 1000;
constexpr double slowest_moving_m_per_s = 0.5;
/// A reading counts for at most this long, so that a gap does not stretch the last one before it.
constexpr double longest_weight_s = 30;
/// Climbs smaller than this are the noise of a barometer or a satellite fix.
constexpr double smallest_climb_m = 5;
/// A distance that grows faster than this comes from a damaged file.
constexpr double fastest_m_per_s = 100;
constexpr double longest_jump_m = 1000;
constexpr double longest_first_m = 1'000'000;
constexpr double slowest_run_m_per_s = 2.0;
constexpr double fastest_run_m_per_s = 6.5;
constexpr double fewest_strides_of_a_run = 65;

bool has_place(const TrackPoint& point) {
  return std::isfinite(point.latitude_deg) && std::isfinite(point.longitude_deg);
}

double seconds_between(const TrackPoint& from, const TrackPoint& to) {
  return static_cast<double>(to.time_ms - from.time_ms) / 1000.0;
}

void add_up_places(Track& track) {
  double total = 0;
  const TrackPoint* before = nullptr;
  bool paused = false;
  for (TrackPoint& point : track) {
    paused = paused || point.after_pause;
    if (!has_place(point)) continue;
    if (before != nullptr && !paused) {
      total += metres_between(before->latitude_deg, before->longitude_deg, point.latitude_deg, point.longitude_deg);
    }
    point.distance_m = total;
    before = &point;
    paused = false;
  }
}

void add_up_speed(Track& track) {
  double total = 0;
  for (std::size_t i = 0; i < track.size(); ++i) {
    if (i > 0 && !track[i].after_pause && std::isfinite(track[i].speed_m_per_s)) {
      total += static_cast<double>(track[i].speed_m_per_s) *
               std::min(seconds_between(track[i - 1], track[i]), longest_weight_s);
    }
    track[i].distance_m = total;
  }
}

void keep_from_falling(Track& track) {
  double furthest = 0;
  const TrackPoint* before = nullptr;
  for (TrackPoint& point : track) {
    if (!std::isfinite(point.distance_m)) continue;
    const double reach =
        before == nullptr ? longest_first_m : longest_jump_m + fastest_m_per_s * seconds_between(*before, point);
    if (!(point.distance_m >= 0 && point.distance_m - furthest <= reach)) {
      point.distance_m = std::numeric_limits<double>::quiet_NaN();
      continue;
    }
    furthest = std::max(furthest, point.distance_m);
    point.distance_m = furthest;
    before = &point;
  }
}

struct MeanAndHighest {
  std::optional<double> mean;
  std::optional<double> highest;
};

/// Weighted by the time each value stood. Zero means "no contact" or "standing" and does not count.
MeanAndHighest mean_over_time(const Track& track, float TrackPoint::*column) {
  double sum = 0;
  double weights = 0;
  MeanAndHighest answer;
  for (std::size_t i = 0; i < track.size(); ++i) {
    const double value = static_cast<double>(track[i].*column);
    if (!(std::isfinite(value) && value > 0)) continue;
    double weight = 1;
    if (i + 1 < track.size() && !track[i + 1].after_pause) {
      weight = std::clamp(seconds_between(track[i], track[i + 1]), 0.001, longest_weight_s);
    }
    sum += value * weight;
    weights += weight;
    if (!answer.highest || value > *answer.highest) answer.highest = value;
  }
  if (weights > 0) answer.mean = sum / weights;
  return answer;
}

struct Climb {
  bool known = false;
  double up_m = 0;
  double down_m = 0;
};

Climb climb(const Track& track) {
  Climb answer;
  double level = 0;
  for (const TrackPoint& point : track) {
    const double altitude = static_cast<double>(point.altitude_m);
    if (!std::isfinite(altitude)) continue;
    if (!answer.known) {
      answer.known = true;
      level = altitude;
    } else if (altitude >= level + smallest_climb_m) {
      answer.up_m += altitude - level;
      level = altitude;
    } else if (altitude <= level - smallest_climb_m) {
      answer.down_m += level - altitude;
      level = altitude;
    }
  }
  return answer;
}

/// One column of the series: where a point has the value, and where it goes.
template <typename From, typename To>
struct Column {
  From TrackPoint::*from;
  std::vector<To> model::Samples::*to;
};

constexpr std::array small_columns = {
    Column<float, float>{&TrackPoint::speed_m_per_s, &model::Samples::speed_m_per_s},
    Column<float, float>{&TrackPoint::altitude_m, &model::Samples::altitude_m},
    Column<float, float>{&TrackPoint::heart_rate_bpm, &model::Samples::heart_rate_bpm},
    Column<float, float>{&TrackPoint::cadence_strides_per_min, &model::Samples::cadence_strides_per_min},
    Column<float, float>{&TrackPoint::power_w, &model::Samples::power_w},
    Column<float, float>{&TrackPoint::temperature_c, &model::Samples::temperature_c},
    Column<float, float>{&TrackPoint::vertical_oscillation_mm, &model::Samples::vertical_oscillation_mm},
    Column<float, float>{&TrackPoint::ground_contact_ms, &model::Samples::ground_contact_ms},
    Column<float, float>{&TrackPoint::ground_contact_left_percent, &model::Samples::ground_contact_left_percent},
    Column<float, float>{&TrackPoint::step_length_mm, &model::Samples::step_length_mm},
};
constexpr std::array exact_columns = {
    Column<double, double>{&TrackPoint::latitude_deg, &model::Samples::latitude_deg},
    Column<double, double>{&TrackPoint::longitude_deg, &model::Samples::longitude_deg},
};

/// Makes room for a column where at least one point has its value, and answers where to write; else null.
template <typename From, typename To>
To* place_for(const Column<From, To>& column, const Track& track, model::Samples& samples) {
  if (std::none_of(track.begin(), track.end(), [&](const auto& point) { return std::isfinite(point.*column.from); }))
    return nullptr;
  auto& values = samples.*column.to;
  values.resize(track.size());
  return values.data();
}

}  // namespace

double metres_between(double latitude_a, double longitude_a, double latitude_b, double longitude_b) {
  constexpr double radius_m = 6'371'000;
  constexpr double radians = std::numbers::pi / 180.0;
  const double half_latitude = std::sin((latitude_b - latitude_a) * radians / 2);
  const double half_longitude = std::sin((longitude_b - longitude_a) * radians / 2);
  const double part = half_latitude * half_latitude +
                      std::cos(latitude_a * radians) * std::cos(latitude_b * radians) * half_longitude * half_longitude;
  return 2 * radius_m * std::asin(std::sqrt(std::clamp(part, 0.0, 1.0)));
}

std::size_t order_by_time(Track& track) {
  if (track.empty()) return 0;
  const auto earlier = [](const TrackPoint& a, const TrackPoint& b) { return a.time_ms < b.time_ms; };
  std::int64_t typical = track[track.size() / 2].time_ms;
  const bool in_order = std::is_sorted(track.begin(), track.end(), earlier);
  if (!in_order) {
    std::vector<std::int64_t> times;
    times.reserve(track.size());
    for (const TrackPoint& point : track) times.push_back(point.time_ms);
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    typical = *middle;
  }
  const auto too_far = [&](const TrackPoint& point) {
    return std::llabs(point.time_ms - typical) > longest_stretch_ms;
  };
  std::size_t dropped = 0;
  if (!in_order || too_far(track.front()) || too_far(track.back())) dropped = std::erase_if(track, too_far);
  if (!in_order) std::stable_sort(track.begin(), track.end(), earlier);
  return dropped;
}

void complete_distance(Track& track) {
  const auto any = [&](auto test) { return std::any_of(track.begin(), track.end(), test); };
  if (any([](const TrackPoint& point) { return std::isfinite(point.distance_m); })) {
    keep_from_falling(track);
  } else if (any(has_place)) {
    add_up_places(track);
  } else if (any([](const TrackPoint& point) { return std::isfinite(point.speed_m_per_s); })) {
    add_up_speed(track);
  }
}

std::optional<Seconds> moving_time(const Track& track) {
  double moving = 0;
  bool known = false;
  const TrackPoint* before = nullptr;
  bool paused = false;
  for (const TrackPoint& point : track) {
    paused = paused || point.after_pause;
    const bool has_speed = std::isfinite(point.speed_m_per_s);
    if (!has_speed && !std::isfinite(point.distance_m)) continue;
    if (before != nullptr && !paused) {
      const double seconds = seconds_between(*before, point);
      const double metres = point.distance_m - before->distance_m;
      const double speed =
          std::isfinite(metres) && seconds > 0 ? metres / seconds : static_cast<double>(point.speed_m_per_s);
      if (std::isfinite(speed)) {
        known = true;
        if (speed >= slowest_moving_m_per_s) moving += seconds;
      }
    }
    before = &point;
    paused = false;
  }
  if (!known) return std::nullopt;
  return Seconds(moving);
}

void complete_totals(model::Run& run, const Track& track) {
  if (!(run.elapsed.value() > 0) && !track.empty()) run.elapsed = Seconds(seconds_between(track.front(), track.back()));
  if (!run.distance || run.distance->value() <= 0) {
    for (auto point = track.rbegin(); point != track.rend(); ++point) {
      if (std::isfinite(point->distance_m)) {
        run.distance = Metres(point->distance_m);
        break;
      }
    }
  }
  // No device measures a way of 0 m: it did not measure.
  if (run.distance && run.distance->value() <= 0) run.distance.reset();
  if (!run.moving) run.moving = moving_time(track);
  if (run.moving && run.moving->value() > run.elapsed.value()) run.moving = run.elapsed;
  if (!run.heart_rate_mean_bpm || !run.heart_rate_max_bpm) {
    const MeanAndHighest heart = mean_over_time(track, &TrackPoint::heart_rate_bpm);
    if (!run.heart_rate_mean_bpm) run.heart_rate_mean_bpm = heart.mean;
    if (!run.heart_rate_max_bpm) run.heart_rate_max_bpm = heart.highest;
  }
  if (!run.cadence_strides_per_min)
    run.cadence_strides_per_min = mean_over_time(track, &TrackPoint::cadence_strides_per_min).mean;
  if (!run.ascent || !run.descent) {
    const Climb found = climb(track);
    if (found.known && !run.ascent) run.ascent = Metres(found.up_m);
    if (found.known && !run.descent) run.descent = Metres(found.down_m);
  }
}

model::Samples to_samples(const Track& track) {
  model::Samples samples;
  samples.time_ms.resize(track.size());
  constexpr Column<double, float> distance{&TrackPoint::distance_m, &model::Samples::distance_m};
  float* const distances = place_for(distance, track, samples);
  std::array<float*, small_columns.size()> small{};
  std::array<double*, exact_columns.size()> exact{};
  for (std::size_t c = 0; c < small.size(); ++c) small[c] = place_for(small_columns[c], track, samples);
  for (std::size_t c = 0; c < exact.size(); ++c) exact[c] = place_for(exact_columns[c], track, samples);
  // Point by point, so that each is fetched once.
  for (std::size_t i = 0; i < track.size(); ++i) {
    const TrackPoint& point = track[i];
    samples.time_ms[i] = point.time_ms;
    if (distances != nullptr) distances[i] = static_cast<float>(point.distance_m);
    for (std::size_t c = 0; c < small.size(); ++c)
      if (small[c] != nullptr) small[c][i] = point.*small_columns[c].from;
    for (std::size_t c = 0; c < exact.size(); ++c)
      if (exact[c] != nullptr) exact[c][i] = point.*exact_columns[c].from;
  }
  return samples;
}

SportByPace sport_by_pace(const std::string& name, const model::Run& run) {
  const double seconds = run.moving && run.moving->value() > 0 ? run.moving->value() : run.elapsed.value();
  const std::string file = quoted(name);
  if (!run.distance || !(seconds > 0)) {
    return {model::Sport::other, "activity", file + " names no sport and no distance: kept, not counted as a run."};
  }
  const double speed = run.distance->value() / seconds;
  const bool at_a_runners_pace = speed >= slowest_run_m_per_s && speed <= fastest_run_m_per_s;
  if (at_a_runners_pace && run.cadence_strides_per_min && *run.cadence_strides_per_min < fewest_strides_of_a_run) {
    return {model::Sport::other, "activity",
            file + " names no sport that I know, and its rhythm is not a runner's: kept, not counted as a run."};
  }
  if (at_a_runners_pace) {
    return {model::Sport::running, "run",
            file + " names no sport that I know. Its pace is a runner's, so I count it as a run."};
  }
  if (speed < slowest_run_m_per_s) {
    return {model::Sport::walking, "walk",
            file + " names no sport that I know. Its pace is a walker's, so I keep it as a walk."};
  }
  return {model::Sport::other, "ride",
          file + " names no sport that I know and is too fast for a run: kept, not counted as a run."};
}

}  // namespace hipline::importers
