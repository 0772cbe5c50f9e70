#include "hipline/baseline/baseline.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "hipline/baseline/habits.hpp"

namespace hipline::baseline {
namespace {

constexpr Parameters parameters = {.weeks_looked_at = 6,
                                   .runs_needed = 4,
                                   .week_3_share = 0.775,
                                   .week_2_share = 0.6,
                                   .week_1_share = 0.38,
                                   .week_2_long_minutes = 90,
                                   .week_1_run_minutes = 60,
                                   .day_before_race_minutes = 20,
                                   .quality_days_before_race = 4,
                                   .quality_pace_share = 0.92,
                                   .quality_effort = 7,
                                   .quality_weeks_needed = 2,
                                   .hilly_metres_per_km = 15,
                                   .cautious_minutes = 25,
                                   .cautious_days_per_week = 3,
                                   .rest_days_after_race = 7,
                                   .minutes_after_race = 30,
                                   .days_after_race = 14,
                                   .days_without_race = 14};

/// A Monday.
const LocalDay monday(20003);

model::Run run_on(LocalDay day, double km, double seconds_per_km = 360) {
  model::Run run;
  run.day = day;
  run.distance = kilometres(km);
  run.elapsed = Seconds(km * seconds_per_km);
  return run;
}

/// Six weeks of Tuesday, Thursday (fast), Saturday, Sunday (long), 60 km a week; the peak week has 70 km.
model::History marathon_runner(LocalDay today, int days_to_race) {
  model::History history;
  history.today = today;
  history.race = model::Race{
      .day = today + days_to_race, .distance = Metres(42195), .name = "", .goal = {}, .transfer_deadline = {}};
  for (LocalDay day = today - 42; day < today; day = day + 1) {
    const bool peak = today - day > 14 && today - day <= 21;
    switch (day.weekday()) {
      case 1: history.runs.push_back(run_on(day, 12)); break;
      case 3: history.runs.push_back(run_on(day, 10, 300)); break;
      case 5: history.runs.push_back(run_on(day, peak ? 15 : 12)); break;
      case 6: history.runs.push_back(run_on(day, peak ? 32 : 26)); break;
      default: break;
    }
  }
  return history;
}

double window_km(const Baseline& baseline, LocalDay race, int first, int last) {
  double metres = 0;
  for (const Session& session : baseline.days) {
    const int before = race - session.day;
    if (before <= first && before >= last) metres += session.distance.value();
  }
  return metres / 1000;
}

TEST(Habits, find_weekdays_pace_and_speed) {
  const auto habits = habits_of(marathon_runner(monday, 28), parameters);
  EXPECT_EQ(habits.run_days, (std::array<bool, 7>{false, true, false, true, false, true, true}));
  EXPECT_EQ(habits.long_weekday, 6);
  EXPECT_EQ(habits.quality_weekday, 3);
  EXPECT_DOUBLE_EQ(habits.pace_per_km->value(), 360);
  EXPECT_DOUBLE_EQ(habits.peak_week.value(), 69000);
  EXPECT_DOUBLE_EQ(habits.usual_week.value(), 60000);
  EXPECT_DOUBLE_EQ(habits.longest.value(), 32000);
}

TEST(Habits, show_no_speed_after_a_single_fast_week) {
  auto history = marathon_runner(monday, 28);
  std::erase_if(history.runs.edit(),
                [&](const model::Run& run) { return run.day.weekday() == 3 && monday - run.day > 7; });
  EXPECT_FALSE(habits_of(history, parameters).quality_weekday);
}

TEST(Baseline, runs_from_today_to_two_weeks_after_the_race_without_a_gap) {
  for (const int days_to_race : {0, 1, 13, 14, 15, 42, 43, 120, -1, -14}) {
    const auto baseline = make_baseline(marathon_runner(monday, days_to_race), parameters).value();
    ASSERT_EQ(baseline.days.size(), static_cast<std::size_t>(days_to_race + 15)) << days_to_race;
    for (std::size_t i = 0; i < baseline.days.size(); ++i)
      EXPECT_EQ(baseline.days[i].day, monday + static_cast<int>(i));
    if (days_to_race >= 0) {
      EXPECT_EQ(session_on(baseline, monday + days_to_race)->kind, SessionKind::race);
    }
  }
}

TEST(Baseline, without_a_race_it_looks_14_days_ahead) {
  auto history = marathon_runner(monday, 28);
  history.race.reset();
  EXPECT_EQ(make_baseline(history, parameters)->days.size(), 14U);
  history.race =
      model::Race{.day = monday - 15, .distance = Metres(42195), .name = "", .goal = {}, .transfer_deadline = {}};
  EXPECT_EQ(make_baseline(history, parameters)->days.size(), 14U);
}

TEST(Baseline, tapers_by_the_published_shares) {
  const auto baseline = make_baseline(marathon_runner(monday, 27), parameters).value();
  const LocalDay race = monday + 27;
  const double third = window_km(baseline, race, 21, 15);
  const double second = window_km(baseline, race, 14, 8);
  const double first = window_km(baseline, race, 7, 1);
  EXPECT_GE(third, 69 * 0.75);
  EXPECT_LE(third, 69 * 0.80);
  EXPECT_LE(second + first, 2 * 69 * 0.59);
  EXPECT_GE(second + first, 2 * 69 * 0.40);
  EXPECT_GT(third, second);
  EXPECT_GT(second, first);
}

TEST(Baseline, keeps_the_usual_weekdays_and_the_fast_day_until_the_last_days) {
  const auto baseline = make_baseline(marathon_runner(monday, 27), parameters).value();
  for (const Session& session : baseline.days) {
    const int before = monday + 27 - session.day;
    if (before <= 0) continue;
    const int weekday = session.day.weekday();
    EXPECT_EQ(is_running(session.kind), weekday == 1 || weekday == 3 || weekday == 5 || weekday == 6)
        << session.day.iso();
    if (weekday == 3) {
      EXPECT_EQ(session.kind, before >= 4 ? SessionKind::quality : SessionKind::easy);
    }
    if (before <= 14 && before > 7) {
      EXPECT_LE(session.duration.value(), 90 * 60);
    }
    if (before <= 7) {
      EXPECT_LE(session.duration.value(), 60 * 60);
    }
    if (before == 1) {  // rounded to 100 m
      EXPECT_LE(session.duration.value(), 20 * 60 + 18);
    }
  }
}

TEST(Baseline, does_not_make_up_for_days_gone) {
  const auto from_monday = make_baseline(marathon_runner(monday, 20), parameters).value();
  auto later = marathon_runner(monday, 20);
  later.today = monday + 3;  // nothing was run on Tuesday
  const auto from_thursday = make_baseline(later, parameters).value();
  EXPECT_LE(window_km(from_thursday, monday + 20, 20, 15), window_km(from_monday, monday + 20, 20, 15));
}

TEST(Baseline, rests_a_week_after_the_race_and_then_runs_half_an_hour) {
  const auto baseline = make_baseline(marathon_runner(monday, 6), parameters).value();
  int runs = 0;
  for (const Session& session : baseline.days) {
    const int after = session.day - (monday + 6);
    if (after >= 1 && after <= 7) {
      EXPECT_EQ(session.kind, SessionKind::rest);
    }
    if (after >= 8 && is_running(session.kind)) {
      ++runs;
      EXPECT_EQ(session.kind, SessionKind::easy);
      EXPECT_DOUBLE_EQ(session.duration.value(), 1800);
    }
  }
  EXPECT_EQ(runs, 4);
}

TEST(Baseline, takes_the_runners_own_plan_and_rests_on_days_it_does_not_name) {
  auto history = marathon_runner(monday, 10);
  history.runner.own_plan = {{monday, "easy", kilometres(9), true},
                             {monday + 2, "quality", std::nullopt, false},
                             {monday + 4, "race", kilometres(10), false}};
  const auto baseline = make_baseline(history, parameters).value();
  EXPECT_EQ(baseline.origin, Origin::own_plan);
  EXPECT_TRUE(baseline.days[0].from_own_plan);
  EXPECT_TRUE(baseline.days[0].hilly);
  EXPECT_DOUBLE_EQ(baseline.days[0].duration.value(), 9 * 360);
  EXPECT_EQ(baseline.days[1].kind, SessionKind::rest);
  EXPECT_DOUBLE_EQ(baseline.days[2].distance.value(), 12000);
  EXPECT_EQ(baseline.days[4].kind, SessionKind::quality);
  EXPECT_EQ(baseline.days[10].kind, SessionKind::race);

  history.runner.own_plan[1].kind = "jog";
  EXPECT_EQ(make_baseline(history, parameters).error().where, "runner.own_plan[1].kind");
}

TEST(Baseline, invents_no_kilometres_where_no_run_is_known) {
  model::History history;
  history.today = monday;
  history.race =
      model::Race{.day = monday + 17, .distance = Metres(42195), .name = "", .goal = {}, .transfer_deadline = {}};
  const auto baseline = make_baseline(history, parameters).value();
  EXPECT_EQ(baseline.origin, Origin::little_known);
  int runs = 0;
  for (const Session& session : baseline.days) {
    if (session.kind == SessionKind::race) continue;
    EXPECT_EQ(session.distance, Metres(0));
    if (session.kind != SessionKind::easy) continue;
    ++runs;
    EXPECT_LE(session.duration.value(), 30 * 60);
  }
  EXPECT_GT(runs, 0);
}

TEST(Baseline, runs_only_on_days_the_runner_has) {
  EXPECT_TRUE(rc::check([] {
    auto history = marathon_runner(monday, *rc::gen::inRange(-10, 60));
    history.runner.days_available = *rc::gen::unique<std::vector<int>>(rc::gen::inRange(0, 7));
    if (*rc::gen::arbitrary<bool>()) history.runs.edit().resize(3);
    const auto baseline = make_baseline(history, parameters).value();
    const auto& free = history.runner.days_available;
    for (const Session& session : baseline.days) {
      if (!is_running(session.kind) || session.kind == SessionKind::race || free.empty()) continue;
      RC_ASSERT(std::find(free.begin(), free.end(), session.day.weekday()) != free.end());
    }
  }));
}

TEST(Baseline, weeks_before_the_race_only_fall) {
  EXPECT_TRUE(rc::check([] {
    model::History history;
    history.today = monday;
    history.race =
        model::Race{.day = monday + 24, .distance = Metres(42195), .name = "", .goal = {}, .transfer_deadline = {}};
    const int count = *rc::gen::inRange(4, 40);
    for (int i = 0; i < count; ++i) {
      history.runs.push_back(
          run_on(monday - *rc::gen::inRange(1, 43), *rc::gen::inRange(3, 33), *rc::gen::inRange(240, 480)));
    }
    const auto baseline = make_baseline(history, parameters).value();
    const LocalDay race = monday + 24;
    // Rounding each day to 100 m moves a week by at most 350 m.
    RC_ASSERT(window_km(baseline, race, 14, 8) <= window_km(baseline, race, 21, 15) + 0.7);
    RC_ASSERT(window_km(baseline, race, 7, 1) <= window_km(baseline, race, 14, 8) + 0.7);
  }));
}

TEST(SessionKind, words_read_back) {
  for (const auto kind : {SessionKind::easy, SessionKind::long_run, SessionKind::quality, SessionKind::race,
                          SessionKind::cross_train, SessionKind::rest}) {
    EXPECT_EQ(session_kind_named(name(kind)), kind);
  }
  EXPECT_FALSE(session_kind_named("jog"));
}

}  // namespace
}  // namespace hipline::baseline
