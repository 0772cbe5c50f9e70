#include "hipline/load/distance.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <map>
#include <vector>

namespace hipline::load {
namespace {

model::Run run_on(LocalDay day, std::optional<double> km, model::Sport sport = model::Sport::running) {
  model::Run run;
  run.day = day;
  run.sport = sport;
  run.elapsed = minutes(60);
  if (km) run.distance = kilometres(*km);
  return run;
}

const LocalDay today(20000);

TEST(LongestRun, counts_thirty_days_and_not_the_day_itself) {
  const std::vector<model::Run> runs = {run_on(today - 31, 32), run_on(today - 30, 29), run_on(today - 1, 10),
                                        run_on(today, 40)};
  EXPECT_DOUBLE_EQ(longest_run(runs, today)->value(), 29000);
  EXPECT_DOUBLE_EQ(longest_run(runs, today - 1)->value(), 32000);
  EXPECT_DOUBLE_EQ(longest_run(runs, today, 7)->value(), 10000);
}

TEST(LongestRun, is_unknown_rather_than_zero_without_a_known_distance) {
  EXPECT_FALSE(longest_run({}, today));
  const std::vector<model::Run> runs = {run_on(today - 2, std::nullopt), run_on(today - 3, 90, model::Sport::cycling)};
  EXPECT_FALSE(longest_run(runs, today));
}

TEST(LongestRun, agrees_with_a_day_by_day_search) {
  EXPECT_TRUE(rc::check([] {
    std::vector<model::Run> runs;
    std::map<int, double> longest_of_day;
    const int count = *rc::gen::inRange(0, 40);
    for (int i = 0; i < count; ++i) {
      const int ago = *rc::gen::inRange(-5, 60);
      const double km = *rc::gen::inRange(1, 45);
      runs.push_back(run_on(today - ago, km));
      longest_of_day[ago] = std::max(longest_of_day[ago], km);
    }
    double naive = 0;
    for (int ago = 1; ago <= 30; ++ago) {
      if (longest_of_day.contains(ago)) naive = std::max(naive, longest_of_day[ago]);
    }
    const auto fast = longest_run(runs, today);
    RC_ASSERT(fast.has_value() == (naive > 0));
    if (fast) RC_ASSERT(fast->value() == naive * 1000);
  }));
}

TEST(WeeklyDistance, says_which_runs_it_could_not_count) {
  const std::vector<model::Run> runs = {run_on(today - 1, 50), run_on(today, 8), run_on(today + 6, 12.5),
                                        run_on(today + 3, std::nullopt), run_on(today + 7, 20)};
  const Distance week = weekly_distance(runs, today);
  EXPECT_DOUBLE_EQ(week.known.value(), 20500);
  EXPECT_EQ(week.runs, 3);
  EXPECT_EQ(week.without_distance, 1);
}

TEST(Spike, of_a_marathon_after_26_km_is_62_per_cent) {
  EXPECT_NEAR(*spike(Metres(42195), kilometres(26)), 1.62, 0.005);
}

TEST(Spike, is_unknown_without_a_longest_run) {
  EXPECT_FALSE(spike(kilometres(10), std::nullopt));
  EXPECT_FALSE(spike(kilometres(10), Metres(0)));
}

}  // namespace
}  // namespace hipline::load
