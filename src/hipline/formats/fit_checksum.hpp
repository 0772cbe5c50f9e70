#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace hipline::formats::fit {

/// FIT's checksum: CRC-16 with the polynomial 0x8005 mirrored (0xA001), starting at 0. `before` continues an earlier
/// one.
std::uint16_t checksum(std::span<const std::byte> bytes, std::uint16_t before = 0);

}  // namespace hipline::formats::fit
