// The two or three unanswered questions that would change today's answer.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "hipline/app/assess/assess.hpp"
#include "hipline/app/pages/pages.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

using rules::Kind;
using rules::Level;

app::TodayAnswer answer_of(const model::History& history) {
  return {history, app::assess(history, real_content()).value(), {}, {}};
}

const today::ChangingQuestion* find(const app::TodayAnswer& answer, const std::string& question) {
  const auto& all = answer.assessment.would_change;
  const auto found = std::ranges::find(all, question, &today::ChangingQuestion::question);
  return found == all.end() ? nullptr : &*found;
}

/// The golden runner with some answers taken back.
model::History without(const char* name, std::initializer_list<const char*> facts) {
  model::History history = golden_case(name);
  for (model::CheckIn& check_in : history.check_ins.edit()) {
    for (const char* fact : facts)
      std::erase_if(check_in.answers.edit(), [&](const model::Answer& answer) { return answer.fact == fact; });
  }
  return history;
}

TEST(WouldChange, names_an_open_screening_question_with_both_ends_of_what_it_could_lead_to) {
  const auto answer = answer_of(without("settling", {"wakes_at_night"}));
  ASSERT_EQ(answer.assessment.decision.kind, Kind::unanswered);
  const auto* night = find(answer, "walking-and-night");
  ASSERT_NE(night, nullptr);
  EXPECT_EQ(night->facts, std::vector<std::string>{"wakes_at_night"});
  EXPECT_EQ(night->least_careful.level, Level::modify);
  EXPECT_EQ(night->most_careful.level, Level::clinician_urgent);
  EXPECT_EQ(night->most_careful.kind, Kind::sticky);
}

TEST(WouldChange, leads_where_it_says) {
  const model::History open = without("settling", {"wakes_at_night"});
  for (const auto& [said, level] : {std::pair{false, Level::modify}, std::pair{true, Level::clinician_urgent}}) {
    model::History answered = open;
    answered.check_ins.edit().back().answers.push_back({"wakes_at_night", said});
    EXPECT_EQ(answer_of(answered).assessment.decision.level, level);
  }
}

TEST(WouldChange, shows_at_most_three_and_what_could_be_an_emergency_first) {
  model::History history;
  history.today = *LocalDay::parse("2026-11-22");
  const auto answer = answer_of(history);
  const auto& changing = answer.assessment.would_change;
  ASSERT_EQ(changing.size(), 3U);
  EXPECT_EQ(changing[0].most_careful.level, Level::emergency);
  for (std::size_t i = 1; i < changing.size(); ++i)
    EXPECT_LE(changing[i - 1].most_careful.level, changing[i].most_careful.level);
  const std::string screen = app::today_page(answer, app::TodayView::first_screen, real_content(), "test").text;
  EXPECT_LE(std::count(screen.begin(), screen.end(), '\n'), 24) << screen;
  for (const auto& one : changing) {
    const std::string text = real_content().find_question(one.question)->text;
    EXPECT_NE(screen.find("Open: " + text.substr(0, 20)), std::string::npos) << screen;
  }
}

TEST(WouldChange, asks_for_the_pain_of_a_run_that_was_not_told) {
  model::History history = golden_case("settling");
  history.runs.edit().back().answers = {};
  const auto answer = answer_of(history);
  const auto* worst = find(answer, "worst-in-last-run");
  ASSERT_NE(worst, nullptr);
  EXPECT_LT(worst->most_careful.level, Level::modify);
  EXPECT_LT(worst->most_careful.level, worst->least_careful.level);
  const std::string why = app::today_page(answer, app::TodayView::why, real_content(), "test").text;
  EXPECT_NE(why.find("What would change today's answer"), std::string::npos) << why;
}

TEST(WouldChange, asks_for_the_bones_where_they_would_count) {
  const auto bones = {
      "earlier_stress_fracture", "periods_stopped", "under_eating", "steroids", "osteoporosis", "smoking"};
  const auto answer = answer_of(without("settling", bones));
  const auto* question = find(answer, "bone-health");
  ASSERT_NE(question, nullptr);
  EXPECT_LT(question->most_careful.level, answer.assessment.decision.level);
}

TEST(WouldChange, has_nothing_to_ask_of_a_runner_who_has_told_everything) {
  model::History history = golden_case("fine");
  EXPECT_TRUE(answer_of(history).assessment.would_change.empty());
}

TEST(WouldChange, never_promises_less_care_than_a_standing_lock) {
  model::History history = without("night", {"felt_pop", "bruise_or_gap"});
  const auto answer = answer_of(history);
  for (const auto& one : answer.assessment.would_change)
    EXPECT_LE(one.least_careful.level, Level::clinician_urgent) << one.question;
}

TEST(WouldChange, gives_the_same_answer_twice) {
  const model::History history = without("settling", {"wakes_at_night", "fever_or_ill", "smoking"});
  const auto json = [&] {
    return app::assessment_json(answer_of(history).assessment, history, real_content(), "test");
  };
  EXPECT_EQ(json(), json());
}

/// Answers taken back at random never make the reassuring end more careful than what was answered.
TEST(WouldChange, keeps_its_word_when_the_open_questions_are_answered) {
  std::vector<std::string> screening;
  for (const rules::Question& question : real_content().questions) {
    if (!question.screening || question.renews) continue;
    for (const rules::Choice& choice : question.sets) screening.push_back(choice.fact);
  }
  rc::check([&] {
    model::History history = golden_case("settling");
    const auto removed = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(screening));
    for (model::CheckIn& check_in : history.check_ins.edit()) {
      std::erase_if(check_in.answers.edit(), [&](const model::Answer& answer) {
        return std::ranges::find(removed, answer.fact) != removed.end();
      });
    }
    const auto before = answer_of(history);
    for (const auto& one : before.assessment.would_change) {
      if (!real_content().find_question(one.question)->screening) continue;
      for (const bool alarming : {false, true}) {
        model::History answered = history;
        model::CheckIn check_in;
        check_in.day = history.today;
        check_in.at = start_of_day(history.today, 0) + 12 * 3600;
        for (const auto& open : before.assessment.decision.open_questions) {
          for (const std::string& fact : open.facts)
            check_in.answers.push_back({fact, alarming && open.question == one.question});
        }
        answered.check_ins.push_back(check_in);
        const auto after = answer_of(answered).assessment.decision;
        const Level promised = (alarming ? one.most_careful : one.least_careful).level;
        RC_ASSERT(after.level == promised);
      }
    }
  });
}

}  // namespace
}  // namespace hipline
