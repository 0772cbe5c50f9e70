#include "hipline/plan/day_rules.hpp"

#include "hipline/rules/evaluation.hpp"

namespace hipline::plan {
namespace {

/// The first must among the day's rules with an outcome of this type that `matches`.
template <typename OutcomeType, typename Matches>
const rules::Rule* first_must(const std::vector<DayRule>& day_rules, const Matches& matches) {
  for (const DayRule& day_rule : day_rules) {
    if (day_rule.rule->binding != rules::Binding::must) continue;
    for (const rules::Outcome& outcome : day_rule.rule->then) {
      const auto* found = std::get_if<OutcomeType>(&outcome);
      if (found && matches(*found)) return day_rule.rule;
    }
  }
  return nullptr;
}

}  // namespace

DayRules::DayRules(const std::vector<const rules::Rule*>& rules, const rules::Facts& facts) {
  for (const rules::Rule* rule : rules) {
    const rules::Truth fires = rules::fires(rule->when, facts);
    if (fires != rules::Truth::no) rules_.push_back({rule, fires});
  }
}

std::optional<DayRules::Bound> DayRules::limit(std::string_view name) const {
  const bool larger_is_tighter = name.ends_with("_min");
  std::optional<Bound> tightest;
  for (const DayRule& day_rule : rules_) {
    if (day_rule.rule->binding != rules::Binding::must) continue;
    for (const rules::Outcome& outcome : day_rule.rule->then) {
      const auto* limit = std::get_if<rules::Limit>(&outcome);
      if (!limit || limit->name != name) continue;
      const bool tighter =
          !tightest || (larger_is_tighter ? limit->value > tightest->value : limit->value < tightest->value);
      if (tighter) tightest = Bound{limit->value, day_rule.rule};
    }
  }
  return tightest;
}

const rules::Rule* DayRules::forbidden_by(std::string_view tag) const {
  return first_must<rules::Forbid>(rules_, [&](const rules::Forbid& forbid) { return forbid.tag == tag; });
}

const rules::Rule* DayRules::required_by(std::string_view tag) const {
  return first_must<rules::Require>(rules_, [&](const rules::Require& require) { return require.tag == tag; });
}

std::string note_of(const rules::Rule& rule) {
  for (const rules::Outcome& outcome : rule.then) {
    if (const auto* note = std::get_if<rules::Note>(&outcome)) return note->text;
  }
  return {};
}

}  // namespace hipline::plan
