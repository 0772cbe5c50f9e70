#include "hipline/triage/weigh_origin.hpp"

#include <gtest/gtest.h>

namespace hipline::triage {
namespace {

using rules::Level;

rules::Rule sign(const char* id, const char* fact, const char* tag) {
  rules::Rule rule;
  rule.id = id;
  rule.when.form = rules::Condition::Form::fact;
  rule.when.fact = fact;
  rule.then = {rules::Require{tag}};
  return rule;
}

const std::vector<rules::Rule>& signs() {
  static const std::vector<rules::Rule> rules = {
      sign("S1", "s1", "strain_strong"), sign("S2", "s2", "strain_weak"), sign("S3", "s3", "strain_weak"),
      sign("L1", "l1", "load_strong"),   sign("L2", "l2", "load_strong"), sign("L3", "l3", "load_weak"),
      sign("N1", "n1", "neither_fits"),
  };
  return rules;
}

rules::Parameters parameters() {
  rules::Parameters parameters;
  for (const auto& [id, value] : {std::pair{"strain_strong", 1.5}, std::pair{"strain_weak", 0.5},
                                  std::pair{"load_strong", 1.0}, std::pair{"load_weak", 0.5}, std::pair{"margin", 1.0},
                                  std::pair{"lean_least", 2.0}, std::pair{"both_least", 1.5}}) {
    parameters.add({std::string("origin.") + id, value, "", "", {}, rules::Grade::none, true});
  }
  return parameters;
}

/// Everything else is answered no.
rules::Facts with(std::initializer_list<const char*> yes) {
  rules::Facts facts;
  for (const char* fact : {"s1", "s2", "s3", "l1", "l2", "l3", "n1"}) facts.set(fact, rules::Value(false));
  for (const char* fact : yes) facts.set(fact, rules::Value(true));
  return facts;
}

Leaning leaning(std::initializer_list<const char*> yes) {
  return weigh_origin(signs(), with(yes), Level::modify, parameters()).leans;
}

TEST(WeighOrigin, leans_towards_the_side_that_is_well_ahead) {
  EXPECT_EQ(leaning({"s1", "s2"}), Leaning::strain);
  EXPECT_EQ(leaning({"l1", "l2"}), Leaning::load);
  EXPECT_EQ(leaning({"l1", "l2", "s2", "s3"}), Leaning::load);
}

TEST(WeighOrigin, never_leans_on_one_sign_alone) {
  EXPECT_EQ(leaning({"s1"}), Leaning::uncertain);
  EXPECT_EQ(leaning({"l1"}), Leaning::uncertain);
  EXPECT_EQ(leaning({}), Leaning::uncertain);
}

TEST(WeighOrigin, is_uncertain_where_the_margin_is_small_and_names_both_only_on_good_signs) {
  EXPECT_EQ(leaning({"s2", "s3", "l1"}), Leaning::uncertain);
  EXPECT_EQ(leaning({"s1", "l1", "l3"}), Leaning::both);
  EXPECT_EQ(leaning({"s1", "s2", "l1", "l2"}), Leaning::both);
}

TEST(WeighOrigin, says_neither_where_neither_fits) { EXPECT_EQ(leaning({"l1", "l2", "l3", "n1"}), Leaning::neither); }

TEST(WeighOrigin, says_neither_at_every_clinician_level_and_keeps_the_signs_for_the_clinician) {
  for (const Level level : {Level::emergency, Level::clinician_urgent, Level::clinician_before_running}) {
    const Origin origin = weigh_origin(signs(), with({"l1", "l2"}), level, parameters());
    EXPECT_EQ(origin.leans, Leaning::neither);
    EXPECT_TRUE(origin.see_first);
    EXPECT_EQ(origin.signs.size(), 2U);
    EXPECT_TRUE(origin.would_change.empty());
  }
}

TEST(WeighOrigin, lists_the_heaviest_sign_first) {
  const Origin origin = weigh_origin(signs(), with({"l3", "l1", "s2"}), Level::modify, parameters());
  ASSERT_EQ(origin.signs.size(), 3U);
  EXPECT_EQ(origin.signs[0].rule, "L1");
  EXPECT_EQ(origin.signs[1].rule, "S2");
  EXPECT_DOUBLE_EQ(origin.load, 1.5);
  EXPECT_DOUBLE_EQ(origin.strain, 0.5);
}

TEST(WeighOrigin, names_the_unknown_signs_that_alone_would_change_it) {
  rules::Facts facts = with({"l1", "l2"});
  for (const char* open : {"s1", "s2", "l3"}) facts.set(open, rules::Value(rules::Unknown{}));
  const Origin origin = weigh_origin(signs(), facts, Level::modify, parameters());
  EXPECT_EQ(origin.leans, Leaning::load);
  ASSERT_EQ(origin.would_change.size(), 1U);
  EXPECT_EQ(origin.would_change[0].sign.rule, "S1");
  EXPECT_EQ(origin.would_change[0].leads_to, Leaning::both);
}

}  // namespace
}  // namespace hipline::triage
