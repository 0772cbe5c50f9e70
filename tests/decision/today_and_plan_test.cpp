// One answer for one day: what today says is what the plan says of today.
#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "hipline/app/assess/assess.hpp"
#include "hipline/app/pages/pages.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

app::TodayAnswer answer_of(const model::History& history) {
  return {history, app::assess(history, real_content()).value(), {}, {}};
}

std::string first_screen(const app::TodayAnswer& answer) {
  return app::today_page(answer, app::TodayView::first_screen, real_content(), "test").text;
}

/// Nothing hurts, and the runner's own plan holds 20 km today.
model::History far_today(int days_to_race) {
  model::History history = golden_case("fine");
  history.race->day = history.today + days_to_race;
  history.runner.own_plan.push_back({history.today, "easy", kilometres(20), false});
  return history;
}

TEST(TodayAndPlan, agree_where_the_plan_is_stricter_and_name_its_rule) {
  const auto answer = answer_of(far_today(5));
  const auto& session = answer.assessment.decision.session;
  const plan::DayPlan& planned = answer.assessment.plan->days.front();
  EXPECT_LT(session.distance.value(), 20000);
  EXPECT_LE(session.duration.value(), 70 * 60);
  EXPECT_DOUBLE_EQ(session.distance.value(), planned.distance.value());
  EXPECT_EQ(answer.assessment.decision.held_by, planned.held_by);
  EXPECT_GT(std::ranges::count(answer.assessment.decision.held_by, "TP-07b"), 0);
  const std::string text = first_screen(answer);
  EXPECT_NE(text.find("The plan is stricter here"), std::string::npos) << text;
}

TEST(TodayAndPlan, leave_the_run_alone_where_the_plan_has_nothing_to_add) {
  const auto answer = answer_of(far_today(20));
  EXPECT_DOUBLE_EQ(answer.assessment.decision.session.distance.value(), 20000);
  EXPECT_TRUE(answer.assessment.decision.held_by.empty());
}

TEST(TodayAndPlan, say_that_todays_run_is_done) {
  model::History history = far_today(20);
  model::Run run;
  run.day = history.today;
  run.start = start_of_day(history.today, 0) + 3600;
  run.elapsed = Seconds(3000);
  run.distance = kilometres(8);
  history.runs.push_back(run);
  const auto answer = answer_of(history);
  ASSERT_TRUE(answer.assessment.plan);
  ASSERT_TRUE(answer.assessment.plan->days.front().done);
  const std::string text = first_screen(answer);
  EXPECT_NE(text.find("Today's run is done: 8 km"), std::string::npos) << text;
  EXPECT_EQ(text.find("As planned: "), std::string::npos) << text;
  const std::string plan = app::plan_page(answer, real_content(), "test").text;
  EXPECT_NE(plan.find("done today: 8 km"), std::string::npos) << plan;
}

TEST(TodayAndPlan, write_why_there_is_no_plan) {
  const auto answer = answer_of(golden_case("night"));
  EXPECT_FALSE(answer.assessment.plan);
  const auto page = nlohmann::json::parse(app::plan_page(answer, real_content(), "test").json);
  EXPECT_TRUE(page["plan"].is_null());
  ASSERT_EQ(page["withheld"].size(), 1U);
  EXPECT_EQ(page["withheld"][0]["rule"], "TP-15");
  const auto decision =
      nlohmann::json::parse(app::assessment_json(answer.assessment, answer.history, real_content(), "test"));
  EXPECT_EQ(decision["plan_withheld"], page["withheld"]);
}

}  // namespace
}  // namespace hipline
