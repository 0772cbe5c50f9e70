#include "hipline/importers/fit/fit_part.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace hipline::importers {
namespace {

/// Lays down messages byte by byte.
class Bytes {
 public:
  Bytes& add(std::initializer_list<int> values) {
    for (const int value : values) bytes_.push_back(static_cast<std::byte>(value));
    return *this;
  }
  Bytes& number(std::uint64_t value, std::size_t size, bool big_endian = false) {
    for (std::size_t i = 0; i < size; ++i)
      bytes_.push_back(static_cast<std::byte>(value >> (8 * (big_endian ? size - 1 - i : i))));
    return *this;
  }
  Bytes& text(std::string_view word, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) bytes_.push_back(static_cast<std::byte>(i < word.size() ? word[i] : '\0'));
    return *this;
  }
  [[nodiscard]] FitPart read() const { return read_fit_part(bytes_, bytes_.size()); }

 private:
  std::vector<std::byte> bytes_;
};

constexpr std::uint32_t noon = 0x4000'0000;

/// One record with every field that a plan knows, in either byte order.
Bytes full_record(bool big_endian) {
  Bytes bytes;
  bytes.add({0x40, 0, big_endian ? 1 : 0}).number(20, 2, big_endian).add({17});
  bytes.add({253, 4, 0x86, 0, 4, 0x85, 1, 4, 0x85, 5, 4, 0x86, 2, 2, 0x84, 78, 4, 0x86, 6, 2, 0x84, 73, 4, 0x86});
  bytes.add({3, 1, 2, 4, 1, 2, 53, 1, 2, 7, 2, 0x84, 13, 1, 1, 39, 2, 0x84, 41, 2, 0x84, 84, 2, 0x84, 85, 2, 0x84});
  bytes.add({0});
  bytes.number(noon, 4, big_endian).number(0x2000'0000, 4, big_endian).number(0xE000'0000, 4, big_endian);
  bytes.number(123'456, 4, big_endian);
  bytes.number(3000, 2, big_endian).number(3100, 4, big_endian);  // 100 m, then more finely 120 m
  bytes.number(3000, 2, big_endian).number(3333, 4, big_endian);
  bytes.add({150, 85, 64}).number(280, 2, big_endian).add({0xFD});
  bytes.number(812, 2, big_endian).number(2456, 2, big_endian).number(4975, 2, big_endian).number(11234, 2, big_endian);
  return bytes;
}

TEST(FitPart, takes_every_usual_field_of_a_record_in_both_byte_orders) {
  for (const bool big_endian : {false, true}) {
    const FitPart part = full_record(big_endian).read();
    ASSERT_EQ(part.ending, FitEnding::complete) << big_endian;
    ASSERT_EQ(part.records.size(), 1U) << big_endian;
    const TrackPoint& point = part.records[0];
    EXPECT_EQ(point.time_ms, (631'065'600LL + noon) * 1000);
    EXPECT_DOUBLE_EQ(point.latitude_deg, 45);
    EXPECT_DOUBLE_EQ(point.longitude_deg, -45);
    EXPECT_DOUBLE_EQ(point.distance_m, 1234.56);
    EXPECT_FLOAT_EQ(point.altitude_m, 120);
    EXPECT_FLOAT_EQ(point.speed_m_per_s, 3.333F);
    EXPECT_EQ(point.heart_rate_bpm, 150);
    EXPECT_EQ(point.cadence_strides_per_min, 85.5F);
    EXPECT_EQ(point.power_w, 280);
    EXPECT_EQ(point.temperature_c, -3);
    EXPECT_FLOAT_EQ(point.vertical_oscillation_mm, 81.2F);
    EXPECT_FLOAT_EQ(point.ground_contact_ms, 245.6F);
    EXPECT_FLOAT_EQ(point.ground_contact_left_percent, 49.75F);
    EXPECT_FLOAT_EQ(point.step_length_mm, 1123.4F);
  }
}

/// Messages 132: one that ties the strap's clock (1000 s) to noon, then eight beats 0.5 s apart in twelve bits each.
Bytes strap_beats() {
  Bytes bytes;
  bytes.add({0x41, 0, 0}).number(132, 2).add({4, 253, 4, 0x86, 0, 2, 0x84, 6, 1, 2, 9, 4, 0x86});
  bytes.add({1}).number(noon, 4).number(16384, 2).add({100}).number(1000 * 1024, 4);  // half a second past
  bytes.add({0x42, 0, 0}).number(132, 2).add({2, 6, 8, 2, 10, 12, 0x0D});
  bytes.add({2, 110, 120, 130, 140, 150, 160, 170, 180});
  for (unsigned pair = 0; pair < 4; ++pair) {
    const unsigned first = (1000 * 1024 + (2 * pair + 1) * 512) & 0xFFFU;
    const unsigned second = (1000 * 1024 + (2 * pair + 2) * 512) & 0xFFFU;
    bytes.number(first | second << 12, 3);
  }
  return bytes;
}

Activity records_from(std::int64_t first_s, int count) {
  Activity activity;
  for (int i = 0; i < count; ++i) activity.samples.time_ms.push_back((first_s + i) * 1000);
  return activity;
}

TEST(FitPart, heart_rates_of_a_strap_are_laid_on_the_records_that_have_none) {
  FitPart part = strap_beats().read();
  ASSERT_EQ(part.ending, FitEnding::complete);
  Activity activity = records_from(631'065'600LL + noon, 7);
  std::vector<float>& rates = activity.samples.heart_rate_bpm;
  rates.assign(7, TrackPoint::unknown);
  rates[2] = 99;
  EXPECT_EQ(part.strap.lay_on(activity), 5U);
  EXPECT_TRUE(std::isnan(rates[0]));  // before the first beat
  EXPECT_EQ(rates[1], 105);           // of 0.5 s and 1.0 s past noon
  EXPECT_EQ(rates[2], 99);            // the watch's own word stays
  EXPECT_EQ(rates[3], 145);
  EXPECT_EQ(rates[4], 165);
  EXPECT_EQ(rates[5], 180);
  EXPECT_EQ(activity.run.heart_rate_max_bpm, 180);
}

TEST(FitPart, a_strap_that_has_gone_silent_says_nothing_after_five_seconds) {
  StrapHeartRate joined;
  joined.join(std::move(strap_beats().read().strap));  // of a part of its own
  Activity activity = records_from(631'065'600LL + noon + 9, 3);
  EXPECT_EQ(joined.lay_on(activity), 1U);
  EXPECT_EQ(activity.samples.heart_rate_bpm[0], 180);
  EXPECT_TRUE(std::isnan(activity.samples.heart_rate_bpm[1]));
}

TEST(FitPart, beats_without_a_tie_to_the_watchs_clock_are_passed_over) {
  Bytes bytes;
  bytes.add({0x42, 0, 0}).number(132, 2).add({2, 6, 2, 2, 10, 3, 0x0D}).add({2, 110, 120, 1, 2, 3});
  FitPart part = bytes.read();
  Activity activity = records_from(631'065'600LL + noon, 3);
  EXPECT_EQ(part.strap.lay_on(activity), 0U);
  EXPECT_TRUE(activity.samples.heart_rate_bpm.empty());
}

/// A description of field 3 of app 0, then a record with the time, a heart rate and that field.
FitPart read_app_field(int type, std::size_t size, std::uint64_t value, int stands_for, int scale = 0xFF) {
  Bytes bytes;
  bytes.add({0x40, 0, 0}).number(206, 2).add({7});
  bytes.add({0, 1, 2, 1, 1, 2, 2, 1, 2, 3, 8, 7, 6, 1, 2, 14, 2, 0x84, 15, 1, 2});
  bytes.add({0x00, 0, 3, type}).text("Power", 8).add({scale}).number(20, 2).add({stands_for});
  bytes.add({0x61, 0, 0}).number(20, 2).add({2, 253, 4, 0x86, 3, 1, 2, 1, 3, static_cast<int>(size), 0});
  bytes.add({0x01}).number(noon, 4).add({140}).number(value, size);
  return bytes.read();
}

TEST(FitPart, an_apps_field_stands_in_for_the_one_that_the_record_lacks) {
  const FitPart power = read_app_field(0x84, 2, 301, 7);
  ASSERT_EQ(power.records.size(), 1U);
  EXPECT_EQ(power.records[0].power_w, 301);
  EXPECT_EQ(power.records[0].heart_rate_bpm, 140);
  // 12.5 km in metres as a float; a record of its own counts centimetres.
  const FitPart distance = read_app_field(0x88, 4, 0x46435000, 5);
  EXPECT_DOUBLE_EQ(distance.records[0].distance_m, 12500);
  // Written as tenths of a watt.
  EXPECT_EQ(read_app_field(0x84, 2, 3010, 7, 10).records[0].power_w, 301);
}

TEST(FitPart, an_apps_field_never_takes_the_place_of_the_records_own) {
  EXPECT_EQ(read_app_field(0x02, 1, 99, 3).records[0].heart_rate_bpm, 140);
}

TEST(FitPart, an_apps_field_of_no_known_meaning_or_type_is_stepped_over) {
  EXPECT_TRUE(std::isnan(read_app_field(0x84, 2, 301, 200).records[0].power_w));
  EXPECT_TRUE(std::isnan(read_app_field(0x42, 2, 301, 7).records[0].power_w));
  EXPECT_TRUE(std::isnan(read_app_field(0x86, 2, 301, 7).records[0].power_w));
}

TEST(FitPart, an_apps_field_behind_more_than_65535_bytes_is_found) {
  Bytes bytes;
  bytes.add({0x40, 0, 0}).number(206, 2).add({5, 0, 1, 2, 1, 1, 2, 2, 1, 2, 14, 2, 0x84, 15, 1, 2});
  bytes.add({0x00, 0, 3, 0x02}).number(20, 2).add({3});
  bytes.add({0x61, 0, 0}).number(20, 2).add({255, 253, 4, 0x86});
  for (int field = 0; field < 254; ++field) bytes.add({200, 255, 13});
  bytes.add({4});
  for (int field = 0; field < 3; ++field) bytes.add({9, 255, 0});
  bytes.add({3, 1, 0});
  bytes.add({0x01}).number(noon, 4);
  for (int byte = 0; byte < 257 * 255; ++byte) bytes.add({0});
  bytes.add({133});
  const FitPart part = bytes.read();
  ASSERT_EQ(part.records.size(), 1U);
  EXPECT_EQ(part.records[0].heart_rate_bpm, 133);
}

TEST(FitPart, a_value_that_cannot_be_counts_as_not_said) {
  Bytes bytes;
  bytes.add({0x40, 0, 0}).number(20, 2).add({4, 253, 4, 0x86, 73, 4, 0x86, 7, 2, 0x84, 3, 1, 2});
  bytes.add({0x00}).number(noon, 4).number(200'000, 4).number(20'000, 2).add({0});
  const FitPart part = bytes.read();
  ASSERT_EQ(part.records.size(), 1U);
  EXPECT_TRUE(std::isnan(part.records[0].speed_m_per_s));
  EXPECT_TRUE(std::isnan(part.records[0].power_w));
  EXPECT_TRUE(std::isnan(part.records[0].heart_rate_bpm));
}

}  // namespace
}  // namespace hipline::importers
