#include "hipline/server/message/gzip.hpp"

#include <gtest/gtest.h>
#include <libdeflate.h>

namespace hipline::server {
namespace {

std::string unpacked(const std::string& packed, std::size_t size) {
  std::string text(size, '\0');
  libdeflate_decompressor* machine = libdeflate_alloc_decompressor();
  EXPECT_EQ(libdeflate_gzip_decompress(machine, packed.data(), packed.size(), text.data(), text.size(), nullptr),
            LIBDEFLATE_SUCCESS);
  libdeflate_free_decompressor(machine);
  return text;
}

TEST(Gzip, what_is_packed_unpacks_to_the_same) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "{\"day\":" + std::to_string(i) + "},";
  const auto packed = as_gzip(text);
  ASSERT_TRUE(packed);
  EXPECT_LT(packed->size(), text.size() / 3);
  EXPECT_EQ(unpacked(*packed, text.size()), text);
}

TEST(Gzip, what_gains_nothing_stays_as_it_is) {
  EXPECT_FALSE(as_gzip(""));
  EXPECT_FALSE(as_gzip(std::string(1000, 'a')));
  std::string noise;
  for (unsigned i = 0, state = 1; i < 4000; ++i)
    noise += static_cast<char>((state = state * 1664525U + 1013904223U) >> 24);
  EXPECT_FALSE(as_gzip(noise));
}

}  // namespace
}  // namespace hipline::server
