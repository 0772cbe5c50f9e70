#include "hipline/server/phone/devices.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "hipline/server/keys/secret.hpp"
#include "hipline/server/phone/phone_door.hpp"

namespace hipline::server {
namespace {

namespace fs = std::filesystem;

const Instant start = *Instant::parse("2026-11-25T18:00:00Z");

class PairedDevices : public testing::Test {
 protected:
  PairedDevices() : path_((fs::temp_directory_path() / ("hipline-devices-" + fresh_secret())).string()) {}
  ~PairedDevices() override {
    fs::remove(path_);
    fs::remove(path_ + ".lock");
  }
  std::string path_;
};

TEST_F(PairedDevices, what_is_kept_lets_nobody_in_by_itself) {
  Devices devices(path_);
  const auto added = devices.add("iPhone", start);
  ASSERT_TRUE(added);
  struct stat file {};
  ::stat(path_.c_str(), &file);
  EXPECT_EQ(file.st_mode & 0777, 0600);
  std::ifstream in(path_);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  EXPECT_EQ(text.find(added->secret), std::string::npos);
  EXPECT_FALSE(devices.seen(added->device.secret_hash, start));
  EXPECT_FALSE(devices.seen("", start));
  EXPECT_EQ(devices.seen(added->secret, start)->id, added->device.id);
}

TEST_F(PairedDevices, another_program_sees_the_same_list_and_revokes_from_it) {
  Devices serving(path_);
  const auto added = serving.add("iPhone", start);
  Devices other(path_);
  ASSERT_EQ(other.all()->size(), 1);
  EXPECT_TRUE(serving.seen(added->secret, start + 90));
  EXPECT_EQ(other.all()->front().last_seen_at, start + 90);
  EXPECT_TRUE(other.revoke(added->device.id));
  EXPECT_FALSE(serving.seen(added->secret, start + 300));
  EXPECT_EQ(other.revoke(added->device.id).error().code, "no_such_device");
  EXPECT_TRUE(Devices(path_).all()->empty());
}

TEST_F(PairedDevices, all_are_shut_out_at_once_and_nothing_of_them_is_left) {
  Devices devices(path_);
  const auto one = devices.add("iPhone", start);
  const auto other = devices.add("Mia's phone", start);
  ASSERT_TRUE(one && other);
  EXPECT_TRUE(devices.revoke_all());
  EXPECT_FALSE(devices.seen(one->secret, start));
  EXPECT_FALSE(devices.seen(other->secret, start));
  EXPECT_TRUE(devices.all()->empty());
  EXPECT_FALSE(fs::exists(path_));
  EXPECT_TRUE(devices.revoke_all());
  std::ofstream(path_) << "damaged";
  EXPECT_TRUE(devices.revoke_all());
  EXPECT_TRUE(devices.all()->empty());
}

TEST_F(PairedDevices, a_damaged_list_lets_nobody_in) {
  Devices devices(path_);
  const auto added = devices.add("iPhone", start);
  std::ofstream(path_) << R"({"devices": [{"id": "1"}]})";
  EXPECT_FALSE(devices.seen(added->secret, start));
  EXPECT_EQ(devices.all().error().code, "devices_damaged");
  EXPECT_EQ(devices.add("Other", start).error().code, "devices_damaged");
}

TEST_F(PairedDevices, the_list_has_an_end) {
  Devices devices(path_);
  for (int i = 0; i < 20; ++i) ASSERT_TRUE(devices.add("Phone", start));
  EXPECT_EQ(devices.add("Phone", start).error().code, "already_many_devices");
}

TEST(DeviceName, is_one_short_line) {
  EXPECT_EQ(tidy_name("  Mia's \n phone\t", "Phone"), "Mia's phone");
  EXPECT_EQ(tidy_name(" \n", "Phone"), "Phone");
  EXPECT_EQ(tidy_name(std::string(100, 'x'), "Phone"), std::string(40, 'x'));
  EXPECT_EQ(tidy_name("Zoë", "Phone"), "Zoë");
}

TEST(DeviceName, can_neither_rule_the_terminal_nor_hide_in_it) {
  EXPECT_EQ(tidy_name("A\x1b[2J\x9b"
                      "2K\xc2\x9b"
                      "2KB",
                      "Phone"),
            "A [2J2K2KB");
  EXPECT_EQ(tidy_name("A\u202eB\u2066C\u200bD\ufeff", "Phone"), "ABCD");
  EXPECT_EQ(tidy_name("\u202e\u200b", "Phone"), "Phone");
  EXPECT_EQ(tidy_name("A\u2028Paired: B", "Phone"), "A Paired: B");
  // Broken, cut off, longer than it has to be, half of a pair, beyond the last one: no characters.
  EXPECT_EQ(tidy_name("A\xff\xe2\x82"
                      "B\xc0\xaf"
                      "C\xed\xa0\x80"
                      "D\xf4\x90\x80\x80"
                      "E\xf0\x9f",
                      "Phone"),
            "ABCDE");
}

TEST(DeviceName, keeps_the_letters_of_all_languages) {
  EXPECT_EQ(tidy_name("Zoës 電話 📱", "Phone"), "Zoës 電話 📱");
  std::string many;
  for (int i = 0; i < 50; ++i) many += "ë";
  EXPECT_EQ(tidy_name(many, "Phone"), many.substr(0, 80));
}

TEST(DeviceName, begins_as_what_the_browser_tells) {
  EXPECT_EQ(kind_of_device("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)"), "iPhone");
  EXPECT_EQ(kind_of_device("Mozilla/5.0 (Linux; Android 15)"), "Android phone");
  EXPECT_EQ(kind_of_device(""), "Phone");
}

}  // namespace
}  // namespace hipline::server
