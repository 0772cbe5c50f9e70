// Every rule and every outcome can be met, and what a clinician level closes is closed, in thousands of made-up
// runners.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "hipline/app/assess/assess.hpp"
#include "hipline/base/random.hpp"
#include "hipline/baseline/baseline.hpp"
#include "hipline/plan/plan.hpp"
#include "hipline/today/decide.hpp"
#include "random_runner.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

using rules::Kind;
using rules::Level;

/// What thousands of made-up runners met.
struct Met {
  std::set<std::string> rules;
  std::map<std::pair<Level, Kind>, int> outcomes;
  int opened_behind_a_clinician_level = 0;
  int clinician_levels = 0;
};

void note_circuit(const circuit::Prescription& circuit, Met& met) {
  met.rules.insert(circuit.because);
  met.rules.insert(circuit.rules.begin(), circuit.rules.end());
  for (const auto& difference : circuit.differences) met.rules.insert(difference.rule);
  for (const auto& change : circuit.changes) met.rules.insert(change.rule);
  for (const auto& exercise : circuit.exercises) {
    if (exercise.left_out_because) met.rules.insert(*exercise.left_out_because);
    for (const auto& change : exercise.progress.changes) met.rules.insert(change.rule);
  }
}

void note_plan(const plan::Plan& plan, Met& met) {
  for (const plan::DayPlan& day : plan.days) {
    met.rules.insert(day.held_by.begin(), day.held_by.end());
    for (const plan::Reason& reason : day.reasons) met.rules.insert(reason.rule);
  }
  for (const plan::UnmetAim& aim : plan.unmet) met.rules.insert({aim.rule, aim.prevented_by});
}

today::Decision decide(const model::History& history) {
  const auto& content = real_content();
  const auto baseline = baseline::make_baseline(history, plan::baseline_parameters(content.parameters));
  return today::decide(history, *baseline, {content.triage, content.today, content.questions, content.parameters});
}

bool holds_running(const app::Assessment& answer) {
  for (const today::OptionNotChosen& option : answer.decision.options) {
    if (baseline::is_running(option.session.kind)) return true;
  }
  return baseline::is_running(answer.decision.session.kind);
}

const Met& met_by_thousands() {
  static const Met met = [] {
    Met all;
    Random random(11);
    const Below below = [&](int end) { return static_cast<int>(random.next() % static_cast<std::uint64_t>(end)); };
    for (int i = 0; i < 4000; ++i) {
      const model::History history = random_runner(below);
      // Making the plan is what takes the time: where nothing is closed, every fourth shows enough of them.
      if (i % 4 != 0 && !rules::is_clinician_level(decide(history).level)) continue;
      const auto answer = app::assess(history, real_content());
      EXPECT_TRUE(answer);
      const today::Decision& decision = answer->decision;
      ++all.outcomes[{decision.level, decision.kind}];
      for (const today::FiredRule& fired : decision.fired) all.rules.insert(fired.id);
      for (const plan::Reason& reason : answer->plan_withheld) all.rules.insert(reason.rule);
      if (answer->race_week) {
        for (const plan::GateLine& line : answer->race_week->gate) all.rules.insert(line.rule);
      }
      if (answer->circuit) note_circuit(*answer->circuit, all);
      if (answer->plan) note_plan(*answer->plan, all);
      if (!rules::is_clinician_level(decision.level)) continue;
      ++all.clinician_levels;
      all.opened_behind_a_clinician_level += holds_running(*answer) || answer->circuit || answer->plan;
    }
    return all;
  }();
  return met;
}

TEST(Reach, no_clinician_level_carries_a_run_a_circuit_or_a_plan) {
  EXPECT_GE(met_by_thousands().clinician_levels, 500);
  EXPECT_EQ(met_by_thousands().opened_behind_a_clinician_level, 0);
}

TEST(Reach, every_outcome_is_met) {
  for (const auto& [level, kind] :
       std::initializer_list<std::pair<Level, Kind>>{{Level::emergency, Kind::sticky},
                                                     {Level::clinician_urgent, Kind::sticky},
                                                     {Level::clinician_before_running, Kind::sticky},
                                                     {Level::clinician_before_running, Kind::changeable},
                                                     {Level::clinician_before_running, Kind::unanswered},
                                                     {Level::rest, Kind::changeable},
                                                     {Level::cross_train, Kind::changeable},
                                                     {Level::modify, Kind::changeable},
                                                     {Level::as_planned, Kind::changeable}}) {
    EXPECT_TRUE(met_by_thousands().outcomes.contains({level, kind})) << rules::name(level) << " " << rules::name(kind);
  }
}

TEST(Reach, only_these_outcomes_exist) {
  for (const auto& [outcome, count] : met_by_thousands().outcomes) {
    const auto& [level, kind] = outcome;
    if (level <= Level::clinician_urgent) {
      EXPECT_EQ(kind, Kind::sticky) << rules::name(level);
    } else if (!rules::is_clinician_level(level)) {
      EXPECT_EQ(kind, Kind::changeable) << rules::name(level);
    }
  }
}

TEST(Reach, every_rule_of_screening_and_today_is_met_by_somebody) {
  for (const auto* group : {&real_content().triage, &real_content().today}) {
    for (const rules::Rule& rule : *group) EXPECT_TRUE(met_by_thousands().rules.contains(rule.id)) << rule.id;
  }
}

/// Met by other doors, and proven there (tests/circuit): without a circuit nobody sees CP-00; no exercise of the
/// circuit is a long, still stretch (CP-10); the minutes of a day are said to the circuit alone (CP-21a, CP-21b); the
/// phases of the library decide what a mix may hold (CP-23a to CP-24).
const std::set<std::string, std::less<>> not_by_this_door = {"CP-00",  "CP-10",  "CP-21a", "CP-21b", "CP-23a",
                                                             "CP-23b", "CP-23c", "CP-23d", "CP-24"};

TEST(Reach, every_rule_of_circuit_and_plan_is_met_by_somebody) {
  for (const auto* group : {&real_content().circuit_rules, &real_content().plan_rules}) {
    for (const rules::Rule& rule : *group) {
      if (not_by_this_door.contains(rule.id)) continue;
      EXPECT_TRUE(met_by_thousands().rules.contains(rule.id)) << rule.id;
    }
  }
}

}  // namespace
}  // namespace hipline
