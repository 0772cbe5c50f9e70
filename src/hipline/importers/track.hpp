#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "hipline/base/quantity.hpp"
#include "hipline/importers/activity.hpp"

namespace hipline::importers {

/// One record of a file. NaN: this record does not say.
struct TrackPoint {
  static constexpr float unknown = std::numeric_limits<float>::quiet_NaN();

  std::int64_t time_ms = 0;
  double latitude_deg = std::numeric_limits<double>::quiet_NaN();
  double longitude_deg = std::numeric_limits<double>::quiet_NaN();
  double distance_m = std::numeric_limits<double>::quiet_NaN();
  float speed_m_per_s = unknown;
  float altitude_m = unknown;
  float heart_rate_bpm = unknown;
  float cadence_strides_per_min = unknown;
  float power_w = unknown;
  float temperature_c = unknown;
  float vertical_oscillation_mm = unknown;
  float ground_contact_ms = unknown;
  float ground_contact_left_percent = unknown;
  float step_length_mm = unknown;
  bool after_pause = false;  ///< nothing was recorded between the point before and this one
};

using Track = std::vector<TrackPoint>;

/// Metres between two places on a sphere (haversine, mean Earth radius 6371 km).
double metres_between(double latitude_a, double longitude_a, double latitude_b, double longitude_b);

/// Puts the points in order of time and drops those whose time lies more than two weeks from the middle one: a broken
/// clock or a damaged file. Returns how many were dropped.
std::size_t order_by_time(Track& track);

/// Where no point knows its distance: adds it up from positions, else from speed, pauses left out.
/// Where points know it: makes it never fall, and drops a jump that nobody could run or ride.
void complete_distance(Track& track);

/// Time in which the runner moved, from the points alone: pauses left out, and stretches slower than 0.5 m/s.
/// Empty where no point knows a distance or a speed.
std::optional<Seconds> moving_time(const Track& track);

/// What the points say about the totals that `run` does not know yet: elapsed, distance, heart rate, cadence, climb.
void complete_totals(model::Run& run, const Track& track);

/// The points as columns.
model::Samples to_samples(const Track& track);

/// Takes a sport by the pace of a track that does not name one, and says so in `warning`.
/// Between 2.0 and 6.5 m/s of moving mean it is taken as a run (not with fewer than 65 strides a minute), slower as a
/// walk, faster as another sport.
struct SportByPace {
  model::Sport sport = model::Sport::other;
  std::string kind;
  std::string warning;
};
SportByPace sport_by_pace(const std::string& name, const model::Run& run);

}  // namespace hipline::importers
