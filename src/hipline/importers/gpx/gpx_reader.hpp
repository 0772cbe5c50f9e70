#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "hipline/importers/limits.hpp"
#include "hipline/importers/reading.hpp"

namespace hipline::importers {

/// Reads a GPX file (1.0, 1.1 or without any namespace). Tracks that follow each other within half an hour, as laps do,
/// are one activity; others are activities of their own. A file without times holds a route: no activity.
Reading read_gpx(std::string_view name, std::span<const std::byte> bytes, const ReadLimits& limits = {});

}  // namespace hipline::importers
