#pragma once

#include <cstddef>
#include <span>

namespace hipline::importers {

enum class Format { unknown, empty, fit, gpx, tcx, gzip, zip, table, json, apple_health, media };

/// What the bytes are, by what stands in them and never by a name.
Format detect(std::span<const std::byte> bytes);

}  // namespace hipline::importers
