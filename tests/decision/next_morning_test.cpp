// The 24-hour rule on whole histories: bad news changes the day and the week at once, good news after two settled runs.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "days.hpp"
#include "hipline/catalog/catalog.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

using rules::Level;

/// Settled days up to day 2, with a run on the evening of day 2; the runner's own plan holds 8 km on day 3.
Days calm_then(int worst_of_last_run, model::PainOnset onset = model::PainOnset::after) {
  Days days;
  days.history.runner.own_plan.push_back({days.history.today + 3, "easy", kilometres(8), false});
  days.run(1, 8, 1).check_in(2, 7, 0).run(2, 8, worst_of_last_run, onset);
  return days;
}

double running_ahead(const app::Assessment& answer) {
  double sum = 0;
  for (const plan::DayPlan& day : answer.plan->days) {
    if (baseline::is_running(day.kind) && day.kind != baseline::SessionKind::race && day.day < answer.decision.day + 7)
      sum += day.distance.value();
  }
  return sum;
}

TEST(NextMorning, a_bad_one_changes_today_and_the_week_at_once_and_says_so) {
  Days good = calm_then(1);
  good.check_in(3, 7, 0);
  Days bad = calm_then(1);
  bad.check_in(3, 7, 4);
  EXPECT_EQ(rules::name(good.level(3)), "as_planned");
  EXPECT_EQ(rules::name(bad.level(3)), "cross_train");  // 3 to 5, and not settled

  const auto answer = bad.answer(3);
  ASSERT_TRUE(answer.assessment.plan);
  EXPECT_LT(running_ahead(answer.assessment), running_ahead(good.answer(3).assessment));

  const auto& changed = answer.assessment.decision.changed_since;
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->day, bad.history.today + 2);
  EXPECT_EQ(changed->level_before, Level::as_planned);
  ASSERT_TRUE(changed->week_before && changed->week_now);
  EXPECT_LT(changed->week_now->value(), changed->week_before->value());
  const std::string screen = bad.screen(3);
  EXPECT_NE(screen.find("Since yesterday: Swap the run."), std::string::npos) << screen;
  EXPECT_NE(screen.find("It was 4 this morning."), std::string::npos) << screen;
  EXPECT_FALSE(good.decision(3).changed_since);

  const auto page = nlohmann::json::parse(
      app::today_page(answer, app::TodayView::first_screen, real_content(), "test").json)["decision"]["changed_since"];
  EXPECT_EQ(page["level_before"], "as_planned");
  EXPECT_EQ(page["level_now"], "cross_train");
  EXPECT_TRUE(std::ranges::any_of(page["facts"], [](const auto& fact) { return fact["name"] == "settled"; })) << page;
}

TEST(NextMorning, a_worse_one_on_the_same_day_counts_at_once_too) {
  Days days = calm_then(1);
  days.check_in(3, 7, 0).check_in(3, 12, 6);
  EXPECT_EQ(rules::name(days.level(3, 8)), "as_planned");
  EXPECT_EQ(rules::name(days.level(3, 13)), "rest");
  EXPECT_NE(days.screen(3, app::TodayView::first_screen, 13).find("Since your last answer today"), std::string::npos);
}

