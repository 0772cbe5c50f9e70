#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "hipline/importers/reading.hpp"

namespace hipline::importers {

/// Reads the `…summarizedActivities.json` of Garmin's data export: one activity a summary, with effort and feel.
/// Any other JSON is refused as no training file. Never fails.
Reading read_garmin_summaries(std::string_view name, std::span<const std::byte> bytes);

}  // namespace hipline::importers
