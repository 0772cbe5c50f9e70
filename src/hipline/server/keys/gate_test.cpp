#include "hipline/server/keys/gate.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <map>

#include "hipline/server/keys/secret.hpp"

namespace hipline::server {
namespace {

const std::string secret(64, 'a');

Head head(std::map<std::string, std::string> headers) {
  return {"GET", "/",
          [headers](const char* name) -> std::optional<std::string> {
            const auto found = headers.find(name);
            if (found == headers.end()) return std::nullopt;
            return found->second;
          },
          ""};
}

TEST(Gate, a_key_lets_in_once) {
  OwnGate gate({"127.0.0.1:1"}, secret);
  const std::string key = gate.fresh_key();
  EXPECT_FALSE(gate.take_key(""));
  EXPECT_FALSE(gate.take_key(secret));
  EXPECT_TRUE(gate.take_key(key));
  EXPECT_FALSE(gate.take_key(key));
}

TEST(Gate, old_keys_do_not_pile_up) {
  OwnGate gate({"127.0.0.1:1"}, secret);
  const std::string first = gate.fresh_key();
  for (int i = 0; i < 8; ++i) gate.fresh_key();
  EXPECT_FALSE(gate.take_key(first));
}

TEST(Gate, what_changes_something_must_say_where_it_comes_from) {
  const OwnGate gate({"127.0.0.1:1", "localhost:1"}, secret);
  EXPECT_TRUE(gate.is_own_page(Method::get, head({})));
  EXPECT_EQ(gate.is_own_page(Method::post, head({})).error().code, "foreign_origin");
  EXPECT_EQ(gate.is_own_page(Method::post, head({{"Origin", "null"}})).error().code, "foreign_origin");
  EXPECT_TRUE(gate.is_own_page(Method::post, head({{"Origin", "http://localhost:1"}})));
  EXPECT_EQ(gate.is_own_page(Method::get, head({{"Origin", "http://localhost:2"}})).error().code, "foreign_origin");
  EXPECT_EQ(gate.is_own_page(Method::get, head({{"Sec-Fetch-Site", "cross-site"}})).error().code, "foreign_origin");
}

TEST(Gate, only_the_whole_secret_is_this_computers_own_browser) {
  const OwnGate gate({"127.0.0.1:1"}, secret);
  EXPECT_TRUE(gate.caller(head({{"Cookie", "hipline=" + secret}}))->own_computer);
  for (const std::string& held : {std::string(), secret + "a", secret.substr(1)})
    EXPECT_EQ(gate.caller(head({{"Cookie", "hipline=" + held}})).error().code, "no_key");
  EXPECT_EQ(gate.caller(head({})).error().code, "no_key");
}

TEST(Secret, one_that_others_could_read_is_made_anew) {
  const std::string path = (std::filesystem::temp_directory_path() / ("hipline-secret-" + fresh_secret())).string();
  const auto first = kept_secret(path);
  ASSERT_TRUE(first);
  EXPECT_EQ(*kept_secret(path), *first);
  ::chmod(path.c_str(), 0644);
  const auto second = kept_secret(path);
  EXPECT_NE(*second, *first);
  struct stat file {};
  ::stat(path.c_str(), &file);
  EXPECT_EQ(file.st_mode & 0777, 0600);
  std::filesystem::remove(path);
}

TEST(Secret, only_the_same_one_is_the_same) {
  EXPECT_TRUE(same_secret(secret, secret));
  EXPECT_FALSE(same_secret(secret, secret + "a"));
  EXPECT_FALSE(same_secret("", secret));
  EXPECT_NE(fresh_secret(), fresh_secret());
}

}  // namespace
}  // namespace hipline::server
