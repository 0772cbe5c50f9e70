#include "hipline/store/series.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

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

}  // namespace
}  // namespace hipline::store
