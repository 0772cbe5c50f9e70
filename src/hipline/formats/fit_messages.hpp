#pragma once

#include <cstdint>

/// Numbers of the FIT messages and fields that we read or write. The numbers are facts of the format; the names are
/// ours.
namespace hipline::formats::fit {

/// FIT counts seconds from 1989-12-31 00:00 UTC.
inline constexpr std::int64_t epoch_s = 631'065'600;
/// Smaller clock values count from when the device was switched on: they name no moment.
inline constexpr std::uint32_t first_absolute_time = 0x1000'0000;
/// Degrees of one semicircle step: 180 / 2^31.
inline constexpr double degrees_per_semicircle = 180.0 / 2147483648.0;

enum class MessageNumber : std::uint16_t {
  file_id = 0,
  sport = 12,
  session = 18,
  lap = 19,
  record = 20,
  event = 21,
  device_info = 23,
  activity = 34,
  beat_intervals = 78,
  swim_length = 101,
  strap_heart_rate = 132,
  field_description = 206,
  strength_set = 225,
};

/// The field that carries the time in every message.
inline constexpr std::uint8_t time_field = 253;

namespace file_id_field {
inline constexpr std::uint8_t kind = 0, manufacturer = 1, product = 2, serial = 3, created = 4;
}
namespace sport_field {
inline constexpr std::uint8_t sport = 0, sub_sport = 1;
}
namespace session_field {
inline constexpr std::uint8_t event = 0, event_kind = 1, start = 2, sport = 5, sub_sport = 6, elapsed_ms = 7,
                              timer_ms = 8, distance_cm = 9, mean_heart_rate = 16, highest_heart_rate = 17,
                              mean_cadence = 18, ascent = 22, descent = 23, first_lap = 25, laps = 26, trigger = 28,
                              mean_cadence_fraction = 92, feel = 192, effort_times_ten = 193;
}
namespace lap_field {
inline constexpr std::uint8_t event = 0, event_kind = 1, start = 2, elapsed_ms = 7, timer_ms = 8, distance_cm = 9,
                              mean_heart_rate = 15, highest_heart_rate = 16, mean_cadence = 17, ascent = 21,
                              descent = 22, sport = 25, sub_sport = 39;
}
namespace record_field {
inline constexpr std::uint8_t latitude = 0, longitude = 1, altitude = 2, heart_rate = 3, cadence = 4, distance_cm = 5,
                              speed_mm_per_s = 6, power = 7, compressed_speed_distance = 8, temperature = 13,
                              vertical_oscillation = 39, ground_contact = 41, cadence_256 = 52, cadence_fraction = 53,
                              fine_speed_mm_per_s = 73, fine_altitude = 78, ground_contact_balance = 84,
                              step_length = 85;
}
namespace event_field {
inline constexpr std::uint8_t event = 0, kind = 1;
}
namespace activity_field {
inline constexpr std::uint8_t timer_ms = 0, sessions = 1, kind = 2, event = 3, event_kind = 4, local_time = 5;
}

/// Beat to beat, in 1/1000 s: an array.
namespace beat_intervals_field {
inline constexpr std::uint8_t time_ms = 0;
}
/// What a strap recorded by itself and handed over later (in water, or where the watch lost it).
namespace strap_heart_rate_field {
inline constexpr std::uint8_t fraction_32768 = 0, time_256 = 1, heart_rate = 6, event_time_1024 = 9,
                              event_time_12_bits = 10;
}
/// What a field of an app on the device means.
namespace field_description_field {
inline constexpr std::uint8_t developer = 0, number = 1, type = 2, name = 3, scale = 6, offset = 7, unit = 8,
                              stands_for_message = 14, stands_for_field = 15;
}

enum class FileKind : std::uint8_t {
  device = 1,
  settings = 2,
  sport = 3,
  activity = 4,
  workout = 5,
  course = 6,
  schedules = 7,
  weight = 9,
  totals = 10,
  goals = 11,
  blood_pressure = 14,
  monitoring_a = 15,
  activity_summary = 20,
  daily_monitoring = 28,
  monitoring_b = 32,
  segment = 34,
  segment_list = 35,
};

enum class SportNumber : std::uint8_t {
  generic = 0,
  running = 1,
  cycling = 2,
  transition = 3,
  fitness_equipment = 4,
  swimming = 5,
  training = 10,
  walking = 11,
  cross_country_skiing = 12,
  alpine_skiing = 13,
  rowing = 15,
  hiking = 17,
  multisport = 18,
  e_biking = 21,
};

enum class SubSportNumber : std::uint8_t {
  generic = 0,
  treadmill = 1,
  trail = 3,
  strength = 20,
  indoor_running = 45,
  virtual_activity = 58,
};

enum class EventNumber : std::uint8_t { timer = 0, session = 8, lap = 9, activity = 26 };
enum class EventKind : std::uint8_t { start = 0, stop = 1, stop_all = 4, stop_disable = 8, stop_disable_all = 9 };

}  // namespace hipline::formats::fit
