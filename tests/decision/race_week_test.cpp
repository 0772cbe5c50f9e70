// The race: its gate, its page, its first screen, and that nothing of it is shown where the start is closed.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "hipline/app/assess/assess.hpp"
#include "hipline/app/pages/pages.hpp"
#include "hipline/exporters/text/layout.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

using plan::GateState;

app::TodayAnswer answer_of(const model::History& history) {
  return {history, app::assess(history, real_content()).value(), {}, {}};
}
std::string first_screen(const app::TodayAnswer& answer) {
  return app::today_page(answer, app::TodayView::first_screen, real_content(), "test").text;
}
std::string race_page(const app::TodayAnswer& answer) {
  return app::race_page(answer, real_content(), "test").value().text;
}
bool holds(const std::string& text, const std::string& part) {
  std::string flat;
  for (const char c : text) {
    if (c == '\n')
      flat += ' ';
    else if (!(c == ' ' && flat.ends_with(' ')))
      flat += c;
  }
  return flat.find(part) != std::string::npos;
}

void tell(model::History& history, const std::string& fact, std::variant<model::Skipped, bool, double> value) {
  auto& answers = history.check_ins.edit().back().answers;
  std::erase_if(answers.edit(), [&](const model::Answer& answer) { return answer.fact == fact; });
  answers.push_back({fact, value});
}

/// A golden case this many days before its race (after it where negative), with the gate's questions answered.
model::History runner(const std::string& name, int days_to_race) {
  model::History history = golden_case(name);
  history.race->day = history.today + days_to_race;
  tell(history, "painkiller_today", false);
  return history;
}

GateState state_of(const app::TodayAnswer& answer, const std::string& what) {
  for (const plan::GateLine& line : answer.assessment.race_week->gate) {
    if (line.what == what) return line.state;
  }
  ADD_FAILURE() << "no gate line " << what;
  return GateState::unanswered;
}

TEST(RaceGate, opens_on_race_morning_with_every_answer_known_and_calm) {
  const auto answer = answer_of(runner("fine", 0));
  ASSERT_TRUE(answer.assessment.race_week);
  EXPECT_EQ(answer.assessment.race_week->start, GateState::met);
  EXPECT_EQ(answer.assessment.decision.session.kind, baseline::SessionKind::race);
  const std::string text = first_screen(answer);
  EXPECT_TRUE(holds(text, "Race day: nothing in your answers says stop")) << text;
  EXPECT_TRUE(holds(text, "Walking off the course counts as a good decision")) << text;
}

TEST(RaceGate, asks_for_what_is_not_answered_on_race_morning) {
  model::History history = runner("fine", 0);
  tell(history, "painkiller_today", model::Skipped{});
  const auto answer = answer_of(history);
  EXPECT_EQ(answer.assessment.race_week->start, GateState::unanswered);
  EXPECT_EQ(state_of(answer, "painkiller"), GateState::unanswered);
  const std::string text = first_screen(answer);
  EXPECT_TRUE(holds(text, "Race morning: not yet")) << text;
  EXPECT_TRUE(holds(text, "[?]")) << text;
  EXPECT_TRUE(holds(text, "Next: answer what is open before you leave")) << text;
  EXPECT_FALSE(holds(text, "shorter")) << text;
  EXPECT_FALSE(holds(text, "nothing in your answers says stop")) << text;
}

TEST(RaceGate, asks_a_runner_who_has_not_checked_in_since_yesterday) {
  model::History history = runner("fine", 1);
  history.today = history.today + 1;
  const auto answer = answer_of(history);
  EXPECT_FALSE(answer.assessment.decision.fresh);
  EXPECT_NE(answer.assessment.race_week->start, GateState::met);
}

