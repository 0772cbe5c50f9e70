#include <algorithm>

#include "hipline/plan/draft.hpp"
#include "hipline/plan/words.hpp"

namespace hipline::plan {
namespace {

const rules::Rule* find(const Draft& draft, const std::string& id) {
  for (const auto* group : {&draft.input.plan_rules, &draft.input.today_rules}) {
    for (const rules::Rule& rule : *group) {
      if (rule.id == id) return &rule;
    }
  }
  return nullptr;
}

void add(std::vector<Reason>& reasons, const std::string& rule, const std::string& text) {
  const bool known =
      std::any_of(reasons.begin(), reasons.end(), [&](const Reason& reason) { return reason.rule == rule; });
  if (!known && !text.empty()) reasons.push_back({rule, text});
}

bool asks_for_hip_days(const rules::Rule& rule) {
  return std::any_of(rule.then.begin(), rule.then.end(), [](const rules::Outcome& outcome) {
    const auto* limit = std::get_if<rules::Limit>(&outcome);
    return limit && limit->name == words::hip_days_min;
  });
}

}  // namespace

void give_reasons(Draft& draft) {
  for (std::size_t i = 0; i < draft.days.size(); ++i) {
    DraftDay& day = draft.days[i];
    std::vector<Reason>& reasons = day.plan.reasons;
    if (i == 0) {
      for (const std::string& id : draft.input.decision.because) {
        if (const rules::Rule* rule = find(draft, id)) add(reasons, id, rule->why);
      }
    }
    for (const std::string& id : day.plan.held_by) {
      const rules::Rule* rule = find(draft, id);
      if (rule) add(reasons, id, note_of(*rule).empty() ? rule->why : note_of(*rule));
    }
    // What must be comes before what the plan aims for.
    for (const rules::Binding binding : {rules::Binding::must, rules::Binding::aim}) {
      for (const DayRule& day_rule : day.rules.all()) {
        if (day_rule.fires != rules::Truth::yes || day_rule.rule->binding != binding) continue;
        add(reasons, day_rule.rule->id, note_of(*day_rule.rule));
      }
    }
    // A full circuit stands on the aim it serves; one that waits, on the rule that makes it wait.
    const bool hip_day = day.plan.circuit.any && !day.plan.mobility;
    for (const DayRule& day_rule : day.rules.all()) {
      const rules::Rule& rule = *day_rule.rule;
      if (hip_day ? asks_for_hip_days(rule) : rule.id == day.circuit_withheld_by) add(reasons, rule.id, rule.why);
    }
  }
}

}  // namespace hipline::plan
