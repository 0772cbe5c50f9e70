#include "hipline/exporters/text/plan_text.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "hipline/exporters/text/layout.hpp"
#include "runner.hpp"

namespace hipline::plan {
namespace {

using rules::Level;

std::string text_of(const model::History& history, const today::Decision& decision,
                    model::Units units = model::Units::metric) {
  return exporters::plan_text(plan_for(history, decision), content(), units, history.race);
}

/// Wrapping closes the gap before a one-digit day.
std::string one_space(std::string date) {
  if (const auto gap = date.find("  "); gap != std::string::npos) date.erase(gap, 1);
  return "\n  " + date;
}

void expect_80_columns(const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(exporters::columns_of(line), 80) << line;
}

TEST(PlanText, shows_every_day_within_80_columns) {
  const auto history = marathon_runner(monday + 1, 17);
  const auto decision = decision_of(history, Level::modify, 3, 0.7);
  const std::string text = text_of(history, decision);
  expect_80_columns(text);
  for (const DayPlan& day : plan_for(history, decision).days) {
    EXPECT_NE(text.find(one_space(exporters::short_date(day.day)) + " ("), std::string::npos) << day.day.iso();
  }
}

TEST(PlanText, says_how_far_the_race_goes_beyond_the_longest_run) {
  const auto history = marathon_runner(monday + 1, 17);
  const std::string text = text_of(history, decision_of(history, Level::modify, 3, 0.7));
  EXPECT_NE(text.find("is 26 km; the race is 62 %"), std::string::npos) << text;
  EXPECT_NE(text.find("(TP-12)"), std::string::npos);
}

TEST(PlanText, speaks_miles_to_those_who_run_miles) {
  const auto history = marathon_runner(monday + 1, 17);
  const std::string text = text_of(history, decision_of(history, Level::modify, 3, 0.7), model::Units::imperial);
  expect_80_columns(text);
  EXPECT_NE(text.find(" miles"), std::string::npos);
  EXPECT_EQ(text.find(" km"), std::string::npos) << text;
}

TEST(PlanText, names_unmet_aims_with_what_prevented_them) {
  const auto history = marathon_runner(monday, 20);
  const std::string text = text_of(history, decision_of(history, Level::modify, 4, 0.35));
  expect_80_columns(text);
  EXPECT_NE(text.find("What the plan could not meet"), std::string::npos);
  EXPECT_NE(text.find("(TP-01)"), std::string::npos);
}

TEST(PlanText, has_words_for_every_unmet_aim_and_every_far_or_unknown_case) {
  for (const int days : {-5, 0, 1, 20, 60}) {
    for (const Level level : {Level::rest, Level::cross_train, Level::modify, Level::as_planned}) {
      auto history = marathon_runner(monday, days);
      expect_80_columns(text_of(history, decision_of(history, level, 4, 0.5)));
      history.runs.clear();
      const std::string text = text_of(history, decision_of(history, level, 4, 0.5));
      expect_80_columns(text);
      if (days > 0) {
        EXPECT_NE(text.find("too few of your runs"), std::string::npos);
      }
    }
  }
}

TEST(PlanText, shows_no_day_at_a_clinician_level) {
  const auto history = marathon_runner(monday, 17);
  const std::string text = text_of(history, decision_of(history, Level::clinician_urgent, 6, 0.35));
  EXPECT_NE(text.find("No plan for now"), std::string::npos);
  EXPECT_EQ(text.find("run,"), std::string::npos);
  EXPECT_EQ(text.find("circuit"), std::string::npos);
}

}  // namespace
}  // namespace hipline::plan