TEST(RaceGate, is_not_met_with_pain_over_5_a_limp_or_a_painkiller_and_5_is_not_over_5) {
  model::History history = runner("settling", 0);
  history.ache.onset_day = history.today - 9;  // older, and so strong, it asks for a clinician first (TR-47)
  tell(history, "pain_this_morning", 6.0);
  EXPECT_EQ(state_of(answer_of(history), "pain"), GateState::not_met);
  EXPECT_EQ(answer_of(history).assessment.race_week->start, GateState::not_met);
  EXPECT_TRUE(holds(first_screen(answer_of(history)), "We advise you not to start today"));
  tell(history, "pain_this_morning", 5.0);
  EXPECT_EQ(state_of(answer_of(history), "pain"), GateState::met);

  history = runner("settling", 0);
  tell(history, "painkiller_today", true);
  EXPECT_EQ(state_of(answer_of(history), "painkiller"), GateState::not_met);
  EXPECT_TRUE(holds(race_page(answer_of(history)), "we advise you not to start"));

  history = runner("settling", 0);
  tell(history, "limps_walking", true);
  EXPECT_EQ(answer_of(history).assessment.race_week->start, GateState::not_met);
  EXPECT_TRUE(answer_of(history).assessment.race_week->closed);
}

TEST(RacePage, lays_out_the_race_of_the_sources_runner) {
  model::History history = runner("settling", 9);
  history.race->goal = Seconds(4 * 3600);
  history.race->transfer_deadline = history.today + 1;
  const auto answer = answer_of(history);
  const auto& week = *answer.assessment.race_week;
  EXPECT_EQ(week.spike_band, 2);
  ASSERT_EQ(week.checks.size(), 4U);
  const std::string text = race_page(answer);
  for (const char* part : {"9 days to go",
                           "Start, if all of the above is true",
                           "Your goal of 4 h",
                           "You can move your entry until",
                           "Not start.",
                           "The race itself breaks the rule for single runs",
                           "1.52 times",
                           "Frandsen 2025",
                           "No painkiller, before or on the way (TP-11)",
                           "Küster 2013",
                           "run 10 min, walk 1 min",
                           "At 5 km:",
                           "At 10 km:",
                           "At 21.1 km:",
                           "At 30 km:",
                           "What ends the race",
                           "(TP-12)",
                           "Days 1-2:",
                           "Days 11-14:",
                           "still sore after seven"})
    EXPECT_TRUE(holds(text, part)) << part << "\n" << text;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) EXPECT_LE(exporters::columns_of(line), 80) << line;
}

TEST(RacePage, speaks_miles_and_knows_shorter_races) {
  model::History history = runner("fine", 5);
  history.runner.units = model::Units::imperial;
  history.race->distance = kilometres(10);
  const auto answer = answer_of(history);
  EXPECT_EQ(answer.assessment.race_week->checks.size(), 1U);
  EXPECT_EQ(answer.assessment.race_week->spike_band, 0);
  const std::string text = race_page(answer);
  EXPECT_TRUE(holds(text, "stays within the rule for single runs")) << text;
  EXPECT_TRUE(holds(text, "At 3.1 miles:")) << text;
  EXPECT_EQ(text.find(" km"), std::string::npos) << text;
}

TEST(RacePage, says_where_the_deadline_is_gone_today_or_not_known) {
  model::History history = runner("settling", 6);
  EXPECT_TRUE(holds(race_page(answer_of(history)), "--race-transfer-by"));
  history.race->transfer_deadline = history.today;
  EXPECT_TRUE(holds(race_page(answer_of(history)), "Today is the last day to move your entry"));
  history.race->transfer_deadline = history.today - 1;
  EXPECT_TRUE(holds(race_page(answer_of(history)), "has gone by"));
}

TEST(RacePage, puts_each_length_into_its_band) {
  struct Edge {
    double times;
    int band;
  };
  for (const Edge edge : {Edge{1.09, 0}, Edge{1.11, 1}, Edge{1.29, 1}, Edge{1.31, 2}, Edge{1.99, 2}, Edge{2.01, 3}}) {
    model::History history = runner("fine", 0);
    double longest = 0;
    for (const model::Run& run : history.runs) {
      if (history.today - run.day <= 30) longest = std::max(longest, run.distance->value());
    }
    history.race->distance = Metres(longest * edge.times);
    const auto answer = answer_of(history);
    EXPECT_EQ(answer.assessment.race_week->spike_band, edge.band) << edge.times;
    if (edge.band == 3) {
      EXPECT_TRUE(holds(race_page(answer), "run 4 min, walk 1 min"));
    }
  }
}

