#include "hipline/formats/fit_checksum.hpp"

#include <array>

namespace hipline::formats::fit {
namespace {

/// tables[k][b]: what byte b adds when k more bytes follow it, so that eight bytes are taken at once.
constexpr std::array<std::array<std::uint16_t, 256>, 8> make_tables() {
  std::array<std::array<std::uint16_t, 256>, 8> tables{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    unsigned value = byte;
    for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? (value >> 1) ^ 0xA001U : value >> 1;
    tables[0][byte] = static_cast<std::uint16_t>(value);
  }
  for (std::size_t k = 1; k < 8; ++k) {
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
  for (; i + 8 <= bytes.size(); i += 8) {
    value = tables[7][at(i) ^ (value & 0xFFU)] ^ tables[6][at(i + 1) ^ (value >> 8)] ^ tables[5][at(i + 2)] ^
            tables[4][at(i + 3)] ^ tables[3][at(i + 4)] ^ tables[2][at(i + 5)] ^ tables[1][at(i + 6)] ^
            tables[0][at(i + 7)];
  }
  for (; i < bytes.size(); ++i) value = (value >> 8) ^ tables[0][at(i) ^ (value & 0xFFU)];
  return static_cast<std::uint16_t>(value);
}

}  // namespace hipline::formats::fit
