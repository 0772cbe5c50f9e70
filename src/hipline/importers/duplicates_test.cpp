#include "hipline/importers/duplicates.hpp"

#include <gtest/gtest.h>

namespace hipline::importers {
namespace {

model::Run run(std::int64_t start_s, double elapsed_s, std::optional<double> distance_m) {
  model::Run made;
  made.start = Instant::from_seconds(1'700'000'000 + start_s);
  made.elapsed = Seconds(elapsed_s);
  if (distance_m) made.distance = Metres(*distance_m);
  return made;
}

TEST(SameActivity, needs_eighty_per_cent_of_the_shorter_ones_time) {
  EXPECT_TRUE(same_activity(run(0, 1000, 3000), run(200, 1000, 3000)));
  EXPECT_FALSE(same_activity(run(0, 1000, 3000), run(201, 1000, 3000)));
  EXPECT_TRUE(same_activity(run(200, 1000, 3000), run(0, 1000, 3000)));
}

TEST(SameActivity, needs_distances_within_five_per_cent) {
  EXPECT_TRUE(same_activity(run(0, 1000, 10000), run(0, 1000, 9500)));
  EXPECT_FALSE(same_activity(run(0, 1000, 10000), run(0, 1000, 9499)));
}

TEST(SameActivity, a_short_part_of_a_long_run_is_not_the_same_when_it_is_shorter_in_distance) {
  EXPECT_FALSE(same_activity(run(0, 7200, 24000), run(600, 600, 2000)));
}

TEST(SameActivity, falls_back_on_time_where_a_distance_is_unknown) {
  EXPECT_TRUE(same_activity(run(0, 1800, std::nullopt), run(5, 1800, 5000)));
  EXPECT_FALSE(same_activity(run(0, 1800, std::nullopt), run(1000, 1800, std::nullopt)));
}

TEST(SameActivity, two_halves_of_a_day_are_two_runs) {
  EXPECT_FALSE(same_activity(run(0, 1800, 5000), run(7200, 1800, 5000)));
}

}  // namespace
}  // namespace hipline::importers
