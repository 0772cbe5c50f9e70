#include "hipline/rules/evaluation.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace hipline::rules {
namespace {

Condition fact(std::string name) { return {.form = Condition::Form::fact, .fact = std::move(name), .parts = {}}; }
Condition many(Condition::Form form, std::vector<Condition> parts, int count = 0) {
  return {.form = form, .fact = {}, .count = count, .parts = std::move(parts)};
}

TEST(Evaluation, an_unknown_fact_leaves_the_answer_open_only_where_it_could_turn_it) {
  Facts facts;
  facts.set("a", Value(true));
  facts.set("c", Value(false));
  const auto any = many(Condition::Form::any_of, {fact("a"), fact("b")});
  const auto all = many(Condition::Form::all_of, {fact("b"), fact("c")});
  EXPECT_EQ(evaluate(any, facts).fires, Truth::yes);
  EXPECT_EQ(evaluate(all, facts).fires, Truth::no);
  EXPECT_EQ(evaluate(many(Condition::Form::all_of, {fact("a"), fact("b")}), facts).fires, Truth::unknown);
}

TEST(Evaluation, names_the_facts_that_decided) {
  Facts facts;
  facts.set("a", Value(true));
  facts.set("c", Value(false));
  const auto answer = evaluate(many(Condition::Form::any_of, {fact("a"), fact("c")}), facts);
  ASSERT_EQ(answer.deciding.size(), 1U);
  EXPECT_EQ(answer.deciding[0].fact, "a");
}

TEST(Evaluation, a_threshold_separates_its_two_sides) {
  Facts facts;
  Condition condition{.form = Condition::Form::comparison,
                      .fact = "pain",
                      .op = Condition::Operator::at_least,
                      .threshold = 3,
                      .parts = {}};
  facts.set("pain", Value(3.0));
  EXPECT_EQ(evaluate(condition, facts).fires, Truth::yes);
  facts.set("pain", Value(2.0));
  EXPECT_EQ(evaluate(condition, facts).fires, Truth::no);
  facts.set("pain", Value(Unknown{}));
  EXPECT_EQ(evaluate(condition, facts).fires, Truth::unknown);
}

/// Any condition over the facts a to d, nested a few times.
Condition any_condition(int depth) {
  const std::string name(1, *rc::gen::inRange('a', 'e'));
  const int form = depth == 0 ? *rc::gen::inRange(0, 2) : *rc::gen::inRange(0, 6);
  if (form == 0) return fact(name);
  if (form == 1) {
    return {.form = Condition::Form::comparison,
            .fact = name,
            .op = Condition::Operator::at_most,
            .threshold = 2,
            .parts = {}};
  }
  if (form == 2) return many(Condition::Form::negation, {any_condition(depth - 1)});
  std::vector<Condition> parts;
  const int count = *rc::gen::inRange(0, 4);
  for (int i = 0; i < count; ++i) parts.push_back(any_condition(depth - 1));
  if (form == 3) return many(Condition::Form::all_of, std::move(parts));
  if (form == 4) return many(Condition::Form::any_of, std::move(parts));
  return many(Condition::Form::at_least, std::move(parts), *rc::gen::inRange(0, 5));
}

TEST(Evaluation, answers_the_same_with_its_reasons_and_without) {
  EXPECT_TRUE(rc::check([] {
    Facts facts;
    for (const char* name : {"a", "b", "c", "d"}) {
      facts.set(name, *rc::gen::element(Value(Unknown{}), Value(true), Value(false), Value(2.0), Value(3.0)));
    }
    const Condition condition = any_condition(3);
    RC_ASSERT(fires(condition, facts) == evaluate(condition, facts).fires);
  }));
}

TEST(Evaluation, names_a_fact_however_deep_it_stands_and_no_other) {
  const auto condition = many(Condition::Form::any_of, {fact("a"), many(Condition::Form::negation, {fact("b")})});
  EXPECT_TRUE(names_fact(condition, [](std::string_view name) { return name == "b"; }));
  EXPECT_FALSE(names_fact(condition, [](std::string_view name) { return name.empty() || name == "c"; }));
  EXPECT_FALSE(names_fact(Condition{}, [](std::string_view) { return true; }));
}

TEST(Evaluation, knowing_more_never_contradicts_a_known_answer) {
  EXPECT_TRUE(rc::check([] {
    const auto truth = rc::gen::element(Truth::no, Truth::yes, Truth::unknown);
    Facts before;
    std::vector<Condition> parts;
    for (const char* name : {"a", "b", "c", "d"}) {
      before.set(name, *truth);
      parts.push_back(*rc::gen::arbitrary<bool>() ? fact(name) : many(Condition::Form::negation, {fact(name)}));
    }
    const auto condition = many(Condition::Form::at_least, parts, *rc::gen::inRange(0, 5));
    Facts after = before;
    for (const char* name : {"a", "b", "c", "d"}) {
      if (before.truth(name) == Truth::unknown) after.set(name, *truth);
    }
    const Truth known = evaluate(condition, before).fires;
    if (known != Truth::unknown) RC_ASSERT(evaluate(condition, after).fires == known);
  }));
}

}  // namespace
}  // namespace hipline::rules
