#include "hipline/server/phone/authority.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "hipline/server/keys/secret.hpp"
#include "hipline/server/phone/addresses.hpp"

namespace hipline::server {
namespace {

namespace fs = std::filesystem;

const Instant start = *Instant::parse("2026-11-25T18:00:00Z");
constexpr std::int64_t day = 86400;
const std::vector<std::string> addresses = {"10.1.2.3", "192.168.1.5"};

// That what it signs is accepted, and for what, is tried with another library: tests/server/phone_test.py.
class HomeAuthority : public testing::Test {
 protected:
  HomeAuthority() : folder_((fs::temp_directory_path() / ("hipline-authority-" + fresh_secret())).string()) {}
  ~HomeAuthority() override { fs::remove_all(folder_); }
  [[nodiscard]] Authority at(Instant now) const { return *Authority::kept(folder_, now); }
  std::string folder_;
};

TEST_F(HomeAuthority, is_made_once_and_kept_for_its_owner_alone) {
  const Authority first = at(start);
  EXPECT_EQ(first.fingerprint().size(), 95);
  EXPECT_EQ(at(start + 365 * day).certificate_pem(), first.certificate_pem());
  (void)first.certificate_for(addresses, start);
  for (const auto& file : fs::directory_iterator(folder_)) {
    struct stat status {};
    ::stat(file.path().c_str(), &status);
    EXPECT_EQ(status.st_mode & 0777, 0600) << file.path();
  }
  struct stat status {};
  ::stat(folder_.c_str(), &status);
  EXPECT_EQ(status.st_mode & 0777, 0700);
}

TEST_F(HomeAuthority, what_lay_there_open_to_all_is_closed_before_a_key_goes_in) {
  fs::create_directory(folder_);
  ::chmod(folder_.c_str(), 0777);
  for (const char* name : {"/authority.key", "/authority.key.unfinished", "/server.key.unfinished"}) {
    std::ofstream(folder_ + name) << "longer than nothing";
    ::chmod((folder_ + name).c_str(), 0666);
  }
  const Authority authority = at(start);
  ASSERT_TRUE(authority.certificate_for(addresses, start).has_value());
  struct stat status {};
  ::stat(folder_.c_str(), &status);
  EXPECT_EQ(status.st_mode & 0777, 0700);
  for (const auto& file : fs::directory_iterator(folder_)) {
    ::stat(file.path().c_str(), &status);
    EXPECT_EQ(status.st_mode & 0777, 0600) << file.path();
  }
}

TEST_F(HomeAuthority, a_link_laid_in_the_way_leads_no_key_elsewhere) {
  fs::create_directory(folder_);
  const std::string elsewhere = folder_ + ".elsewhere";
  fs::create_symlink(elsewhere, folder_ + "/authority.key.unfinished");
  const auto refused = Authority::kept(folder_, start);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, "cannot_write");
  EXPECT_FALSE(fs::exists(elsewhere));
}

TEST_F(HomeAuthority, is_made_anew_where_others_could_read_its_key) {
  const std::string first = at(start).fingerprint();
  ::chmod((folder_ + "/authority.key").c_str(), 0644);
  EXPECT_NE(at(start).fingerprint(), first);
}

TEST_F(HomeAuthority, is_made_anew_before_it_would_end_within_a_certificate) {
  const std::string first = at(start).fingerprint();
  EXPECT_EQ(at(start + 3200 * day).fingerprint(), first);
  EXPECT_NE(at(start + 3300 * day).fingerprint(), first);
}

TEST_F(HomeAuthority, a_certificate_is_kept_until_addresses_change_or_its_end_is_near) {
  const Authority authority = at(start);
  const std::string first = authority.certificate_for(addresses, start)->certificate_pem;
  EXPECT_EQ(authority.certificate_for(addresses, start + 300 * day)->certificate_pem, first);
  EXPECT_NE(authority.certificate_for(addresses, start + 380 * day)->certificate_pem, first);
  EXPECT_NE(authority.certificate_for({"10.1.2.3"}, start)->certificate_pem, first);
}

TEST_F(HomeAuthority, a_certificate_of_an_earlier_authority_is_not_shown) {
  const std::string first = at(start).certificate_for(addresses, start)->certificate_pem;
  fs::remove(folder_ + "/authority.key");
  EXPECT_NE(at(start).certificate_for(addresses, start)->certificate_pem, first);
}

TEST(HomeAddress, is_one_that_the_internet_does_not_use) {
  for (const char* home : {"10.0.0.1", "172.16.0.1", "172.31.255.254", "192.168.178.20", "169.254.1.1"})
    EXPECT_TRUE(is_home_address(home)) << home;
  for (const char* other : {"", "8.8.8.8", "127.0.0.1", "172.15.0.1", "172.32.0.1", "192.169.0.1", "0.0.0.0",
                            "100.64.0.1", "::1", "10.0.0", "10.0.0.1 "})
    EXPECT_FALSE(is_home_address(other)) << other;
}

TEST(HomeAddress, another_one_is_refused) {
  EXPECT_EQ(addresses_to_serve({"8.8.8.8"}).error().code, "not_a_home_address");
  EXPECT_EQ(addresses_to_serve({"0.0.0.0"}).error().code, "not_a_home_address");
  EXPECT_EQ(addresses_to_serve({"10.255.255.253"}).error().code, "no_such_address");
}

}  // namespace
}  // namespace hipline::server
