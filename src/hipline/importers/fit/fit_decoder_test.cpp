#include "hipline/importers/fit/fit_decoder.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <vector>

namespace hipline::importers {
namespace {

std::vector<std::byte> bytes_of(std::initializer_list<int> values) {
  std::vector<std::byte> bytes;
  for (const int value : values) bytes.push_back(static_cast<std::byte>(value));
  return bytes;
}

TEST(FitDecoder, reads_big_endian_numbers) {
  // Message 20 with the time (253, uint32) and power (7, uint16), then one message.
  const auto bytes =
      bytes_of({0x40, 0, 1, 0, 20, 2, 253, 4, 0x86, 7, 2, 0x84, 0x00, 0x3B, 0xB4, 0x85, 0x76, 0x01, 0x02});
  FitDecoder decoder(bytes, bytes.size());
  const auto message = decoder.next();
  ASSERT_TRUE(message);
  EXPECT_EQ(message->number(), 20);
  EXPECT_EQ(message->time(), 0x3BB48576U);
  EXPECT_EQ(message->value(7), 258);
  EXPECT_FALSE(decoder.next());
  EXPECT_EQ(decoder.ending(), FitEnding::complete);
}

TEST(FitDecoder, counts_compressed_times_on_from_the_last_full_one_and_over_the_32_seconds) {
  // Local 0: a full time of …1E (30 of 32). Local 1: heart rate only, with compressed headers 31, 1, 1 and 0.
  const auto bytes =
      bytes_of({0x40,      0,    0,        20,   0,        1,   253,      4,  0x86, 0x41, 0, 0, 20, 0, 1, 3, 1, 2,  //
                0x00,      0x5E, 0x00,     0x00, 0x30,                                                              //
                0xA0 | 31, 100,  0xA0 | 1, 101,  0xA0 | 1, 102, 0xA0 | 0, 103});
  FitDecoder decoder(bytes, bytes.size());
  std::vector<std::uint32_t> times;
  while (const auto message = decoder.next()) times.push_back(message->time().value_or(0) - 0x30000040U);
  EXPECT_EQ(times, (std::vector<std::uint32_t>{30, 31, 33, 33, 64}));
}

TEST(FitDecoder, skips_developer_fields_and_unknown_types_by_their_size) {
  // A developer field of 3 bytes behind a heart rate; then a field whose type (0x42) nobody knows.
  const auto bytes = bytes_of({0x60, 0, 0, 20, 0, 1, 3, 1, 2,    1, 0, 3, 0,    0x00, 99, 1, 2, 3,  //
                               0x41, 0, 0, 20, 0, 2, 9, 5, 0x42, 3, 1, 2, 0x01, 1,    2,  3, 4, 5, 98});
  FitDecoder decoder(bytes, bytes.size());
  EXPECT_EQ(decoder.next()->value(3), 99);
  const auto second = decoder.next();
  EXPECT_FALSE(second->value(9));
  EXPECT_EQ(second->value(3), 98);
  EXPECT_FALSE(decoder.next());
  EXPECT_EQ(decoder.ending(), FitEnding::complete);
}

TEST(FitDecoder, a_field_whose_size_does_not_fit_its_type_says_nothing_and_is_stepped_over) {
  const auto bytes = bytes_of({0x40, 0, 0, 20, 0, 2, 6, 3, 0x84, 3, 1, 2, 0x00, 1, 2, 3, 97});
  FitDecoder decoder(bytes, bytes.size());
  const auto message = decoder.next();
  EXPECT_FALSE(message->value(6));
  EXPECT_EQ(message->value(3), 97);
}

TEST(FitDecoder, knows_each_types_no_value) {
  const auto bytes =
      bytes_of({0x40, 0, 0, 20,   0,    5,    3,    1,    2,    13,   1,    1,    7,    2,    0x84, 0,    4,
                0x85, 8, 4, 0x88, 0x00, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF});
  FitDecoder decoder(bytes, bytes.size());
  const auto message = decoder.next();
  ASSERT_TRUE(message);
  for (const int field : {3, 13, 7, 0, 8, 200}) {
    EXPECT_FALSE(message->value(static_cast<std::uint8_t>(field))) << field;
  }
}

TEST(FitDecoder, of_an_array_the_first_element_counts) {
  const auto bytes = bytes_of({0x40, 0, 0, 20, 0, 1, 7, 4, 0x84, 0x00, 5, 0, 6, 0});
  FitDecoder decoder(bytes, bytes.size());
  const auto message = decoder.next();
  EXPECT_EQ(message->value(7), 5);
  EXPECT_EQ(message->raw(7).size(), 4U);
}

TEST(FitDecoder, says_how_it_ended) {
  const auto undefined = bytes_of({0x03, 1, 2});
  FitDecoder broken(undefined, undefined.size());
  EXPECT_FALSE(broken.next());
  EXPECT_EQ(broken.ending(), FitEnding::broken_message);

  const auto half = bytes_of({0x40, 0, 0, 20, 0, 1, 253, 4, 0x86, 0x00, 1, 2});
  FitDecoder cut(half, half.size());
  EXPECT_FALSE(cut.next());
  EXPECT_EQ(cut.ending(), FitEnding::breaks_off);
  EXPECT_EQ(cut.sound_bytes(), 9U);

  FitDecoder promised_more({}, 10);
  EXPECT_FALSE(promised_more.next());
  EXPECT_EQ(promised_more.ending(), FitEnding::breaks_off);
}

}  // namespace
}  // namespace hipline::importers
