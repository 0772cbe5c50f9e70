#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hipline/importers/table/csv.hpp"

namespace hipline::importers {

/// What a column of a list of activities says.
enum class ListColumn : std::uint8_t {
  start,
  clock,  ///< the time of day, where the day stands in a column of its own
  sport,
  elapsed,
  moving,
  distance,
  file,  ///< the training file that the line describes
  heart_rate_mean,
  heart_rate_max,
  ascent,
  descent,
  cadence,
  stride,
  effort,
  feel,
  pain,
  note,
  private_note,
};
inline constexpr std::size_t list_columns = 18;

/// Who wrote a list: each has units and clocks of its own.
enum class ListKind : std::uint8_t {
  strava,     ///< activities.csv of the bulk export, in any language
  garmin,     ///< the list of Garmin Connect's web pages
  intervals,  ///< the list of intervals.icu
  own,        ///< kept by hand
};

enum class LengthUnit : std::uint8_t { not_said, metres, kilometres, miles };

/// Which column of a list says what.
struct ListLayout {
  ListKind kind = ListKind::own;
  std::array<std::optional<std::size_t>, list_columns> at{};
  LengthUnit distance_unit = LengthUnit::not_said;
  bool durations_in_minutes = false;

  [[nodiscard]] std::optional<std::size_t> column(ListColumn what) const { return at[static_cast<std::size_t>(what)]; }
};

/// Finds its way in a list of activities by the words of its header in many languages, and in Strava's by its place.
/// Empty where the table is no such list: it needs a day, and a distance or a duration.
std::optional<ListLayout> layout_of(const CsvTable& table);

}  // namespace hipline::importers
