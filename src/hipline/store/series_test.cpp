#include "hipline/store/series.hpp"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <string>

namespace hipline::store {
namespace {

model::Samples an_hour() {
  model::Samples samples;
  for (int i = 0; i < 3600; ++i) {
    samples.time_ms.push_back(1'750'000'000'000 + i * 1000);
    samples.distance_m.push_back(static_cast<float>(i) * 2.9F);
    samples.heart_rate_bpm.push_back(i % 7 == 0 ? std::numeric_limits<float>::quiet_NaN()
                                                : 140.0F + static_cast<float>(i % 11));
    samples.latitude_deg.push_back(52.5 + i * 1e-5);
    samples.ground_contact_ms.push_back(240.0F + static_cast<float>(i % 13) / 10);
  }
  return samples;
}

TEST(Series, come_back_bit_by_bit_with_their_gaps) {
  const model::Samples before = an_hour();
  const auto after = unpack_series(pack_series(before));
  ASSERT_TRUE(after);
  EXPECT_EQ(after->time_ms, before.time_ms);
  EXPECT_EQ(after->distance_m, before.distance_m);
  EXPECT_EQ(after->latitude_deg, before.latitude_deg);
  EXPECT_EQ(after->ground_contact_ms, before.ground_contact_ms);
  ASSERT_EQ(after->heart_rate_bpm.size(), before.heart_rate_bpm.size());
  for (std::size_t i = 0; i < before.heart_rate_bpm.size(); ++i) {
    EXPECT_EQ(std::isnan(after->heart_rate_bpm[i]), std::isnan(before.heart_rate_bpm[i]));
    if (!std::isnan(before.heart_rate_bpm[i])) {
      EXPECT_EQ(after->heart_rate_bpm[i], before.heart_rate_bpm[i]);
    }
  }
  EXPECT_TRUE(after->power_w.empty());
}

TEST(Series, of_an_hour_take_far_less_room_than_their_numbers) {
  const std::string packed = pack_series(an_hour());
  EXPECT_LT(packed.size(), 3600U * (8 + 4 + 4 + 8) / 2);
}

/// Bit by bit, so that one "no value" is as good as another.
template <typename Number>
bool same_bits(const std::vector<Number>& a, const std::vector<Number>& b) {
  return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size() * sizeof(Number)) == 0);
}

TEST(Series, of_numbers_as_devices_count_them_take_a_few_bits_each_and_come_back) {
  model::Samples samples;
  for (int i = 0; i < 3600; ++i) {
    samples.time_ms.push_back(1'750'000'000'000 + i * 1000);
    samples.speed_m_per_s.push_back(static_cast<float>((2900 + i * 37 % 300) * (1 / 1000.0)));
    samples.altitude_m.push_back(static_cast<float>((2700 + i * 7 % 5) * (1 / 5.0) - 500));
    samples.cadence_strides_per_min.push_back(static_cast<float>(84 + (i % 128) / 128.0));
    samples.latitude_deg.push_back((626'349'397 + i * 13 % 400) * (180.0 / 2147483648.0));
    samples.longitude_deg.push_back(134'000'000 / 1e7 + i % 10 / 1e7);
  }
  const std::string packed = pack_series(samples);
  EXPECT_LT(packed.size(), 3600U * 45 / 8);
  const auto after = unpack_series(packed);
  ASSERT_TRUE(after);
  EXPECT_TRUE(same_bits(after->speed_m_per_s, samples.speed_m_per_s));
  EXPECT_TRUE(same_bits(after->altitude_m, samples.altitude_m));
  EXPECT_TRUE(same_bits(after->cadence_strides_per_min, samples.cadence_strides_per_min));
  EXPECT_TRUE(same_bits(after->latitude_deg, samples.latitude_deg));
  EXPECT_TRUE(same_bits(after->longitude_deg, samples.longitude_deg));
}

TEST(Series, of_odd_numbers_come_back_as_they_were) {
  constexpr float none = std::numeric_limits<float>::quiet_NaN();
  constexpr float endless = std::numeric_limits<float>::infinity();
  const std::vector<std::vector<float>> columns = {
      {none, none, none, none},
      {none, 1, none, 2},
      {1, 2, none, -0.0F},
      {endless, 1, 2, -endless},
      {1e20F, 3e38F, -3e38F, 1e-40F},
      {std::bit_cast<float>(0x7FC00001U), 1, 2, -none},
      {16777216, -16777216, 0.1F, 0.3F},
      {9e15F, 1, 2, 3},
  };
  for (const auto& column : columns) {
    model::Samples samples;
    samples.time_ms = {std::numeric_limits<std::int64_t>::min(), -1, 0, std::numeric_limits<std::int64_t>::max()};
    samples.power_w = column;
    samples.latitude_deg.assign(column.begin(), column.end());
    const auto after = unpack_series(pack_series(samples));
    ASSERT_TRUE(after);
    EXPECT_TRUE(same_bits(after->time_ms, samples.time_ms));
    EXPECT_TRUE(same_bits(after->power_w, samples.power_w));
    EXPECT_TRUE(same_bits(after->latitude_deg, samples.latitude_deg));
  }
}

