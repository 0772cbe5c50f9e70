#include "hipline/app/export/base64.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace hipline::app {
namespace {

// The test vectors of RFC 4648.
TEST(Base64, gives_the_published_values) {
  EXPECT_EQ(to_base64(""), "");
  EXPECT_EQ(to_base64("f"), "Zg==");
  EXPECT_EQ(to_base64("fo"), "Zm8=");
  EXPECT_EQ(to_base64("foo"), "Zm9v");
  EXPECT_EQ(to_base64("foobar"), "Zm9vYmFy");
}

TEST(Base64, gives_any_bytes_back) {
  EXPECT_TRUE(rc::check([](const std::string& bytes) { RC_ASSERT(from_base64(to_base64(bytes)) == bytes); }));
}

TEST(Base64, refuses_what_it_never_writes) {
  EXPECT_FALSE(from_base64("Zg="));
  EXPECT_FALSE(from_base64("Z g="));
  EXPECT_FALSE(from_base64("=Zg="));
}

}  // namespace
}  // namespace hipline::app
