#include "hipline/exporters/fit/fit_writer.hpp"

#include <cmath>
#include <optional>

#include "hipline/base/assertion.hpp"
#include "hipline/exporters/fit/fit_encoder.hpp"
#include "hipline/formats/fit_messages.hpp"

namespace hipline::exporters {
namespace {

namespace fit = formats::fit;
using fit::BaseType;
using fit::MessageNumber;
using Number = std::optional<double>;

/// FIT's own number for software under development: we have no maker's number.
constexpr double maker = 255;
constexpr double manual_end = 0;

constexpr std::uint8_t local_file_id = 0, local_event = 1, local_record = 2, local_lap = 3, local_session = 4,
                       local_activity = 5;

struct SportNumbers {
  fit::SportNumber sport;
  fit::SubSportNumber sub_sport;
};

SportNumbers numbers_of(model::Sport sport) {
  switch (sport) {
    case model::Sport::running: return {fit::SportNumber::running, fit::SubSportNumber::generic};
    case model::Sport::treadmill_running: return {fit::SportNumber::running, fit::SubSportNumber::treadmill};
    case model::Sport::trail_running: return {fit::SportNumber::running, fit::SubSportNumber::trail};
    case model::Sport::walking: return {fit::SportNumber::walking, fit::SubSportNumber::generic};
    case model::Sport::cycling: return {fit::SportNumber::cycling, fit::SubSportNumber::generic};
    case model::Sport::swimming: return {fit::SportNumber::swimming, fit::SubSportNumber::generic};
    case model::Sport::strength: return {fit::SportNumber::training, fit::SubSportNumber::strength};
    // "Training" without more: a reader must not take "generic" for a run by its pace.
    case model::Sport::other: return {fit::SportNumber::training, fit::SubSportNumber::generic};
  }
  return {fit::SportNumber::generic, fit::SubSportNumber::generic};
}

template <typename Enumeration>
double number(Enumeration value) {
  return static_cast<double>(static_cast<std::uint8_t>(value));
}

double fit_seconds(Instant at) { return static_cast<double>(at.seconds() - fit::epoch_s); }

template <typename Value>
Number at(const std::vector<Value>& column, std::size_t i) {
  if (column.empty() || !std::isfinite(column[i])) return std::nullopt;
  return static_cast<double>(column[i]);
}

Number scaled(Number value, double scale, double offset = 0) {
  if (!value) return std::nullopt;
  return (*value + offset) * scale;
}

Number metres(const std::optional<Metres>& value) {
  if (!value) return std::nullopt;
  return value->value();
}

Number whole_part(Number value) {
  if (!value) return std::nullopt;
  return std::floor(std::round(*value * 128) / 128);
}

/// The rest of a cadence in 1/128.
Number fraction_part(Number value) {
  if (!value) return std::nullopt;
  const double parts = std::round(*value * 128);
  return parts - std::floor(parts / 128) * 128;
}

void write_file_id(FitEncoder& file, double start) {
  namespace field = fit::file_id_field;
  file.define(local_file_id, MessageNumber::file_id,
              {{field::kind, BaseType::enumeration},
               {field::manufacturer, BaseType::uint16},
               {field::product, BaseType::uint16},
               {field::serial, BaseType::uint32z},
               {field::created, BaseType::uint32}});
  file.write(local_file_id, {number(fit::FileKind::activity), maker, 0, 1, start});
}

void write_event(FitEncoder& file, double time, fit::EventKind kind) {
  file.write(local_event, {time, number(fit::EventNumber::timer), number(kind)});
}

void write_records(FitEncoder& file, const model::Samples& samples) {
  namespace field = fit::record_field;
  file.define(local_record, MessageNumber::record,
              {{fit::time_field, BaseType::uint32},
               {field::latitude, BaseType::sint32},
               {field::longitude, BaseType::sint32},
               {field::distance_cm, BaseType::uint32},
               {field::speed_mm_per_s, BaseType::uint16},
               {field::fine_speed_mm_per_s, BaseType::uint32},
               {field::altitude, BaseType::uint16},
               {field::heart_rate, BaseType::uint8},
               {field::cadence, BaseType::uint8},
               {field::cadence_fraction, BaseType::uint8},
               {field::power, BaseType::uint16},
               {field::temperature, BaseType::sint8}});
  for (std::size_t i = 0; i < samples.records(); ++i) {
    const Number speed = scaled(at(samples.speed_m_per_s, i), 1000);
    const Number cadence = at(samples.cadence_strides_per_min, i);
    file.write(
        local_record,
        {fit_seconds(Instant(samples.time_ms[i])), scaled(at(samples.latitude_deg, i), 1 / fit::degrees_per_semicircle),
         scaled(at(samples.longitude_deg, i), 1 / fit::degrees_per_semicircle), scaled(at(samples.distance_m, i), 100),
         speed, speed, scaled(at(samples.altitude_m, i), 5, 500), at(samples.heart_rate_bpm, i), whole_part(cadence),
         fraction_part(cadence), at(samples.power_w, i), at(samples.temperature_c, i)});
  }
}

Number milliseconds(Seconds span) { return span.value() * 1000; }

void write_lap(FitEncoder& file, const model::Run& run, double start, double end) {
  namespace field = fit::lap_field;
  file.define(local_lap, MessageNumber::lap,
              {{fit::time_field, BaseType::uint32},
               {field::start, BaseType::uint32},
               {field::elapsed_ms, BaseType::uint32},
               {field::timer_ms, BaseType::uint32},
               {field::distance_cm, BaseType::uint32},
               {field::mean_heart_rate, BaseType::uint8},
               {field::highest_heart_rate, BaseType::uint8},
               {field::event, BaseType::enumeration},
               {field::event_kind, BaseType::enumeration},
               {field::sport, BaseType::enumeration},
               {field::sub_sport, BaseType::enumeration}});
  const SportNumbers sport = numbers_of(run.sport);
  file.write(local_lap, {end, start, milliseconds(run.elapsed), milliseconds(run.moving.value_or(run.elapsed)),
                         scaled(metres(run.distance), 100), run.heart_rate_mean_bpm, run.heart_rate_max_bpm,
                         number(fit::EventNumber::lap), number(fit::EventKind::stop), number(sport.sport),
                         number(sport.sub_sport)});
}

void write_session(FitEncoder& file, const model::Run& run, double start, double end) {
  namespace field = fit::session_field;
  file.define(local_session, MessageNumber::session,
              {{fit::time_field, BaseType::uint32},
               {field::start, BaseType::uint32},
               {field::elapsed_ms, BaseType::uint32},
               {field::timer_ms, BaseType::uint32},
               {field::distance_cm, BaseType::uint32},
               {field::sport, BaseType::enumeration},
               {field::sub_sport, BaseType::enumeration},
               {field::mean_heart_rate, BaseType::uint8},
               {field::highest_heart_rate, BaseType::uint8},
               {field::mean_cadence, BaseType::uint8},
               {field::mean_cadence_fraction, BaseType::uint8},
               {field::ascent, BaseType::uint16},
               {field::descent, BaseType::uint16},
               {field::feel, BaseType::uint8},
               {field::effort_times_ten, BaseType::uint8},
               {field::first_lap, BaseType::uint16},
               {field::laps, BaseType::uint16},
               {field::event, BaseType::enumeration},
               {field::event_kind, BaseType::enumeration},
               {field::trigger, BaseType::enumeration}});
  const SportNumbers sport = numbers_of(run.sport);
  file.write(local_session, {end,
                             start,
                             milliseconds(run.elapsed),
                             milliseconds(run.moving.value_or(run.elapsed)),
                             scaled(metres(run.distance), 100),
                             number(sport.sport),
                             number(sport.sub_sport),
                             run.heart_rate_mean_bpm,
                             run.heart_rate_max_bpm,
                             whole_part(run.cadence_strides_per_min),
                             fraction_part(run.cadence_strides_per_min),
                             metres(run.ascent),
                             metres(run.descent),
                             run.feel,
                             scaled(run.session_rpe, 10),
                             0,
                             1,
                             number(fit::EventNumber::session),
                             number(fit::EventKind::stop),
                             manual_end});
}

void write_activity(FitEncoder& file, const model::Run& run, double end) {
  namespace field = fit::activity_field;
  file.define(local_activity, MessageNumber::activity,
              {{fit::time_field, BaseType::uint32},
               {field::timer_ms, BaseType::uint32},
               {field::local_time, BaseType::uint32},
               {field::sessions, BaseType::uint16},
               {field::kind, BaseType::enumeration},
               {field::event, BaseType::enumeration},
               {field::event_kind, BaseType::enumeration}});
  Number local;
  if (run.file_offset_s) local = end + *run.file_offset_s;
  constexpr double by_hand = 0;
  file.write(local_activity, {end, milliseconds(run.moving.value_or(run.elapsed)), local, 1, by_hand,
                              number(fit::EventNumber::activity), number(fit::EventKind::stop)});
}

bool one_entry_per_record(const model::Samples& samples) {
  const auto fits = [&](const auto& column) { return column.empty() || column.size() == samples.records(); };
  return fits(samples.distance_m) && fits(samples.speed_m_per_s) && fits(samples.altitude_m) &&
         fits(samples.heart_rate_bpm) && fits(samples.cadence_strides_per_min) && fits(samples.power_w) &&
         fits(samples.temperature_c) && fits(samples.latitude_deg) && fits(samples.longitude_deg);
}

}  // namespace

Result<std::vector<std::byte>> write_fit(const model::Run& run, const model::Samples& samples) {
  HIPLINE_ASSERT(one_entry_per_record(samples));
  const double start = fit_seconds(run.start);
  const double end = fit_seconds(run.start + static_cast<std::int64_t>(std::ceil(run.elapsed.value())));
  constexpr double latest = 4294967294.0;
  if (!(start >= fit::first_absolute_time && end <= latest)) {
    return failure("not_writable", "start",
                   "A FIT file can only hold runs from 1998 to 2125; this one starts " + run.start.iso() + ".");
  }
  FitEncoder file;
  write_file_id(file, start);
  file.define(local_event, MessageNumber::event,
              {{fit::time_field, BaseType::uint32},
               {fit::event_field::event, BaseType::enumeration},
               {fit::event_field::kind, BaseType::enumeration}});
  write_event(file, start, fit::EventKind::start);
  write_records(file, samples);
  write_event(file, end, fit::EventKind::stop_all);
  write_lap(file, run, start, end);
  write_session(file, run, start, end);
  write_activity(file, run, end);
  return file.finish();
}

}  // namespace hipline::exporters
