#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "hipline/importers/limits.hpp"
#include "hipline/importers/reading.hpp"

namespace hipline::importers {

/// Reads a TCX file: one activity per `Activity` element. Courses and workouts are no activities. Calories are ignored.
Reading read_tcx(std::string_view name, std::span<const std::byte> bytes, const ReadLimits& limits = {});

}  // namespace hipline::importers
