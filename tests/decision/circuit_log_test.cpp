// What was logged of the circuit reaches the decision: a case in JSON, all the way through.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "hipline/app/assess/assess.hpp"
#include "hipline/app/assess/case_reader.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

using nlohmann::json;

constexpr const char* climber = "slow-banded-mountain-climber";

json a_case(const char* date = "2026-11-22") {
  return {{"date", date}, {"runner", {{"done_circuit_before", true}}}, {"circuits", json::array()}};
}

Result<app::Assessment> answer(const json& of) {
  const auto history = app::read_case(of.dump(), real_content());
  if (!history) return std::unexpected(history.error());
  return app::assess(*history, real_content());
}

bool pinch_fired(const json& of) {
  const auto assessed = answer(of);
  if (!assessed) {
    ADD_FAILURE() << assessed.error().message;
    return false;
  }
  const auto& because = assessed->decision.fired;
  return std::any_of(because.begin(), because.end(),
                     [](const auto& rule) { return rule.id == "CP-06b" && rule.fires == rules::Truth::yes; });
}

TEST(CircuitLog, a_pinch_on_two_days_asks_for_a_clinician_and_one_does_not) {
  json of = a_case();
  of["circuits"].push_back({{"day", "2026-11-18"}, {"exercise", climber}, {"pinching", true}});
  EXPECT_FALSE(pinch_fired(of));
  of["circuits"].push_back({{"day", "2026-11-21"}, {"exercise", climber}, {"pinching", true}});
  EXPECT_TRUE(pinch_fired(of));
  EXPECT_TRUE(rules::is_clinician_level(answer(of)->decision.level));
  EXPECT_FALSE(answer(of)->circuit);
  of["advice"].push_back({{"day", "2026-11-22"}, {"who", "Dr Lee"}, {"verdict", "may_run"}});
  EXPECT_FALSE(pinch_fired(of)) << "a clinician has seen them";
  of.erase("advice");
  of["circuits"][0]["day"] = "2026-10-18";
  EXPECT_FALSE(pinch_fired(of)) << "more than four weeks ago";
}

TEST(CircuitLog, a_case_refuses_days_to_come_unknown_exercises_and_values_out_of_range) {
  const std::vector<std::pair<json, std::string>> refused = {
      {{{"day", "2026-11-23"}, {"exercise", climber}}, "out_of_range"},
      {{{"day", "2026-11-20"}, {"exercise", "handstand"}}, "unknown_exercise"},
      {{{"day", "2026-11-20"}, {"exercise", climber}, {"pain", 11}}, "out_of_range"},
      {{{"day", "2026-11-20"}, {"exercise", climber}, {"repetitions", 2.5}}, "out_of_range"},
      {{{"day", "2026-11-20"}, {"exercise", climber}, {"band_rest_cm", 0}}, "out_of_range"}};
  for (const auto& [entry, code] : refused) {
    json of = a_case();
    of["circuits"].push_back(entry);
    const auto assessed = answer(of);
    ASSERT_FALSE(assessed) << entry;
    EXPECT_EQ(assessed.error().code, code) << entry;
  }
  json twice = a_case();
  for (int i = 0; i < 2; ++i) twice["circuits"].push_back({{"day", "2026-11-20"}, {"exercise", climber}});
  EXPECT_EQ(answer(twice).error().code, "told_twice");
}

}  // namespace
}  // namespace hipline
