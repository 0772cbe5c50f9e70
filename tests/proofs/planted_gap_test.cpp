// The checks of the rules' cases bite on the real content: a gap planted in any rule is found.
#include <gtest/gtest.h>

#include <algorithm>

#include "hipline/catalog/content_problems.hpp"
#include "hipline/rules/evaluation.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

using rules::Truth;

/// The catalog with one rule alone, so that checking it is quick.
catalog::Catalog with_one_rule(const std::string& id, std::vector<catalog::RuleCase> cases) {
  catalog::Catalog one;
  one.facts = real_content().facts;
  one.evidence = real_content().evidence;
  one.triage = {*real_content().find_rule(id)};
  one.cases[id] = std::move(cases);
  return one;
}

int count_of(const char* code, const catalog::Catalog& content) {
  const auto problems = catalog::content_problems(content);
  return static_cast<int>(
      std::count_if(problems.begin(), problems.end(), [&](const Error& e) { return e.code == code; }));
}

template <typename Leaves>
std::vector<catalog::RuleCase> cases_without(const std::string& id, const Leaves& leaves_out) {
  std::vector<catalog::RuleCase> kept;
  for (const catalog::RuleCase& one : real_content().cases.find(id)->second) {
    if (!leaves_out(one)) kept.push_back(one);
  }
  return kept;
}

TEST(PlantedGap, every_rule_stands_without_one) {
  for (const rules::Rule* rule : real_content().all_rules()) {
    const auto content = with_one_rule(rule->id, real_content().cases.find(rule->id)->second);
    EXPECT_EQ(count_of("condition_never_decides", content), 0) << rule->id;
    EXPECT_EQ(count_of("threshold_untested", content), 0) << rule->id;
    EXPECT_EQ(count_of("unknown_untested", content), 0) << rule->id;
  }
}

TEST(PlantedGap, a_rule_whose_cases_of_one_answer_are_gone_no_longer_shows_what_decides) {
  for (const rules::Rule* rule : real_content().all_rules()) {
    if (rules::facts_named(rule->when).empty()) continue;
    for (const Truth answer : {Truth::yes, Truth::no}) {
      const auto gap = cases_without(rule->id, [&](const auto& one) { return one.fires == answer; });
      EXPECT_GT(count_of("condition_never_decides", with_one_rule(rule->id, gap)), 0) << rule->id;
    }
  }
}

TEST(PlantedGap, a_threshold_that_no_case_stands_on_is_found) {
  int thresholds = 0;
  for (const rules::Rule* rule : real_content().all_rules()) {
    for (const rules::Condition& comparison : rules::comparisons(rule->when)) {
      const auto gap = cases_without(
          rule->id, [&](const auto& one) { return one.facts.number(comparison.fact) == comparison.threshold; });
      EXPECT_GT(count_of("threshold_untested", with_one_rule(rule->id, gap)), 0) << rule->id << " " << comparison.fact;
      ++thresholds;
    }
  }
  EXPECT_GE(thresholds, 30);
}

TEST(PlantedGap, a_fact_that_no_case_leaves_unknown_is_found) {
  for (const rules::Rule* rule : real_content().all_rules()) {
    for (const std::string& fact : rules::facts_named(rule->when)) {
      const auto gap = cases_without(rule->id, [&](const auto& one) {
        const auto found = one.facts.all().find(fact);
        return found != one.facts.all().end() && std::holds_alternative<rules::Unknown>(found->second);
      });
      EXPECT_GT(count_of("unknown_untested", with_one_rule(rule->id, gap)), 0) << rule->id << " " << fact;
    }
  }
}

}  // namespace
}  // namespace hipline
