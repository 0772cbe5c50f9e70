#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "hipline/importers/limits.hpp"
#include "hipline/importers/reading.hpp"

namespace hipline::importers {

/// Reads a FIT file: every part of a chained one, every sport of a multisport one. Never fails: what is damaged is
/// salvaged up to the damage, and the reading says so. `name` is used in the sentences only.
Reading read_fit(std::string_view name, std::span<const std::byte> bytes, const ReadLimits& limits = {});

}  // namespace hipline::importers
