#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "hipline/importers/reading.hpp"

namespace hipline::importers {

/// Reads a list of activities, one a line: Strava's `activities.csv` in any language, the lists of Garmin Connect and
/// intervals.icu, and a log kept by hand (day, distance, time, effort, pain). Never fails: lines that say too little
/// are counted in a warning.
Reading read_activity_list(std::string_view name, std::span<const std::byte> bytes);

}  // namespace hipline::importers
