#pragma once

#include <string>

#include "hipline/catalog/json_reader.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline::catalog {

/// Which folder of content/rules a rule lies in, which decides what it must carry.
enum class RuleGroup { triage, today, circuit, plan, origin };

/// Reads one rule; what is wrong with it goes to the node's problems.
/// Rules at a clinician level must carry `kind` and `refer`, plan rules `binding`; origin rules require one word of
/// triage/origin.hpp and do nothing else, so that they can never move a level.
rules::Rule read_rule(std::string id, RuleGroup group, const Node& node);

/// Reads a `when` or `asked_when`.
rules::Condition read_condition(const Node& node);

/// high, moderate, low, very_low or none.
rules::Grade read_grade(Fields& fields);

}  // namespace hipline::catalog
