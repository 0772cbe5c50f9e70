#pragma once

#include <cstdint>

/// What a sensor on a runner can truly have measured. Wide on purpose: what lies inside them is left as it is, however
/// odd. Where each comes from stands in docs/decisions/0103.
namespace hipline::importers::sensor_limits {

/// Nobody has run faster than 12.4 m/s, over twenty metres of a world record.
inline constexpr double fastest_run_m_per_s = 12.5;
/// A place that lies off and comes back within this is a slip of the satellite fix; later it may be a way travelled.
inline constexpr std::int64_t longest_slip_ms = 30'000;
/// Shorter than this a jump may be the grain of the places as the file writes them.
inline constexpr double smallest_slip_m = 30;

inline constexpr float lowest_heart_rate_bpm = 30;
inline constexpr float highest_heart_rate_bpm = 230;
/// A heart does not fall by this within the seconds below and return within the minute: a strap that lost its contact.
inline constexpr float deepest_fall_bpm = 40;
inline constexpr float nearly_back_bpm = 20;
inline constexpr std::int64_t shortest_fall_ms = 5'000;
inline constexpr std::int64_t longest_dropout_ms = 60'000;

/// Standing at the end for at least this is a watch that was not stopped: longer than any wait before a door.
inline constexpr double shortest_left_on_s = 600;
/// What a place wanders while the watch lies still.
inline constexpr double farthest_standing_m = 50;

/// A loop ends where it began, so what its altitude differs is the air pressure's (8.4 m a hectopascal).
inline constexpr double same_place_m = 100;
inline constexpr double smallest_drift_m = 10;
inline constexpr double shortest_drift_s = 1200;
/// The altitude of the beginning and of the end is the mean over this.
inline constexpr double altitude_window_s = 60;

}  // namespace hipline::importers::sensor_limits
