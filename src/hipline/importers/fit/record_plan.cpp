#include "hipline/importers/fit/record_plan.hpp"

#include <bit>
#include <cmath>
#include <cstring>

#include "hipline/formats/fit_messages.hpp"
#include "hipline/importers/fit/developer_fields.hpp"
#include "hipline/importers/fit/fit_decoder.hpp"

namespace hipline::importers {
namespace {

namespace fit = formats::fit;
namespace field = formats::fit::record_field;
using fit::BaseType;
using enum RecordValue;

struct Kind {
  std::uint8_t number;
  RecordValue value;
  double per_unit;  ///< how many the record counts of what an app writes as one: centimetres of a metre
  double zero;      ///< added before that: the record counts altitude from 500 m below the sea
};

// In the order of the steps: a finer field comes after the coarser one and takes its place.
constexpr std::array<Kind, record_values> kinds = {{
    {field::latitude, latitude, 1 / fit::degrees_per_semicircle, 0},
    {field::longitude, longitude, 1 / fit::degrees_per_semicircle, 0},
    {field::distance_cm, distance, 100, 0},
    {field::altitude, altitude, 5, 500},
    {field::fine_altitude, fine_altitude, 5, 500},
    {field::speed_mm_per_s, speed, 1000, 0},
    {field::fine_speed_mm_per_s, fine_speed, 1000, 0},
    {field::heart_rate, heart_rate, 1, 0},
    {field::cadence, cadence, 1, 0},
    {field::cadence_fraction, cadence_fraction, 128, 0},
    {field::cadence_256, cadence_256, 256, 0},
    {field::power, power, 1, 0},
    {field::temperature, temperature, 1, 0},
    {field::vertical_oscillation, vertical_oscillation, 10, 0},
    {field::ground_contact, ground_contact, 10, 0},
    {field::ground_contact_balance, ground_contact_balance, 100, 0},
    {field::step_length, step_length, 10, 0},
}};

template <typename Number>
Number load(const std::byte* from) {
  Number value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

/// Sets `to` where `value` lies between the bounds. Beyond them it cannot be (a damaged file), and counts as not said.
void set(float& to, double value, double lowest, double highest) {
  to = value >= lowest && value <= highest ? static_cast<float>(value) : TrackPoint::unknown;
}

/// Lays down one value as the record counts it.
void put(RecordValue value, double raw, TrackPoint& point) {
  switch (value) {
    case latitude: point.latitude_deg = degrees_of(raw, 90); break;
    case longitude: point.longitude_deg = degrees_of(raw, 180); break;
    case distance: point.distance_m = raw / 100; break;
    case altitude:
    case fine_altitude: set(point.altitude_m, raw / 5 - 500, -500, 10000); break;
    case speed:
    case fine_speed: set(point.speed_m_per_s, raw / 1000, 0, 100); break;
    case heart_rate: set(point.heart_rate_bpm, raw, 1, 254); break;
    case cadence: set(point.cadence_strides_per_min, raw, 0, 255); break;
    case cadence_fraction:
      set(point.cadence_strides_per_min, static_cast<double>(point.cadence_strides_per_min) + raw / 128, 0, 255);
      break;
    case cadence_256: set(point.cadence_strides_per_min, raw / 256, 0, 255); break;
    case power: set(point.power_w, raw, 0, 10000); break;
    case temperature: set(point.temperature_c, raw, -100, 100); break;
    case vertical_oscillation: set(point.vertical_oscillation_mm, raw / 10, 0, 500); break;
    case ground_contact: set(point.ground_contact_ms, raw / 10, 0, 5000); break;
    case ground_contact_balance: set(point.ground_contact_left_percent, raw / 100, 0, 100); break;
    case step_length: set(point.step_length_mm, raw / 10, 0, 5000); break;
  }
}

}  // namespace

double degrees_of(double semicircles, double highest) {
  const double degrees = semicircles * fit::degrees_per_semicircle;
  return std::abs(degrees) <= highest ? degrees : std::numeric_limits<double>::quiet_NaN();
}

void RecordPlan::add(const Step& step) {
  if (count_ < steps_.size()) steps_[count_++] = step;
}

void RecordPlan::make(const FitDefinition& definition, const DeveloperFields& known) {
  count_ = 0;
  compressed_distance_ = definition.slot[field::compressed_speed_distance] != 0;
  constexpr bool little = std::endian::native == std::endian::little;
  for (const Kind& kind : kinds) {
    const std::uint8_t slot = definition.slot[kind.number];
    if (slot == 0) {
      for (const FitDefinition::DeveloperField& app : definition.developer_fields) {
        const auto meaning = known.find(app.developer, app.number);
        if (!meaning || meaning->message != static_cast<std::uint16_t>(fit::MessageNumber::record) ||
            meaning->field != kind.number)
          continue;
        add({.value = kind.value,
             .load = Load::of_an_app,
             .type = meaning->type,
             .big_endian = definition.big_endian,
             .size = app.size,
             .offset = app.offset,
             .scale = kind.per_unit / meaning->scale,
             .shift = (kind.zero - meaning->offset) * kind.per_unit});
        break;
      }
      continue;
    }
    const FitDefinition::Field& found = definition.fields[slot - 1U];
    Step step{.value = kind.value,
              .load = Load::any,
              .type = found.type,
              .big_endian = definition.big_endian,
              .size = found.size,
              .offset = found.offset};
    const std::size_t size = fit::size_of(found.type);
    if (found.size == size && (size == 1 || (little && !definition.big_endian))) {
      switch (found.type) {
        case BaseType::uint8: step.load = Load::uint8; break;
        case BaseType::sint8: step.load = Load::sint8; break;
        case BaseType::uint16: step.load = Load::uint16; break;
        case BaseType::sint32: step.load = Load::sint32; break;
        case BaseType::uint32: step.load = Load::uint32; break;
        default: break;
      }
    }
    add(step);
  }
}

void RecordPlan::read(const std::byte* message, TrackPoint& point) const {
  for (const Step& step : std::span(steps_).first(count_)) {
    const std::byte* const at = message + step.offset;
    double raw = 0;
    switch (step.load) {
      case Load::uint8: {
        const auto value = load<std::uint8_t>(at);
        if (value == std::numeric_limits<std::uint8_t>::max()) continue;
        raw = value;
        break;
      }
      case Load::sint8: {
        const auto value = load<std::int8_t>(at);
        if (value == std::numeric_limits<std::int8_t>::max()) continue;
        raw = value;
        break;
      }
      case Load::uint16: {
        const auto value = load<std::uint16_t>(at);
        if (value == std::numeric_limits<std::uint16_t>::max()) continue;
        raw = value;
        break;
      }
      case Load::sint32: {
        const auto value = load<std::int32_t>(at);
        if (value == std::numeric_limits<std::int32_t>::max()) continue;
        raw = value;
        break;
      }
      case Load::uint32: {
        const auto value = load<std::uint32_t>(at);
        if (value == std::numeric_limits<std::uint32_t>::max()) continue;
        raw = value;
        break;
      }
      case Load::any:
      case Load::of_an_app: {
        const auto value = fit_number(step.type, std::span(at, step.size), step.big_endian);
        if (!value) continue;
        raw = step.load == Load::any ? *value : *value * step.scale + step.shift;
        break;
      }
    }
    put(step.value, raw, point);
  }
}

}  // namespace hipline::importers