TEST(RacePage, holds_no_script_where_a_clinician_comes_first) {
  for (const char* name : {"growing", "growing_bone_risk", "night", "walking"}) {
    for (const int days : {9, 3, 1, 0, -3}) {
      const auto answer = answer_of(runner(name, days));
      ASSERT_TRUE(answer.assessment.race_week);
      EXPECT_TRUE(answer.assessment.race_week->closed);
      EXPECT_TRUE(answer.assessment.race_week->checks.empty());
      const std::string text = race_page(answer);
      for (const char* part : {"At 5 km", "walk 1 min", "first easy run", "Start, if", "is your decision"})
        EXPECT_FALSE(holds(text, part)) << name << days << part << "\n" << text;
      EXPECT_TRUE(holds(text, "See: ")) << text;
      if (days >= 0) {
        EXPECT_TRUE(holds(text, "Not start.")) << text;
      }
    }
  }
}

TEST(RacePage, asks_where_only_questions_are_open) {
  model::History history = runner("fine", 4);
  history.check_ins.clear();
  const auto answer = answer_of(history);
  ASSERT_TRUE(answer.assessment.race_week->unanswered);
  const std::string text = race_page(answer);
  EXPECT_TRUE(holds(text, "Only open questions stand in the way")) << text;
  EXPECT_FALSE(holds(text, "At 5 km")) << text;
}

TEST(RacePage, shows_the_days_after_and_where_the_runner_is) {
  const auto answer = answer_of(runner("fine", -3));
  const std::string text = race_page(answer);
  EXPECT_TRUE(holds(text, "-> Days 3-4:")) << text;
  EXPECT_TRUE(holds(text, "Takayama 2017")) << text;
  EXPECT_FALSE(holds(text, "At 5 km")) << text;
}

TEST(RacePage, is_there_from_42_days_before_to_14_days_after) {
  for (const auto& [days, there] : {std::pair{43, false}, {42, true}, {-14, true}, {-15, false}})
    EXPECT_EQ(app::race_page(answer_of(runner("fine", days)), real_content(), "test").has_value(), there) << days;
}

TEST(RaceWeekToday, points_to_the_page_from_nine_days_before) {
  EXPECT_TRUE(holds(first_screen(answer_of(runner("settling", 9))), "plan --race"));
  EXPECT_FALSE(holds(first_screen(answer_of(runner("settling", 10))), "plan --race"));
}

TEST(AfterTheRace, soreness_beyond_a_week_goes_to_a_clinician) {
  model::History history = runner("settling", -7);
  EXPECT_GT(answer_of(history).assessment.decision.level, rules::Level::clinician_before_running);
  history = runner("settling", -8);
  const auto decision = answer_of(history).assessment.decision;
  EXPECT_EQ(decision.level, rules::Level::clinician_before_running);
  EXPECT_EQ(decision.because.front(), "TD-22");
}

TEST(RaceProperty, no_script_behind_a_closed_gate_and_every_screen_fits) {
  EXPECT_TRUE(rc::check([] {
    model::History history =
        runner(*rc::gen::element<std::string>("settling", "fine", "growing", "night"), *rc::gen::inRange(-14, 22));
    for (const char* fact : {"hurts_walking", "limps_walking", "wakes_at_night", "painkiller_today", "fever_or_ill"}) {
      const int told = *rc::gen::inRange(0, 8);
      if (told == 0) tell(history, fact, true);
      if (told == 1) tell(history, fact, model::Skipped{});
    }
    if (*rc::gen::arbitrary<bool>()) tell(history, "pain_this_morning", static_cast<double>(*rc::gen::inRange(0, 10)));
    const auto answer = answer_of(history);
    const auto& week = *answer.assessment.race_week;
    const bool clinician = rules::is_clinician_level(answer.assessment.decision.level);
    if (clinician) RC_ASSERT(week.closed);
    const auto json = nlohmann::json::parse(app::race_page(answer, real_content(), "test").value().json);
    if (week.closed) {
      RC_ASSERT(json["race"]["script"].is_null());
      RC_ASSERT(!holds(race_page(answer), "At 5 km"));
    }
    // Who is told to race is told so by today and by the plan, and the other way round.
    if (week.days_to_race == 0) {
      const bool race = answer.assessment.decision.session.kind == baseline::SessionKind::race;
      if (week.start == GateState::met) RC_ASSERT(race);
      if (!race) RC_ASSERT(week.start != GateState::met);
    }
    const std::string text = first_screen(answer);
    if (!clinician) RC_ASSERT(std::count(text.begin(), text.end(), '\n') <= 24);
  }));
}

}  // namespace
}  // namespace hipline
