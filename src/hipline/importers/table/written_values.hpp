#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"

namespace hipline::importers {

/// A number as people and programs write it: `5.61`, `5,61`, `1,234.5`, `1.234,5`. Empty for anything else.
std::optional<double> written_number(std::string_view text);

/// A duration: `0:58:12`, `58:12.5`, plain seconds. Two parts are hours and minutes where `distance_km` would else be
/// run faster or slower than anybody does, and minutes and seconds otherwise.
std::optional<Seconds> written_duration(std::string_view text, std::optional<double> distance_km);

/// The order of day and month where a list writes both as numbers between slashes.
enum class DateOrder : std::uint8_t { unknown, day_first, month_first };
/// What the dates of a whole column tell of their order.
DateOrder date_order(const std::vector<std::string_view>& dates);

/// A day with or without a clock time, as a list writes it.
struct WrittenDay {
  LocalDay day;
  std::optional<std::int64_t> second_of_day;
  std::optional<int> offset_s;  ///< where a zone stands behind it
};

/// Reads `2026-03-01`, `2026-03-01 08:00:00`, `2026-03-01T08:00:00Z`, `1.3.2026`, `Mar 1, 2026, 8:00:00 AM`,
/// `1 mars 2026 à 08:00`, `2026年3月1日 8:00`: months by name in a dozen languages.
std::optional<WrittenDay> written_day(std::string_view text, DateOrder order);

}  // namespace hipline::importers