RC_GTEST_PROP(Series, of_any_numbers_come_back_bit_by_bit, ()) {
  const auto count = *rc::gen::inRange<std::size_t>(1, 600);
  model::Samples samples;
  samples.time_ms = *rc::gen::container<std::vector<std::int64_t>>(count, rc::gen::arbitrary<std::int64_t>());
  const auto bits = *rc::gen::container<std::vector<std::uint32_t>>(count, rc::gen::arbitrary<std::uint32_t>());
  const auto more = *rc::gen::container<std::vector<std::uint64_t>>(count, rc::gen::arbitrary<std::uint64_t>());
  const auto whole = *rc::gen::container<std::vector<int>>(count, rc::gen::inRange(-100'000, 100'000));
  const auto per = *rc::gen::element(1.0, 5.0, 100.0, 128.0, 1000.0, 3.0);
  for (std::size_t i = 0; i < count; ++i) {
    samples.power_w.push_back(std::bit_cast<float>(bits[i]));
    samples.latitude_deg.push_back(std::bit_cast<double>(more[i]));
    const bool gap = bits[i] % 5 == 0;
    samples.altitude_m.push_back(gap ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(whole[i] / per));
    samples.longitude_deg.push_back(whole[i] / per);
  }
  const auto after = unpack_series(pack_series(samples));
  RC_ASSERT(after.has_value());
  RC_ASSERT(same_bits(after->time_ms, samples.time_ms));
  RC_ASSERT(same_bits(after->power_w, samples.power_w));
  RC_ASSERT(same_bits(after->latitude_deg, samples.latitude_deg));
  RC_ASSERT(same_bits(after->altitude_m, samples.altitude_m));
  RC_ASSERT(same_bits(after->longitude_deg, samples.longitude_deg));
}

std::string from_hexadecimal(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2)
    bytes.push_back(static_cast<char>(std::stoi(std::string(digits.substr(i, 2)), nullptr, 16)));
  return bytes;
}

TEST(Series, that_an_earlier_program_kept_stay_readable) {
  // What version 1 made of a made-up run of six points, heart rate missing in the third.
  const auto after =
      unpack_series(from_hexadecimal("011b0306000000633800023d5740409b11047a194060369864049328e0ecd95b67131892934f25ff6"
                                     "3b817b7ec1e1783b38b8b8b2bc3d9596"
                                     "9c60c0c6766a619332828282a29ab388101580f147cf874e0db8f5f4e4ef520f15ee915a68719a6eb"
                                     "1f8bfbca9077d77b970683908ab9670c"
                                     "43335b274fbf8383a3a3939317183880c1593038831768810158b90300"));
  ASSERT_TRUE(after);
  ASSERT_EQ(after->records(), 6U);
  EXPECT_EQ(after->time_ms.front(), 1'767'600'000'000);
  EXPECT_EQ(after->time_ms.back(), 1'767'600'600'000);
  EXPECT_EQ(after->altitude_m, (std::vector<float>{40, 40.2F, 40.4F, 40.6F, 40.8F, 41}));
  EXPECT_EQ(after->latitude_deg, (std::vector<double>{52.5, 52.504, 52.508, 52.512, 52.516, 52.52}));
  ASSERT_EQ(after->heart_rate_bpm.size(), 6U);
  EXPECT_TRUE(std::isnan(after->heart_rate_bpm[2]));
  EXPECT_EQ(after->heart_rate_bpm[5], 125);
  EXPECT_NEAR(after->distance_m.back(), 2224, 1);
}

TEST(Series, of_a_run_without_records_are_empty) {
  const auto after = unpack_series(pack_series({}));
  ASSERT_TRUE(after);
  EXPECT_EQ(after->records(), 0U);
}

TEST(Series, that_are_damaged_are_refused_wherever_they_break_off) {
  const std::string packed = pack_series(an_hour());
  for (std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{7}, packed.size() / 2, packed.size() - 1}) {
    const auto after = unpack_series(std::string_view(packed).substr(0, size));
    ASSERT_FALSE(after) << size;
    EXPECT_EQ(after.error().code, "database_damaged");
  }
}

RC_GTEST_PROP(Series, with_a_wrong_byte_are_refused_or_read_but_never_beyond_their_end, ()) {
  std::string packed = pack_series(an_hour());
  packed[*rc::gen::inRange<std::size_t>(0, packed.size())] = *rc::gen::arbitrary<char>();
  const auto after = unpack_series(packed);
  RC_ASSERT(after.has_value() || after.error().code == "database_damaged");
}

TEST(Series, of_a_later_program_are_refused) {
  std::string packed = pack_series(an_hour());
  packed[0] = 3;
  EXPECT_FALSE(unpack_series(packed));
}

}  // namespace
}  // namespace hipline::store
