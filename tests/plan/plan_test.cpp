#include <gtest/gtest.h>

#include <algorithm>

#include "hipline/plan/words.hpp"
#include "runner.hpp"

namespace hipline::plan {
namespace {

using baseline::SessionKind;
using rules::Level;

TEST(PlanRules, use_only_words_that_the_plan_understands) {
  for (const rules::Rule& rule : content().plan_rules)
    EXPECT_EQ(words_not_understood(rule), std::vector<std::string>()) << rule.id;
}

TEST(Plan, of_the_sources_runner_reaches_the_start_with_the_circuit_woven_in) {
  const auto history = marathon_runner(monday + 1, 17);
  const Plan plan = plan_for(history, decision_of(history, Level::modify, 3, 0.7));
  ASSERT_EQ(plan.days.size(), 17U + 15U);
  EXPECT_EQ(plan.days[17].kind, SessionKind::race);
  EXPECT_DOUBLE_EQ(plan.days[17].distance.value(), 42195);
  EXPECT_NEAR(plan.race_to_longest, 42.195 / 26, 1e-9);  // the 29 km lie more than 30 days before the race
  EXPECT_TRUE(has_reason(plan.days[17], "TP-13a"));
  EXPECT_FALSE(has_reason(plan.days[17], "TP-13b"));
  EXPECT_GE(std::count_if(plan.days.begin(), plan.days.begin() + 7, is_hip_day), 2);
  for (int day = 14; day < 17; ++day) {
    EXPECT_FALSE(is_hip_day(plan.days[static_cast<std::size_t>(day)]));
    EXPECT_TRUE(plan.days[static_cast<std::size_t>(day)].mobility);
  }
  for (const DayPlan& day : plan.days) {
    if (day.days_to_race > 0) {
      EXPECT_NE(day.kind, SessionKind::quality) << "speed is off while the hip hurts 3 or more";
    }
  }
}

TEST(Plan, holds_a_step_for_two_runs_and_then_assumes_one_up) {
  const auto history = marathon_runner(monday, 40);
  const Plan plan = plan_for(history, decision_of(history, Level::modify, 3, 0.5));
  std::vector<double> steps;
  for (const DayPlan& day : plan.days) {
    if (baseline::is_running(day.kind) && day.days_to_race > 0) steps.push_back(day.step);
  }
  ASSERT_GE(steps.size(), 6U);
  EXPECT_EQ(std::vector<double>(steps.begin(), steps.begin() + 6), (std::vector<double>{0.5, 0.5, 0.7, 0.7, 1.0, 1.0}));
}

TEST(Plan, gives_an_unsettled_ache_two_days_of_other_training) {
  const auto history = marathon_runner(monday + 1, 40);
  const Plan plan = plan_for(history, decision_of(history, Level::cross_train, 4, 0.7));
  EXPECT_EQ(plan.days[0].kind, SessionKind::cross_train);
  for (const DayPlan& day : plan.days) {
    if (!baseline::is_running(day.kind)) continue;
    EXPECT_GE(day.day - history.today, 2);
    EXPECT_LE(day.step, 0.5);
    break;
  }
}

TEST(Plan, rests_two_days_after_a_flare_and_then_trains_without_running) {
  const auto history = marathon_runner(monday + 3, 40);  // Thursday, then Saturday and Sunday
  const Plan plan = plan_for(history, decision_of(history, Level::rest, 7, 0.35, {"flare_rest"}));
  EXPECT_EQ(plan.days[0].kind, SessionKind::rest);
  EXPECT_EQ(plan.days[1].kind, SessionKind::rest);
  EXPECT_EQ(plan.days[2].kind, SessionKind::cross_train);
  EXPECT_EQ(plan.days[3].kind, SessionKind::cross_train);
  EXPECT_TRUE(has_reason(plan.days[2], "TP-17"));
}

TEST(Plan, gives_one_day_off_after_soreness_in_mid_run) {
  const auto history = marathon_runner(monday + 4, 40);  // Friday, then Saturday and Sunday
  const Plan plan = plan_for(history, decision_of(history, Level::rest, 4, 0.7, {"mid_run_soreness_day_off"}));
  EXPECT_EQ(plan.days[0].kind, SessionKind::rest);
  EXPECT_TRUE(baseline::is_running(plan.days[1].kind));
  EXPECT_DOUBLE_EQ(plan.days[1].step, 0.7);
}

TEST(Plan, cuts_the_runners_own_plan_where_a_must_says_so_and_names_aims_it_misses) {
  auto history = marathon_runner(monday, 14);
  history.runs.clear();
  for (int day = 28; day >= 1; --day) history.runs.push_back(run_on(monday - day, 20));
  for (int day = 0; day < 14; ++day) history.runner.own_plan.push_back({monday + day, "easy", kilometres(20), true});
  const Plan plan = plan_for(history, decision_of(history, Level::as_planned, 0, 1.0));
  EXPECT_EQ(plan.origin, baseline::Origin::own_plan);
  EXPECT_LE(plan.days[6].duration.value(), 100 * 60);
  EXPECT_GT(plan.days[6].duration.value(), 70 * 60);
  EXPECT_TRUE(has_reason(plan.days[6], "TP-07a"));
  EXPECT_LE(plan.days[7].duration.value(), 70 * 60);
  EXPECT_TRUE(has_reason(plan.days[7], "TP-07b"));
  const auto unmet =
      std::find_if(plan.unmet.begin(), plan.unmet.end(), [](const UnmetAim& aim) { return aim.rule == "TP-02"; });
  ASSERT_NE(unmet, plan.unmet.end());
  EXPECT_EQ(unmet->prevented_by, "own_plan");
  EXPECT_GT(unmet->got, unmet->wanted);
}

TEST(Plan, meets_its_taper_aims_where_nothing_hurts) {
  const auto history = marathon_runner(monday, 27);
  const Plan plan = plan_for(history, decision_of(history, Level::as_planned, 0, 1.0));
  for (const UnmetAim& aim : plan.unmet)
    ADD_FAILURE() << aim.rule << " " << aim.what << " " << aim.got << " by " << aim.prevented_by;
}

TEST(Plan, names_the_rule_that_took_the_runs) {
  const auto history = marathon_runner(monday, 20);
  const Plan plan = plan_for(history, decision_of(history, Level::modify, 4, 0.35));
  const auto unmet = std::find_if(plan.unmet.begin(), plan.unmet.end(),
                                  [](const UnmetAim& aim) { return aim.what == "week_share_min"; });
  ASSERT_NE(unmet, plan.unmet.end());
  EXPECT_EQ(unmet->rule, "TP-01");
  EXPECT_FALSE(unmet->prevented_by.empty());
}

TEST(Plan, does_not_make_up_for_missed_runs) {
  auto history = marathon_runner(monday, 24);
  std::erase_if(history.runs.edit(), [&](const model::Run& run) { return monday - run.day <= 3; });
  const auto missed = plan_for(history, decision_of(history, Level::as_planned, 0, 1.0));
  EXPECT_TRUE(has_reason(missed.days[0], "TP-05"));
  EXPECT_FALSE(has_reason(missed.days[1], "TP-05"));

  std::erase_if(history.runs.edit(), [&](const model::Run& run) { return monday - run.day <= 7; });
  const auto week_off = plan_for(history, decision_of(history, Level::as_planned, 0, 1.0));
  EXPECT_TRUE(has_reason(week_off.days[0], "TP-06b"));
  EXPECT_FALSE(has_reason(week_off.days[0], "TP-05"));
}

TEST(Plan, is_empty_with_the_reason_at_clinician_levels) {
  const auto history = marathon_runner(monday, 17);
  for (const Level level : {Level::emergency, Level::clinician_urgent, Level::clinician_before_running}) {
    const Plan plan = plan_for(history, decision_of(history, level, 6, 0.35));
    EXPECT_TRUE(plan.days.empty());
    EXPECT_TRUE(plan.outline.empty());
    ASSERT_EQ(plan.withheld.size(), 1U);
    EXPECT_EQ(plan.withheld[0].rule, "TP-15");
  }
  const auto close = marathon_runner(monday, 3);
  EXPECT_EQ(plan_for(close, decision_of(close, Level::clinician_urgent, 6, 0.35)).withheld.front().rule, "TP-10");
}

TEST(Plan, of_a_far_race_has_21_days_and_then_weeks) {
  const auto near = marathon_runner(monday, 42);
  EXPECT_EQ(plan_for(near, decision_of(near, Level::as_planned, 0, 1.0)).days.size(), 42U + 15U);
  const auto far = marathon_runner(monday, 43);
  const Plan plan = plan_for(far, decision_of(far, Level::as_planned, 0, 1.0));
  EXPECT_EQ(plan.days.size(), 21U);
  ASSERT_EQ(plan.outline.size(), 4U);
  EXPECT_EQ(plan.outline.front().first_day, monday + 21);
  EXPECT_GT(plan.outline.front().distance.value(), 50000);
}

TEST(Plan, goes_on_for_two_weeks_after_the_race_and_without_a_race) {
  auto history = marathon_runner(monday, -3);
  EXPECT_EQ(plan_for(history, decision_of(history, Level::as_planned, 0, 1.0)).days.size(), 12U);
  history.race.reset();
  const Plan plan = plan_for(history, decision_of(history, Level::as_planned, 0, 1.0));
  EXPECT_EQ(plan.days.size(), 14U);
  for (const DayPlan& day : plan.days) EXPECT_TRUE(has_reason(day, baseline::is_running(day.kind) ? "TP-20" : "TP-21"));
}

TEST(Plan, takes_the_race_away_two_days_after_a_flare_and_on_a_race_morning_with_pain) {
  const auto eve = marathon_runner(monday, 1);
  const Plan plan = plan_for(eve, decision_of(eve, Level::rest, 7, 0.35, {"flare_rest"}));
  EXPECT_EQ(plan.days[1].kind, SessionKind::rest);
  const auto morning = marathon_runner(monday, 0);
  auto decision = decision_of(morning, Level::modify, 5, 1.0);
  decision.facts.set("pain_this_morning", rules::Value(6.0));
  EXPECT_EQ(plan_for(morning, decision).days[0].kind, SessionKind::rest);
  decision.facts.set("pain_this_morning", rules::Value(5.0));
  EXPECT_EQ(plan_for(morning, decision).days[0].kind, SessionKind::race);
}

/// Runs on the step below the full one while the plan climbs: the last weeks must not grow with it.
TEST(Plan, does_not_let_a_week_of_the_taper_grow_while_the_steps_climb) {
  const auto history = marathon_runner(monday, 21);
  const Plan plan = plan_for(history, decision_of(history, Level::modify, 3, 0.35));
  double week[4] = {};
  for (const DayPlan& day : plan.days) {
    if (day.days_to_race >= 1 && day.days_to_race <= 21) week[(*day.days_to_race - 1) / 7 + 1] += day.distance.value();
  }
  EXPECT_GE(week[3], week[2]);
  EXPECT_GE(week[2], week[1]);
  EXPECT_GT(week[1], 0);
  EXPECT_TRUE(std::any_of(plan.days.begin(), plan.days.end(),
                          [](const DayPlan& day) { return std::ranges::count(day.held_by, "TP-23") > 0; }));
}

TEST(Plan, leaves_a_little_run_and_walk_open_after_a_week_without_running) {
  auto history = marathon_runner(monday, 14);
  std::erase_if(history.runs.edit(), [&](const model::Run& run) { return monday - run.day <= 7; });
  const Plan plan = plan_for(history, decision_of(history, Level::as_planned, 0, 1.0));
  double week = 0;
  double as_if_nothing_hurt = 0;
  for (const DayPlan& day : plan.days) {
    if (day.days_to_race < 8 || day.days_to_race > 14) continue;
    week += day.distance.value();
    as_if_nothing_hurt += day.baseline.distance.value();
  }
  EXPECT_GT(week, 0);
  EXPECT_LE(week, 0.35 * as_if_nothing_hurt);
}

TEST(Plan, marks_a_run_already_done_today_and_counts_it_as_it_was_run) {
  auto history = marathon_runner(monday + 1, 20);
  EXPECT_FALSE(plan_for(history, decision_of(history, Level::as_planned, 0, 1.0)).days[0].done);
  history.runs.push_back(run_on(history.today, 14));
  const Plan plan = plan_for(history, decision_of(history, Level::as_planned, 0, 1.0));
  ASSERT_TRUE(plan.days[0].done);
  EXPECT_DOUBLE_EQ(plan.days[0].done->distance.value(), 14000);
  EXPECT_DOUBLE_EQ(plan.days[0].running().value(), 14000);
  for (std::size_t i = 1; i < plan.days.size(); ++i) EXPECT_FALSE(plan.days[i].done);
}

TEST(Plan, counts_its_weeks_back_from_the_race_and_knows_what_is_done_of_this_one) {
  const auto history = marathon_runner(monday + 3, 17);  // the week before the last two began on Monday
  const Plan plan = plan_for(history, decision_of(history, Level::as_planned, 0, 1.0));
  EXPECT_EQ(plan.week_from, history.today - 4);
  EXPECT_DOUBLE_EQ(plan.done_this_week.value(), 26000 + 12000);
  for (const DayPlan& day : plan.days)
    EXPECT_EQ(day.begins_week(),
              day.days_to_race == 14 || day.days_to_race == 7 || day.days_to_race == -1 || day.days_to_race == -8);
}

}  // namespace
}  // namespace hipline::plan
