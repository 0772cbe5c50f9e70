#pragma once

#include <optional>
#include <string_view>

#include "hipline/base/day.hpp"

namespace hipline::importers {

/// A finite number with nothing around it but blanks; empty otherwise.
std::optional<double> number_in(std::string_view text);

/// A number in [lowest, highest]; empty otherwise.
std::optional<double> number_within(std::string_view text, double lowest, double highest);

/// A moment as training files write it.
struct WrittenTime {
  Instant at;
  std::optional<int> offset_s;  ///< where the text names one other than Z
  bool without_zone = false;    ///< the text names no zone: read as UTC, as both formats ask
};
std::optional<WrittenTime> time_in(std::string_view text);

}  // namespace hipline::importers
