#include "hipline/app/circuit_log/log_interview.hpp"

#include <gtest/gtest.h>

#include "hipline/bundler/embedded.hpp"
#include "hipline/circuit/prescribe.hpp"

namespace hipline::app {
namespace {

const catalog::Catalog& content() {
  static const auto read = catalog::read_catalog(bundler::embedded_bundle());
  return *read;
}

circuit::Prescription a_circuit() {
  circuit::DoseInput input;
  input.day = LocalDay(20000);
  input.days_to_race = 30;
  input.done_circuit_before = true;
  input.irritability = circuit::Irritability::low;
  input.run_today = input.long_or_fast_today = input.long_or_fast_tomorrow = false;
  return circuit::prescribe(input, content().library, content().circuit_rules, content().parameters);
}

/// Answers every question by Enter.
void enter_through(LogInterview& interview) {
  for (int i = 0; i < 100 && interview.next(); ++i) EXPECT_TRUE(interview.answer(""));
}

TEST(LogInterview, enter_takes_the_dose_and_never_how_it_felt) {
  const auto prescription = a_circuit();
  LogInterview interview(prescription, content());
  enter_through(interview);
  const auto lines = interview.lines();
  ASSERT_EQ(lines.size(), prescription.exercises.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    EXPECT_EQ(lines[i].exercise, prescription.exercises[i].exercise);
    EXPECT_EQ(lines[i].sets, prescription.exercises[i].sets);
    EXPECT_EQ(lines[i].rounds, prescription.rounds);
    EXPECT_EQ(lines[i].band, prescription.exercises[i].band);
    EXPECT_FALSE(lines[i].pain || lines[i].effort || lines[i].pinching || lines[i].stopped_early);
  }
}

TEST(LogInterview, an_exercise_that_was_not_done_is_not_in_the_log) {
  const auto prescription = a_circuit();
  LogInterview interview(prescription, content());
  ASSERT_TRUE(interview.answer("2"));
  ASSERT_TRUE(interview.answer("n"));
  EXPECT_NE(interview.next()->find("2. "), std::string::npos) << *interview.next();
  enter_through(interview);
  ASSERT_EQ(interview.lines().size(), prescription.exercises.size() - 1);
  EXPECT_EQ(interview.lines()[0].rounds, 2);
}

TEST(LogInterview, going_back_forgets_the_answer_and_stopping_keeps_whole_exercises) {
  const auto prescription = a_circuit();
  LogInterview interview(prescription, content());
  EXPECT_FALSE(interview.back());
  ASSERT_TRUE(interview.answer("4"));
  EXPECT_TRUE(interview.back());
  ASSERT_TRUE(interview.answer(""));
  ASSERT_TRUE(interview.answer("y"));
  EXPECT_EQ(interview.answer("31").error().code, "bad_answer");
  ASSERT_TRUE(interview.answer("31, 28"));
  ASSERT_TRUE(interview.answer("light"));
  EXPECT_EQ(interview.answer("7 14").error().code, "out_of_range");
  ASSERT_TRUE(interview.answer("7 6"));
  EXPECT_TRUE(interview.lines().empty()) << "the first exercise is not told to its end";
  ASSERT_TRUE(interview.answer("n"));
  ASSERT_TRUE(interview.answer("y"));
  const auto lines = interview.lines();
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_EQ(lines[0].rounds, prescription.rounds);
  EXPECT_EQ(lines[0].hold_left_s, 31);
  EXPECT_EQ(lines[0].hold_right_s, 28);
  EXPECT_EQ(lines[0].band, "light");
  EXPECT_EQ(lines[0].effort, 7);
  EXPECT_EQ(lines[0].pain, 6);
  EXPECT_EQ(lines[0].pinching, false);
  EXPECT_EQ(lines[0].stopped_early, true);
}

}  // namespace
}  // namespace hipline::app
