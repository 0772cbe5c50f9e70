// The life of a lock on whole histories: unanswered, changeable, sticky; a slip put right; what a clinician says; the
// careful week after it; and what fires again.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "days.hpp"
#include "hipline/app/interview/interview.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

using model::Verdict;
using rules::Kind;
using rules::Level;

TEST(Locks, an_open_question_clears_by_answering_and_sends_nobody_to_a_doctor) {
  Days days;
  days.check_in(1, 7, 0, {}, {"wakes_at_night"});
  const auto open = days.decision(1);
  EXPECT_EQ(open.level, Level::clinician_before_running);
  EXPECT_EQ(open.kind, Kind::unanswered);
  EXPECT_EQ(days.screen(1).find("See: "), std::string::npos) << days.screen(1);
  days.check_in(1, 8, 0);
  EXPECT_EQ(days.level(1), Level::as_planned);
}

TEST(Locks, a_slip_is_put_right_the_same_day_and_both_answers_stay_in_the_log) {
  Days days;
  days.check_in(1, 7, 0, {"locking"});
  EXPECT_EQ(days.decision(1).kind, Kind::changeable);
  const std::string screen = days.screen(1);
  EXPECT_NE(screen.find("--correct"), std::string::npos) << screen;

  // What `checkin --correct` asks: everything said today, the slip's question among it, and no other.
  const model::History then = days.at(1, 8);
  const app::Interview correction(then, real_content(), app::Asking::corrections);
  const auto first = correction.next();
  ASSERT_TRUE(first);
  std::set<std::string> asked;
  app::Interview all(then, real_content(), app::Asking::corrections);
  while (const auto question = all.next()) {
    asked.insert(question->id);
    std::vector<model::Answer> no;
    for (const rules::Choice& choice : question->sets) {
      if (question->form == rules::Question::Form::scale)
        no.push_back({choice.fact, 0.0});
      else
        no.push_back({choice.fact, false});
    }
    all.answer(no);
  }
  EXPECT_TRUE(asked.contains("loading"));
  EXPECT_FALSE(asked.contains("anything-new"));

  days.check_in(1, 8, 0);
  EXPECT_EQ(days.level(1), Level::as_planned);
  EXPECT_EQ(days.history.check_ins.size(), golden_case("fine").check_ins.size() + 2);
}

TEST(Locks, nothing_said_today_leaves_nothing_to_correct) {
  Days days;
  const model::History then = days.at(3, 8);
  EXPECT_FALSE(app::Interview(then, real_content(), app::Asking::corrections).next());
}

TEST(Locks, a_sticky_one_outlives_calm_answers_until_advice_is_recorded) {
  Days days;
  days.check_in(1, 7, 0, {"wakes_at_night"});
  for (int day = 2; day < 9; ++day) days.check_in(day, 7, 0);
  for (int day = 1; day < 9; ++day) {
    const auto decision = days.decision(day);
    EXPECT_EQ(decision.level, Level::clinician_urgent) << day;
    EXPECT_EQ(decision.kind, Kind::sticky) << day;
    ASSERT_TRUE(decision.lock) << day;
    EXPECT_EQ(decision.lock->since, days.history.today + 1) << day;
    EXPECT_FALSE(days.answer(day).assessment.plan) << day;
    EXPECT_FALSE(days.answer(day).assessment.circuit) << day;
  }
  days.advice(8, Verdict::not_yet);
  EXPECT_TRUE(rules::is_clinician_level(days.level(8, 13)));
  days.advice(8, Verdict::may_run);
  EXPECT_EQ(days.level(8, 13), Level::modify);
  EXPECT_FALSE(days.decision(8, 13).lock);
}

TEST(Locks, seven_careful_days_follow_may_run_and_no_calm_answer_shortens_them) {
  Days days;
  days.check_in(1, 7, 0, {"wakes_at_night"}).advice(2, Verdict::may_run, "no hills for two weeks");
  for (int day = 3; day <= 12; ++day) days.check_in(day, 7, 0);
  for (int day = 3; day <= 9; ++day) EXPECT_EQ(days.level(day), Level::modify) << day;
  EXPECT_EQ(days.level(10), Level::as_planned);
  const std::string screen = days.screen(4);
  EXPECT_NE(screen.find("Dr Lee"), std::string::npos) << screen;
  EXPECT_NE(screen.find("no hills for two"), std::string::npos) << screen;
}

TEST(Locks, any_new_warning_sign_locks_again_within_the_careful_week_and_after) {
  for (const int day : {3, 9, 12}) {
    for (const char* sign : {"wakes_at_night", "limps_walking", "hurts_standing_on_leg", "fever_or_ill"}) {
      Days days;
      days.check_in(1, 7, 0, {"hurts_walking"}).advice(2, Verdict::may_run).check_in(day, 7, 0, {sign});
      const auto decision = days.decision(day);
      EXPECT_LE(decision.level, Level::rest) << sign << " on day " << day;
      if (std::string(sign) != "fever_or_ill") {
        EXPECT_EQ(decision.kind, Kind::sticky) << sign;
        ASSERT_TRUE(decision.lock) << sign;
        EXPECT_EQ(decision.lock->since, days.history.today + day) << sign;
      }
    }
  }
}

TEST(Locks, what_a_clinician_has_seen_fires_again_only_when_it_gets_worse) {
  Days days;
  days.check_in(1, 7, 0, {"locking", "cancer_history"}).advice(2, Verdict::may_run);
  days.check_in(3, 7, 0, {"locking", "cancer_history"});
  EXPECT_EQ(days.level(3), Level::modify) << "the same answers, seen";
  Days gone_and_back = days;
  gone_and_back.check_in(4, 7, 0, {"cancer_history"}).check_in(5, 7, 0, {"locking", "cancer_history"});
  EXPECT_EQ(gone_and_back.level(4), Level::modify);
  EXPECT_EQ(gone_and_back.level(5), Level::clinician_before_running) << "it had gone, and came back";
  Days another = days;
  another.check_in(4, 7, 0, {"locking", "cancer_history", "giving_way"});
  EXPECT_TRUE(rules::is_clinician_level(another.level(4))) << "a new one";
}

TEST(Locks, may_exercise_opens_the_circuit_and_no_run) {
  Days days;
  days.check_in(1, 7, 0, {"wakes_at_night"}).advice(2, Verdict::may_exercise).check_in(3, 7, 0);
  const auto answer = days.answer(3);
  EXPECT_EQ(answer.assessment.decision.level, Level::cross_train);
  EXPECT_FALSE(baseline::is_running(answer.assessment.decision.session.kind));
  EXPECT_TRUE(answer.assessment.circuit);
  if (answer.assessment.plan) {
    EXPECT_FALSE(baseline::is_running(answer.assessment.plan->days.front().kind));
  }
  EXPECT_NE(days.screen(3).find("you may exercise, not run"), std::string::npos) << days.screen(3);
}

TEST(Locks, the_library_stays_readable_all_the_while_under_a_banner) {
  Days days;
  days.check_in(1, 7, 0, {"wakes_at_night"});
  const auto answer = days.answer(1);
  const auto written = app::circuit_page(answer, app::CircuitView::as_written, real_content(), "test");
  EXPECT_EQ(written.text.find(real_content().texts.say("pages.circuit_closed").substr(0, 30)), 0U) << written.text;
  EXPECT_NE(written.text.find("Slow banded mountain climber"), std::string::npos);
}

}  // namespace
}  // namespace hipline
