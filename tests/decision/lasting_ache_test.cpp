// An ache that outlasts a strain: from when a clinician looks first, and what ends it (docs/decisions/0061).
#include <gtest/gtest.h>

#include <algorithm>

#include "hipline/app/assess/assess.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

using rules::Level;

/// The golden runner whose ache settles, with an ache of so many days and one run of today's pain told.
model::History old_ache(int days, int worst) {
  model::History history = golden_case("settling");
  history.ache.onset_day = history.today - days;
  for (model::Run& run : history.runs.edit()) run.answers = {};
  model::Run& last = history.runs.edit().back();
  last.answers.worst_pain = worst;
  last.answers.next_morning_pain = 1;
  return history;
}

/// Only told of in the front, not deep.
model::History at_the_front(int days, int worst) {
  model::History history = old_ache(days, worst);
  history.ache.qualities = {model::Quality::tight};
  return history;
}

bool fires(const model::History& history, const std::string& rule) {
  const auto answer = app::assess(history, real_content());
  EXPECT_TRUE(answer);
  const auto& fired = answer->decision.fired;
  return std::any_of(fired.begin(), fired.end(), [&](const auto& one) { return one.id == rule; });
}

Level level(const model::History& history) { return app::assess(history, real_content())->decision.level; }

TEST(LastingAche, a_deep_one_of_three_weeks_that_no_run_shows_easing_is_looked_at_first) {
  EXPECT_EQ(level(old_ache(20, 3)), Level::modify);
  EXPECT_EQ(level(old_ache(21, 3)), Level::clinician_before_running);
  EXPECT_TRUE(fires(old_ache(21, 3), "TR-41"));
  EXPECT_FALSE(fires(old_ache(21, 2), "TR-41"));
}

TEST(LastingAche, one_at_the_front_has_a_week_longer_and_must_be_a_clear_ache) {
  EXPECT_EQ(level(at_the_front(27, 4)), Level::modify);
  EXPECT_EQ(level(at_the_front(28, 4)), Level::clinician_before_running);
  EXPECT_FALSE(fires(at_the_front(60, 3), "TR-42"));
}

TEST(LastingAche, is_over_where_the_runs_show_it_easing) {
  model::History history = old_ache(30, 3);
  ASSERT_GE(history.runs.size(), 6U);
  int told = 0;
  for (model::Run& run : history.runs.edit()) run.answers.worst_pain = ++told <= 3 ? 6 : 3;
  history.ache.onset_day = history.runs.front().day;
  EXPECT_GE(history.today - *history.ache.onset_day, 21);
  EXPECT_FALSE(fires(history, "TR-41"));
}

TEST(LastingAche, is_not_sent_again_once_a_clinician_has_looked) {
  model::History history = old_ache(40, 3);
  model::Advice advice;
  advice.day = history.today - 3;
  advice.at = start_of_day(advice.day, 0);
  advice.verdict = model::Verdict::may_run;
  history.advice = {advice};
  EXPECT_FALSE(fires(history, "TR-41"));
}

TEST(LastingAche, counts_no_days_where_nobody_told_when_it_began) {
  model::History history = old_ache(40, 3);
  history.ache.onset_day.reset();
  EXPECT_FALSE(fires(history, "TR-41"));
}

TEST(LastingAche, one_that_began_in_a_moment_waits_for_a_look_only_where_it_was_strong) {
  model::History history = at_the_front(3, 6);
  EXPECT_FALSE(fires(history, "TR-43"));
  history.ache.onset = model::OnsetManner::sudden;
  EXPECT_TRUE(fires(history, "TR-43"));
  model::History mild = at_the_front(3, 5);
  mild.ache.onset = model::OnsetManner::sudden;
  EXPECT_FALSE(fires(mild, "TR-43"));
}

}  // namespace
}  // namespace hipline
