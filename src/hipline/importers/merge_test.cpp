#include "hipline/importers/merge.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace hipline::importers {
namespace {

Activity recorded(int records, std::int64_t step_ms = 1000, std::int64_t shift_ms = 0) {
  Activity made;
  made.run.start = Instant(1'772'352'000'000 + shift_ms);
  made.run.elapsed = Seconds(static_cast<double>(records));
  made.kind = "run";
  for (int i = 0; i < records; ++i) made.samples.time_ms.push_back(made.run.start.milliseconds() + i * step_ms);
  return made;
}

TEST(Merge, more_columns_are_richer_than_more_records_and_those_than_more_totals) {
  Activity coarse = recorded(10);
  coarse.samples.heart_rate_bpm.assign(10, 140);
  Activity fine = recorded(600);
  Activity line = recorded(0);
  line.run.session_rpe = 5;
  line.run.distance = kilometres(10);
  EXPECT_TRUE(is_richer(coarse, fine));
  EXPECT_TRUE(is_richer(fine, line));
  EXPECT_FALSE(is_richer(fine, fine));
}

TEST(Merge, what_one_source_lacks_is_taken_from_the_other_and_named) {
  Activity watch = recorded(60);
  watch.samples.latitude_deg.assign(60, 47);
  watch.samples.longitude_deg.assign(60, 8);
  watch.run.distance = kilometres(1);
  Activity strap = recorded(12, 5000, 300);
  for (int i = 0; i < 12; ++i) strap.samples.heart_rate_bpm.push_back(static_cast<float>(100 + i));
  strap.run.distance = kilometres(1.02);
  strap.run.session_rpe = 6;
  EXPECT_EQ(add_missing(watch, strap), (std::vector<std::string>{"effort", "heart rate"}));
  EXPECT_EQ(watch.run.distance->value(), 1000);
  EXPECT_EQ(watch.run.session_rpe, 6);
  ASSERT_EQ(watch.samples.heart_rate_bpm.size(), 60U);
  EXPECT_EQ(watch.samples.heart_rate_bpm[0], 100);
  EXPECT_EQ(watch.samples.heart_rate_bpm[5], 101);
  EXPECT_EQ(watch.samples.heart_rate_bpm[59], 111);
}

TEST(Merge, a_value_further_than_ten_seconds_away_is_not_taken_for_ours) {
  Activity watch = recorded(60);
  Activity strap = recorded(2);
  strap.samples.heart_rate_bpm = {120, 121};
  add_missing(watch, strap);
  EXPECT_EQ(watch.samples.heart_rate_bpm[11], 121);
  EXPECT_TRUE(std::isnan(watch.samples.heart_rate_bpm[12]));
}

TEST(Merge, a_guessed_sport_gives_way_to_a_named_one_and_never_the_other_way_round) {
  Activity route = recorded(2);
  route.run.sport = model::Sport::walking;
  route.kind = "walk";
  route.sport_is_a_guess = true;
  Activity workout = recorded(0);
  workout.run.sport = model::Sport::running;
  workout.kind = "run";
  Activity named = workout;
  EXPECT_TRUE(add_missing(named, route).size() == 1U);
  EXPECT_EQ(named.run.sport, model::Sport::running);
  EXPECT_EQ(add_missing(route, workout), std::vector<std::string>{"sport"});
  EXPECT_EQ(route.kind, "run");
}

TEST(Merge, nothing_new_leaves_everything_as_it_was) {
  Activity a = recorded(5);
  a.samples.heart_rate_bpm.assign(5, 130);
  const Activity before = a;
  EXPECT_TRUE(add_missing(a, before).empty());
}

}  // namespace
}  // namespace hipline::importers
