#include "hipline/formats/fit_checksum.hpp"

#include <array>

namespace hipline::formats::fit {
namespace {

/// tables[k][b]: what byte b adds when k more bytes follow it, so that sixteen bytes are taken at once.
constexpr std::array<std::array<std::uint16_t, 256>, 16> make_tables() {
  std::array<std::array<std::uint16_t, 256>, 16> tables{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    unsigned value = byte;
    for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? (value >> 1) ^ 0xA001U : value >> 1;
    tables[0][byte] = static_cast<std::uint16_t>(value);
  }
  for (std::size_t k = 1; k < 16; ++k) {
    for (std::size_t byte = 0; byte < 256; ++byte) {
      const unsigned previous = tables[k - 1][byte];
      tables[k][byte] = static_cast<std::uint16_t>((previous >> 8) ^ tables[0][previous & 0xFFU]);
    }
  }
  return tables;
}

constexpr auto tables = make_tables();

}  // namespace

std::uint16_t checksum(std::span<const std::byte> bytes, std::uint16_t before) {
  unsigned value = before;
  const auto at = [&](std::size_t i) { return static_cast<unsigned>(bytes[i]); };
  std::size_t i = 0;
  for (; i + 16 <= bytes.size(); i += 16) {
    // The fourteen bytes that do not touch the value so far first: they wait for nothing.
    unsigned rest = 0;
#pragma GCC unroll 14
    for (std::size_t k = 2; k < 16; ++k) rest ^= tables[15 - k][at(i + k)];
    value = rest ^ tables[15][at(i) ^ (value & 0xFFU)] ^ tables[14][at(i + 1) ^ (value >> 8)];
  }
  for (; i < bytes.size(); ++i) value = (value >> 8) ^ tables[0][at(i) ^ (value & 0xFFU)];
  return static_cast<std::uint16_t>(value);
}

}  // namespace hipline::formats::fit
