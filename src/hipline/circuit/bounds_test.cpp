#include "hipline/circuit/bounds.hpp"

#include <gtest/gtest.h>

namespace hipline::circuit {
namespace {

rules::Rule rule(std::string id, std::string fact, std::vector<rules::Outcome> then) {
  rules::Rule made;
  made.id = std::move(id);
  made.when.form = rules::Condition::Form::fact;
  made.when.fact = std::move(fact);
  made.then = std::move(then);
  return made;
}

TEST(Bounds, keep_the_tightest_and_the_rule_that_set_it) {
  rules::Facts facts;
  facts.set("near", rules::Value(true));
  Bounds bounds;
  bounds.apply(rule("A", "near", {rules::Limit{"rounds_max", 3, "rounds"}, rules::Limit{"rounds_less", 1, "rounds"}}),
               facts);
  bounds.apply(rule("B", "near", {rules::Limit{"rounds_max", 1, "rounds"}, rules::Limit{"rounds_less", 2, "rounds"}}),
               facts);
  bounds.apply(rule("C", "near", {rules::Limit{"rounds_max", 2, "rounds"}}), facts);
  EXPECT_EQ(bounds.bound("rounds_max")->value, 1);
  EXPECT_EQ(bounds.bound("rounds_max")->rule, "B");
  EXPECT_EQ(bounds.bound("rounds_less")->value, 2);
  EXPECT_FALSE(bounds.bound("effort_max"));
}

TEST(Bounds, a_rule_left_open_by_an_unknown_fact_applies_and_one_that_does_not_fire_does_nothing) {
  rules::Facts facts;
  facts.set("calm", rules::Value(false));
  Bounds bounds;
  bounds.apply(rule("open", "never_asked", {rules::Forbid{"to_fatigue"}}), facts);
  bounds.apply(rule("silent", "calm", {rules::Forbid{"circuit"}}), facts);
  EXPECT_EQ(bounds.forbidden_by("to_fatigue"), "open");
  EXPECT_FALSE(bounds.forbidden_by("circuit"));
  EXPECT_EQ(bounds.rules(), std::vector<std::string>{"open"});
}

TEST(Bounds, what_gives_more_needs_a_rule_that_fires) {
  rules::Facts facts;
  facts.set("calm", rules::Value(true));
  const std::vector<rules::Outcome> more = {rules::Limit{"work_steps_more", 1, "steps"}, rules::Require{"progression"}};
  Bounds open;
  open.apply(rule("open", "never_asked", more), facts);
  EXPECT_FALSE(open.bound("work_steps_more"));
  EXPECT_FALSE(open.required_by("progression"));
  Bounds fired;
  fired.apply(rule("fired", "calm", more), facts);
  EXPECT_TRUE(fired.bound("work_steps_more"));
  EXPECT_EQ(fired.required_by("progression"), "fired");
}

}  // namespace
}  // namespace hipline::circuit
