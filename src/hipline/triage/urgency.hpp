#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/rules/facts.hpp"
#include "hipline/rules/level.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline::triage {

/// What a group of rules makes of a set of facts.
struct Urgency {
  std::optional<rules::Level> level;           ///< the most careful level that a fired rule sets
  rules::Kind kind = rules::Kind::unanswered;  ///< the stickiest kind among the rules that set it
  std::vector<const rules::Rule*> fired;       ///< every rule that fired, in content order; the content owns them
};

/// Evaluates every rule; the most careful level wins, ties take the stickiest kind.
Urgency weigh(const std::vector<const rules::Rule*>& rules, const rules::Facts& facts);

}  // namespace hipline::triage
