#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "hipline/importers/archive/unpack.hpp"
#include "hipline/importers/reading.hpp"

namespace hipline::importers {

/// Reads one training file that is not packed. What it is, its content tells. Never fails: an unknown file is a reading
/// too.
Reading read_unpacked(std::string_view name, std::span<const std::byte> bytes);

/// Reads a file, packed or not. An archive gives one reading per member, named `archive.zip/inner.fit`; a bad member
/// never stops the rest.
std::vector<NamedReading> read_file(std::string_view name, std::span<const std::byte> bytes,
                                    const UnpackLimits& limits = {});

/// Like `read_file`, one reading at a time with the bytes it came from: for large archives and for hashing each member.
void read_each(std::string_view name, std::span<const std::byte> bytes, const UnpackLimits& limits,
               const std::function<void(NamedReading&&, std::span<const std::byte> bytes)>& take);

}  // namespace hipline::importers
