// The worlds of the proofs are the worlds that the program decides in.
#include "world.hpp"

#include <gtest/gtest.h>

#include "hipline/base/random.hpp"
#include "hipline/baseline/baseline.hpp"
#include "hipline/plan/plan.hpp"
#include "hipline/rules/evaluation.hpp"
#include "hipline/today/decide.hpp"
#include "random_runner.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

const Worlds& all_worlds() {
  static const Worlds worlds(real_content());
  return worlds;
}

today::Decision decide(const model::History& history) {
  const auto& content = real_content();
  const auto baseline = baseline::make_baseline(history, plan::baseline_parameters(content.parameters));
  return today::decide(history, *baseline, {content.triage, content.today, content.questions, content.parameters});
}

/// The most careful level among a decision's fired rules, else modify: what the rules say without earlier days.
rules::Level level_of_the_rules(const today::Decision& decision) {
  std::optional<rules::Level> level;
  for (const today::FiredRule& fired : decision.fired) {
    const auto wanted = rules::level_of(*real_content().find_rule(fired.id));
    if (wanted) level = level ? rules::most_careful(*level, *wanted) : *wanted;
  }
  return level.value_or(rules::Level::modify);
}

TEST(Worlds, give_the_level_that_the_program_gives_and_derive_what_it_derives) {
  Random random(7);
  const Below below = [&](int end) { return static_cast<int>(random.next() % static_cast<std::uint64_t>(end)); };
  for (int i = 0; i < 400; ++i) {
    model::History history = random_runner(below);
    history.runner.sex = model::Sex::female;  // the worlds ask every bone-health question
    const today::Decision decision = decide(history);
    World world = all_worlds().reassuring();
    for (std::size_t fact = 0; fact < world.size(); ++fact)
      world[fact] = all_worlds().place_of(fact, decision.facts.get(all_worlds().name(fact)));
    World derived = world;
    EXPECT_EQ(all_worlds().level(derived), level_of_the_rules(decision)) << all_worlds().describe(world);
    for (const char* name :
         {"screening_question_open", "deep_or_groin_not_ruled_out", "bone_risk_not_ruled_out", "pain_unknown"}) {
      const std::size_t fact = *all_worlds().find(name);
      EXPECT_EQ(derived[fact], world[fact]) << name << " in: " << all_worlds().describe(world);
    }
    if (testing::Test::HasFailure()) return;
  }
}

TEST(Worlds, ask_the_evaluator_itself) {
  World world = all_worlds().reassuring();
  world[*all_worlds().find("wakes_at_night")] = Worlds::yes;
  EXPECT_EQ(all_worlds().level(world), rules::Level::clinician_urgent);
  const rules::Rule* night = real_content().find_rule("TR-06");
  ASSERT_NE(night, nullptr);
  EXPECT_EQ(rules::evaluate(night->when, all_worlds().facts(world)).fires, rules::Truth::yes);
  EXPECT_EQ(all_worlds().describe(world), "wakes_at_night yes");
}

}  // namespace
}  // namespace hipline
