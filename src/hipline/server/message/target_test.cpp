#include "hipline/server/message/target.hpp"

#include <gtest/gtest.h>

namespace hipline::server {
namespace {

TEST(Target, path_and_query_are_decoded_once) {
  const auto target = read_target("/api/rules/TR%2D07%252F?name=a+b%26c&empty=&name=last&=none");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->path, "/api/rules/TR-07%2F");
  EXPECT_EQ(target->query, (std::map<std::string, std::string>{{"name", "last"}, {"empty", ""}}));
}

TEST(Target, what_steps_out_or_hides_something_is_no_address) {
  for (const char* raw : {"", "x", "*", "/..", "/a/../b", "/%2e%2e/b", "/a/./b", "/a%5c..", "/%", "/%4", "/%zz", "/%00",
                          "/a%0d%0aSet-Cookie:", "/?a=%0a", "/?%zz=1", "http://other/"})
    EXPECT_EQ(read_target(raw).error().code, "bad_address") << raw;
  EXPECT_TRUE(read_target("/a..b/..c"));
}

TEST(Target, a_cookie_is_found_by_its_whole_name) {
  EXPECT_EQ(cookie("xhipline=1; hipline=2; hipline_looks_around=3", "hipline"), "2");
  EXPECT_EQ(cookie("hipline", "hipline"), "");
  EXPECT_EQ(cookie("", "hipline"), "");
}

}  // namespace
}  // namespace hipline::server
