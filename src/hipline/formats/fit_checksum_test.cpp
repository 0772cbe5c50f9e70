#include "hipline/formats/fit_checksum.hpp"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace hipline::formats::fit {
namespace {

std::span<const std::byte> bytes_of(std::string_view text) {
  return std::as_bytes(std::span(text.data(), text.size()));
}

/// Bit by bit, as the definition says it.
std::uint16_t slow_checksum(std::span<const std::byte> bytes) {
  unsigned value = 0;
  for (const std::byte byte : bytes) {
    value ^= static_cast<unsigned>(byte);
    for (int bit = 0; bit < 8; ++bit) value = (value & 1U) != 0 ? (value >> 1) ^ 0xA001U : value >> 1;
  }
  return static_cast<std::uint16_t>(value);
}

TEST(FitChecksum, gives_the_published_check_value_of_crc_16_arc) { EXPECT_EQ(checksum(bytes_of("123456789")), 0xBB3D); }

TEST(FitChecksum, is_the_same_eight_bytes_at_a_time_as_bit_by_bit) {
  std::vector<std::byte> bytes;
  for (int i = 0; i < 60; ++i) {
    EXPECT_EQ(checksum(bytes), slow_checksum(bytes)) << i;
    bytes.push_back(static_cast<std::byte>(i * 37 + 11));
  }
}

TEST(FitChecksum, can_be_continued) {
  const std::string_view text = "a run of words that is longer than eight bytes";
  EXPECT_EQ(checksum(bytes_of(text.substr(13)), checksum(bytes_of(text.substr(0, 13)))), checksum(bytes_of(text)));
}

}  // namespace
}  // namespace hipline::formats::fit
