#include "hipline/load/session_load.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <vector>

namespace hipline::load {
namespace {

const LocalDay today(20000);

model::Run run_on(LocalDay day, double min, std::optional<double> rpe) {
  model::Run run;
  run.day = day;
  run.elapsed = minutes(min);
  run.session_rpe = rpe;
  return run;
}

TEST(SessionLoad, is_effort_times_minutes_and_unknown_without_effort) {
  EXPECT_DOUBLE_EQ(session_load(run_on(today, 40, 5))->value(), 200);
  EXPECT_FALSE(session_load(run_on(today, 40, std::nullopt)));
  model::Run stopped = run_on(today, 50, 4);
  stopped.moving = minutes(45);
  EXPECT_DOUBLE_EQ(session_load(stopped)->value(), 180);
}

TEST(DailyLoads, do_not_take_days_before_the_first_known_run_for_rest) {
  const std::vector<model::Run> runs = {run_on(today - 3, 30, 4), run_on(today - 1, 30, std::nullopt)};
  const auto loads = daily_loads(runs, today, 5);
  EXPECT_FALSE(loads[0]);
  EXPECT_FALSE(loads[1]);
  EXPECT_DOUBLE_EQ(loads[2]->value(), 120);
  EXPECT_DOUBLE_EQ(loads[3]->value(), 0);
  EXPECT_FALSE(loads[4]);
}

TEST(AcuteToChronic, says_how_many_days_it_has_and_needs) {
  const std::vector<model::Run> runs = {run_on(today - 10, 30, 4)};
  EXPECT_EQ(acute_to_chronic(runs, today), Described(NotEnoughDays{10, 28}));
  EXPECT_EQ(acute_to_chronic({}, today), Described(NotEnoughDays{0, 28}));
}

TEST(Monotony, does_not_exist_where_every_day_was_the_same) {
  std::vector<model::Run> runs;
  for (int ago = 7; ago >= 1; --ago) runs.push_back(run_on(today - ago, 30, 4));
  EXPECT_EQ(monotony(runs, today), Described(NoSuchNumber{}));
}

TEST(Monotony, of_one_session_in_a_week_is_one_over_the_root_of_six) {
  // Loads 0 six times and L once: mean L/7, population SD L*sqrt(6)/7.
  const std::vector<model::Run> runs = {run_on(today - 9, 30, 1), run_on(today - 4, 60, 5)};
  EXPECT_NEAR(std::get<double>(monotony(runs, today)), 1 / std::sqrt(6.0), 1e-12);
}

TEST(AcuteToChronic, agrees_with_sums_taken_run_by_run) {
  EXPECT_TRUE(rc::check([] {
    std::vector<model::Run> runs = {run_on(today - 40, 30, 3)};
    double week = 0;
    double month = 0;
    const int count = *rc::gen::inRange(1, 30);
    for (int i = 0; i < count; ++i) {
      const int ago = *rc::gen::inRange(1, 29);
      const double min = *rc::gen::inRange(10, 180);
      const double rpe = *rc::gen::inRange(1, 11);
      runs.push_back(run_on(today - ago, min, rpe));
      month += min * rpe;
      if (ago <= 7) week += min * rpe;
    }
    RC_ASSERT(std::abs(std::get<double>(acute_to_chronic(runs, today)) - week * 4 / month) < 1e-9);
  }));
}

}  // namespace
}  // namespace hipline::load