TEST(NextMorning, good_news_waits_for_two_settled_runs_and_then_comes_step_by_step) {
  Days days = calm_then(3, model::PainOnset::mid);
  days.check_in(3, 7, 1);  // sore from mid-run on: a day off, and a step down
  EXPECT_EQ(rules::name(days.level(3)), "rest");
  const double lower = *days.decision(3).facts.number("pain_step");
  EXPECT_LT(lower, 1);
  days.check_in(4, 7, 1).run(4, 4, 3, model::PainOnset::mid).check_in(5, 7, 1).check_in(6, 7, 0);
  const double lowest = *days.decision(6).facts.number("pain_step");
  EXPECT_LT(lowest, lower);

  // One calm morning, then one settled run with little pain: not yet.
  days.run(7, 4, 1).check_in(8, 7, 0);
  EXPECT_EQ(rules::name(days.level(8)), "modify");
  EXPECT_DOUBLE_EQ(*days.decision(8).facts.number("pain_step"), lowest);

  // The second one: one step, not all of them.
  days.run(9, 4, 1).check_in(10, 7, 0);
  const auto up = days.decision(10);
  EXPECT_DOUBLE_EQ(*up.facts.number("pain_step"), lower);
  EXPECT_EQ(rules::name(up.level), "modify");
  ASSERT_TRUE(up.changed_since);
  const std::string screen = days.screen(10);
  EXPECT_NE(screen.find("one step up"), std::string::npos) << screen;
  EXPECT_NE(screen.find("Your last two runs settled."), std::string::npos) << screen;

  // And one bad morning takes it down again at once.
  days.run(11, 5, 2).check_in(12, 7, 5);
  EXPECT_LE(days.level(12), Level::cross_train);
}

TEST(NextMorning, without_an_answer_nothing_gets_better_and_nothing_is_called_changed) {
  Days days = calm_then(4);
  days.check_in(3, 7, 1).run(4, 4, 1);
  const auto decision = days.decision(5);
  EXPECT_FALSE(decision.fresh);
  EXPECT_FALSE(decision.changed_since);
  EXPECT_LE(decision.level, Level::modify);
}

TEST(NextMorning, the_first_screen_stays_within_24_lines_of_80_columns) {
  Days bad = calm_then(1);
  bad.check_in(3, 7, 4);
  Days less = calm_then(4);
  less.check_in(3, 7, 1);
  Days seen = calm_then(1);
  seen.check_in(3, 7, 0, {"locking"}).advice(3, model::Verdict::may_run, "no hills for two weeks").check_in(4, 7, 0);
  for (const std::string& screen : {bad.screen(3), less.screen(3), seen.screen(4)}) {
    EXPECT_LE(std::ranges::count(screen, '\n'), 24) << screen;
  }
}

TEST(Options, show_the_chosen_one_and_every_other_in_numbers_with_reasons) {
  Days days = calm_then(4);
  days.check_in(3, 7, 1);
  const std::string page = days.screen(3, app::TodayView::options);
  for (const char* part : {"Chosen: Run less today", "As planned", "Swap the run", "Rest from running",
                           "effort 2-3 of 10", "flat", "walking 1 min after every 10 min", "no walk breaks", "TD-02",
                           "Four rules", "In place of a run", "On a day without running", "strength: very low"})
    EXPECT_NE(page.find(part), std::string::npos) << part << "\n" << page;
  const auto decision = days.decision(3);
  ASSERT_EQ(decision.options.size(), 3U);
  for (const auto& option : decision.options) {
    if (option.level == Level::as_planned) {
      EXPECT_GT(option.session.distance, decision.session.distance);
      EXPECT_EQ(option.session.walk_minutes, 0);
      EXPECT_FALSE(option.because.empty());
    }
    if (option.level != Level::rest) {
      EXPECT_GT(option.session.effort_high, 0) << rules::name(option.level);
    }
  }
}

TEST(Options, in_miles_where_the_runner_counts_in_miles) {
  Days days = calm_then(4);
  days.history.runner.units = model::Units::imperial;
  days.check_in(3, 7, 1);
  const std::string page = days.screen(3, app::TodayView::options);
  EXPECT_NE(page.find("mile"), std::string::npos) << page;
  EXPECT_EQ(page.find(" km"), std::string::npos) << page;
}

TEST(Options, a_rest_day_says_on_the_first_screen_what_to_do_instead) {
  Days days = calm_then(7);
  days.check_in(3, 7, 2);
  ASSERT_EQ(rules::name(days.level(3)), "rest");
  const std::string screen = days.screen(3);
  EXPECT_NE(screen.find(real_content().find_instead("rest")->in_short.substr(0, 30)), std::string::npos) << screen;
}

}  // namespace
}  // namespace hipline
