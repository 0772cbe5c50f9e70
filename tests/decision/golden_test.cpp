#include <gtest/gtest.h>

#include <algorithm>

#include "hipline/app/assess/assess.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

using rules::Kind;
using rules::Level;

struct Expected {
  const char* name;
  Level level;
  Kind kind;
};

class Golden : public testing::TestWithParam<Expected> {};

TEST_P(Golden, the_sources_own_runner_gets_the_level_of_the_contract) {
  const auto answer = app::assess(golden_case(GetParam().name), real_content());
  ASSERT_TRUE(answer);
  EXPECT_EQ(rules::name(answer->decision.level), rules::name(GetParam().level)) << answer->decision.because.front();
  EXPECT_EQ(rules::name(answer->decision.kind), rules::name(GetParam().kind));
}

INSTANTIATE_TEST_SUITE_P(Contract, Golden,
                         testing::Values(Expected{"settling", Level::modify, Kind::changeable},
                                         Expected{"growing", Level::clinician_before_running, Kind::sticky},
                                         Expected{"growing_bone_risk", Level::clinician_urgent, Kind::sticky},
                                         Expected{"night", Level::clinician_urgent, Kind::sticky},
                                         Expected{"walking", Level::clinician_urgent, Kind::sticky},
                                         Expected{"fine", Level::as_planned, Kind::changeable}),
                         [](const auto& tested) { return std::string(tested.param.name); });

TEST(GoldenCases, a_clinician_level_comes_with_no_run_no_circuit_and_no_plan) {
  for (const char* name : {"growing", "growing_bone_risk", "night", "walking"}) {
    const auto answer = app::assess(golden_case(name), real_content());
    ASSERT_TRUE(answer);
    EXPECT_FALSE(baseline::is_running(answer->decision.session.kind)) << name;
    EXPECT_FALSE(answer->circuit) << name;
    EXPECT_FALSE(answer->plan) << name;
    for (const auto& option : answer->decision.options) EXPECT_FALSE(baseline::is_running(option.session.kind)) << name;
    const rules::Rule* leading = real_content().find_rule(answer->decision.because.front());
    ASSERT_NE(leading, nullptr) << name;
    ASSERT_TRUE(leading->referral) << name;
    EXPECT_FALSE(leading->referral->whom.empty());
    EXPECT_FALSE(leading->referral->how_soon.empty());
    EXPECT_FALSE(leading->referral->say.empty());
  }
}

TEST(GoldenCases, settling_gets_a_full_circuit_and_a_plan_to_race_day) {
  const model::History history = golden_case("settling");
  const auto answer = app::assess(history, real_content());
  ASSERT_TRUE(answer);
  ASSERT_TRUE(answer->circuit);
  EXPECT_TRUE(answer->circuit->any);
  EXPECT_EQ(answer->circuit->focus, "full");
  ASSERT_TRUE(answer->plan);
  EXPECT_EQ(answer->plan->days.front().day, history.today);
  EXPECT_TRUE(std::any_of(answer->plan->days.begin(), answer->plan->days.end(), [&](const plan::DayPlan& day) {
    return day.kind == baseline::SessionKind::race && day.day == history.race->day;
  }));
}

TEST(GoldenCases, saying_no_to_all_others_takes_nothing_back_that_a_run_says) {
  const auto painkillers = app::assess(golden_case("painkiller_user"), real_content());
  ASSERT_TRUE(painkillers);
  EXPECT_EQ(painkillers->decision.level, Level::clinician_before_running);
  model::History limp = golden_case("sprint_pop");
  const auto limped = app::assess(limp, real_content());
  ASSERT_TRUE(limped);
  EXPECT_EQ(limped->decision.facts.truth("ran_with_limp"), rules::Truth::yes);
}

TEST(GoldenCases, nothing_known_but_the_date_asks_and_sends_nobody_to_a_doctor) {
  model::History history;
  history.today = *LocalDay::parse("2026-11-22");
  const auto answer = app::assess(history, real_content());
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->decision.level, Level::clinician_before_running);
  EXPECT_EQ(answer->decision.kind, Kind::unanswered);
  EXPECT_FALSE(answer->decision.open_questions.empty());
}

}  // namespace
}  // namespace hipline
