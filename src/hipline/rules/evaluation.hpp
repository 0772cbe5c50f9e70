#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/rules/facts.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline::rules {

/// A fact that took part in a rule's answer, with the value it had.
struct DecidingFact {
  std::string fact;
  Value value;
};

/// The answer of one rule to one set of facts.
struct Evaluation {
  Truth fires = Truth::unknown;
  std::vector<DecidingFact> deciding;  ///< the facts that made it so, in the rule's order, each once
};

/// Evaluates a condition in three-valued logic (Kleene): `any_of` is yes as soon as one part is, `all_of` no as soon as
/// one part is, and unknown wherever an unknown fact could still turn the answer.
Evaluation evaluate(const Condition& condition, const Facts& facts);

/// The same answer without its reasons, for the many times when nobody asks for them.
Truth fires(const Condition& condition, const Facts& facts);

/// Every fact that a condition names, in its order, each once.
std::vector<std::string> facts_named(const Condition& condition);

/// Whether a condition names a fact of which `wanted` says yes.
bool names_fact(const Condition& condition, const std::function<bool(std::string_view)>& wanted);

/// Every comparison inside a condition, for checking that cases stand on both sides of each threshold.
std::vector<Condition> comparisons(const Condition& condition);

}  // namespace hipline::rules
