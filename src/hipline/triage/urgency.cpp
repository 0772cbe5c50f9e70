#include "hipline/triage/urgency.hpp"

#include "hipline/rules/evaluation.hpp"

namespace hipline::triage {

Urgency weigh(const std::vector<const rules::Rule*>& rules, const rules::Facts& facts) {
  Urgency urgency;
  for (const rules::Rule* rule : rules) {
    if (rules::fires(rule->when, facts) != rules::Truth::yes) continue;
    if (const auto level = rules::level_of(*rule)) {
      if (!urgency.level || *level < *urgency.level) {
        urgency.level = level;
        urgency.kind = rule->kind;
      } else if (*level == *urgency.level) {
        urgency.kind = rules::stickiest(urgency.kind, rule->kind);
      }
    }
    urgency.fired.push_back(rule);
  }
  return urgency;
}

}  // namespace hipline::triage
