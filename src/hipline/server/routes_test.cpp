#include "hipline/server/routes.hpp"

#include <gtest/gtest.h>

namespace hipline::server {
namespace {

Handler says(std::string words) {
  return [words](World&, const Request&) -> Result<Reply> { return Reply{.body = words}; };
}

Routes some_routes() {
  Routes routes;
  routes.add({.method = Method::get, .path = "/api/rules", .handler = says("all")});
  routes.add({.method = Method::get, .path = "/api/rules/{id}", .handler = says("one")});
  routes.add({.method = Method::get, .path = "/api/rules/newest", .handler = says("newest")});
  routes.add({.method = Method::remove, .path = "/api/circuit/log/{entry}/marks/{mark}", .handler = says("mark")});
  return routes;
}

TEST(Routes, a_name_stands_for_one_piece_of_the_path) {
  const Routes routes = some_routes();
  const auto found = routes.find(Method::remove, "/api/circuit/log/12/marks/last one");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->named, (std::map<std::string, std::string>{{"entry", "12"}, {"mark", "last one"}}));
  EXPECT_FALSE(routes.find(Method::get, "/api/rules/TR-01/more"));
}

TEST(Routes, an_empty_piece_is_no_value) {
  const Routes routes = some_routes();
  EXPECT_FALSE(routes.find(Method::get, "/api/rules/"));
  EXPECT_FALSE(routes.find(Method::get, "/api//rules"));
  EXPECT_FALSE(routes.find(Method::get, ""));
  EXPECT_FALSE(routes.find(Method::get, "api/rules"));
}

TEST(Routes, what_is_written_out_goes_before_a_name) {
  const Routes routes = some_routes();
  EXPECT_EQ(routes.find(Method::get, "/api/rules/newest")->route->path, "/api/rules/newest");
  EXPECT_EQ(routes.find(Method::get, "/api/rules/oldest")->route->path, "/api/rules/{id}");
}

TEST(Routes, a_known_path_with_another_method_says_so) {
  const Routes routes = some_routes();
  EXPECT_EQ(routes.find(Method::post, "/api/rules").error().code, "no_such_method");
  EXPECT_EQ(routes.find(Method::post, "/api/ruler").error().code, "no_such_page");
}

TEST(Routes, an_error_gets_the_status_that_tells_whose_turn_it_is) {
  const auto status = [](const char* code, Method method = Method::get) {
    return status_of({code, "here", "A sentence."}, method);
  };
  EXPECT_EQ(status("unknown_rule"), 404);
  EXPECT_EQ(status("unknown_zone", Method::patch), 400);
  EXPECT_EQ(status("no_such_import", Method::remove), 404);
  EXPECT_EQ(status("already_undone", Method::remove), 409);
  EXPECT_EQ(status("database_locked"), 503);
  EXPECT_EQ(status("disk_full", Method::post), 500);
  EXPECT_EQ(status("too_large", Method::post), 413);
  EXPECT_EQ(status("no_such_method"), 405);
}

TEST(Routes, an_error_is_told_as_json) {
  const Reply reply = as_reply({"bad_date", "day", "This is no day."}, Method::post);
  EXPECT_EQ(reply.status, 400);
  EXPECT_EQ(reply.body, R"({"error":{"code":"bad_date","where":"day","message":"This is no day."}})");
}

}  // namespace
}  // namespace hipline::server
