#include "hipline/importers/fit/record_plan.hpp"

#include <algorithm>
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
  float TrackPoint::*column = nullptr;
  double lowest = 0;
  double highest = 0;
};

// In the order of the steps: a finer field comes after the coarser one and takes its place.
constexpr std::array<Kind, record_values> kinds = {{
    {field::latitude, latitude, 1 / fit::degrees_per_semicircle, 0},
    {field::longitude, longitude, 1 / fit::degrees_per_semicircle, 0},
    {field::distance_cm, distance, 100, 0},
    {field::altitude, altitude, 5, 500, &TrackPoint::altitude_m, -500, 10000},
    {field::fine_altitude, fine_altitude, 5, 500, &TrackPoint::altitude_m, -500, 10000},
    {field::speed_mm_per_s, speed, 1000, 0, &TrackPoint::speed_m_per_s, 0, 100},
    {field::fine_speed_mm_per_s, fine_speed, 1000, 0, &TrackPoint::speed_m_per_s, 0, 100},
    {field::heart_rate, heart_rate, 1, 0, &TrackPoint::heart_rate_bpm, 1, 254},
    {field::cadence, cadence, 1, 0, &TrackPoint::cadence_strides_per_min, 0, 255},
    {field::cadence_fraction, cadence_fraction, 128, 0},
    {field::cadence_256, cadence_256, 256, 0, &TrackPoint::cadence_strides_per_min, 0, 255},
    {field::power, power, 1, 0, &TrackPoint::power_w, 0, 10000},
    {field::temperature, temperature, 1, 0, &TrackPoint::temperature_c, -100, 100},
    {field::vertical_oscillation, vertical_oscillation, 10, 0, &TrackPoint::vertical_oscillation_mm, 0, 500},
    {field::ground_contact, ground_contact, 10, 0, &TrackPoint::ground_contact_ms, 0, 5000},
    {field::ground_contact_balance, ground_contact_balance, 100, 0, &TrackPoint::ground_contact_left_percent, 0, 100},
    {field::step_length, step_length, 10, 0, &TrackPoint::step_length_mm, 0, 5000},
}};

template <typename Number>
Number load(const std::byte* from) {
  Number value;
  std::memcpy(&value, from, sizeof value);
  return value;
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
  const auto aim = [](Step& step, const Kind& kind) {
    switch (kind.value) {
      case latitude: step.goal = Goal::latitude; return;
      case longitude: step.goal = Goal::longitude; return;
      case distance: step.goal = Goal::distance; return;
      case cadence_fraction: step.goal = Goal::cadence_fraction; return;
      default: break;
    }
    step.goal = Goal::column;
    step.column = kind.column;
    step.factor = 1 / kind.per_unit;
    step.add = -kind.zero;
    step.lowest = kind.lowest;
    step.highest = kind.highest;
  };
  for (const Kind& kind : kinds) {
    const std::uint8_t slot = definition.slot[kind.number];
    if (slot == 0) {
      for (const FitDefinition::DeveloperField& app : definition.developer_fields) {
        const auto meaning = known.find(app.developer, app.number);
        if (!meaning || meaning->message != static_cast<std::uint16_t>(fit::MessageNumber::record) ||
            meaning->field != kind.number)
          continue;
        Step step{.load = Load::of_an_app,
                  .type = meaning->type,
                  .big_endian = definition.big_endian,
                  .size = app.size,
                  .offset = app.offset,
                  .scale = kind.per_unit / meaning->scale,
                  .shift = (kind.zero - meaning->offset) * kind.per_unit};
        aim(step, kind);
        add(step);
        break;
      }
      continue;
    }
    const FitDefinition::Field& found = definition.fields[slot - 1U];
    Step step{.load = Load::any,
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
    aim(step, kind);
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
    switch (step.goal) {
      case Goal::column: {
        const double value = raw * step.factor + step.add;
        point.*step.column =
            value >= step.lowest && value <= step.highest ? static_cast<float>(value) : TrackPoint::unknown;
        break;
      }
      case Goal::latitude: point.latitude_deg = degrees_of(raw, 90); break;
      case Goal::longitude: point.longitude_deg = degrees_of(raw, 180); break;
      case Goal::distance: point.distance_m = raw / 100; break;
      case Goal::cadence_fraction: {
        const double value = static_cast<double>(point.cadence_strides_per_min) + raw / 128;
        point.cadence_strides_per_min = value >= 0 && value <= 255 ? static_cast<float>(value) : TrackPoint::unknown;
        break;
      }
    }
  }
}

}  // namespace hipline::importers
