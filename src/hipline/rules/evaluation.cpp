#include "hipline/rules/evaluation.hpp"

#include <algorithm>

#include "hipline/rules/rule.hpp"

namespace hipline::rules {
namespace {

Truth compare(double value, Condition::Operator op, double threshold) {
  switch (op) {
    case Condition::Operator::at_least: return truth_of(value >= threshold);
    case Condition::Operator::more_than: return truth_of(value > threshold);
    case Condition::Operator::at_most: return truth_of(value <= threshold);
    case Condition::Operator::less_than: return truth_of(value < threshold);
    case Condition::Operator::equals: return truth_of(value == threshold);
  }
  return Truth::unknown;
}

void add(std::vector<DecidingFact>& facts, const DecidingFact& fact) {
  const bool known =
      std::any_of(facts.begin(), facts.end(), [&](const DecidingFact& f) { return f.fact == fact.fact; });
  if (!known) facts.push_back(fact);
}

/// Yes when at least `needed` parts are yes, no when that can no longer happen. The deciding facts are those of the
/// parts that settled it; where it stays open, those of the open parts.
Evaluation count_parts(const Condition& condition, std::size_t needed, const Facts& facts) {
  std::vector<Evaluation> answers;
  std::size_t yes = 0;
  std::size_t open = 0;
  for (const Condition& part : condition.parts) {
    answers.push_back(evaluate(part, facts));
    yes += answers.back().fires == Truth::yes;
    open += answers.back().fires == Truth::unknown;
  }
  Evaluation result;
  result.fires = yes >= needed ? Truth::yes : yes + open < needed ? Truth::no : Truth::unknown;
  for (const Evaluation& answer : answers) {
    if (answer.fires != result.fires) continue;
    for (const DecidingFact& fact : answer.deciding) add(result.deciding, fact);
  }
  return result;
}

/// Looks no further than it has to: a part that settles the answer ends it.
Truth fires_where(const Condition& condition, std::size_t needed, const Facts& facts) {
  std::size_t yes = 0;
  std::size_t left = condition.parts.size();
  std::size_t open = 0;
  for (const Condition& part : condition.parts) {
    if (yes >= needed || yes + open + left < needed) break;
    const Truth answer = fires(part, facts);
    --left;
    yes += answer == Truth::yes;
    open += answer == Truth::unknown;
  }
  return yes >= needed ? Truth::yes : yes + open + left < needed ? Truth::no : Truth::unknown;
}

bool is_leaf(const Condition& condition) {
  return condition.form == Condition::Form::fact || condition.form == Condition::Form::comparison;
}

template <typename Visit>
void visit_leaves(const Condition& condition, const Visit& visit) {
  if (is_leaf(condition)) visit(condition);
  for (const Condition& part : condition.parts) visit_leaves(part, visit);
}

}  // namespace

Evaluation evaluate(const Condition& condition, const Facts& facts) {
  switch (condition.form) {
    case Condition::Form::fact: return {facts.truth(condition.fact), {{condition.fact, facts.get(condition.fact)}}};
    case Condition::Form::comparison: {
      const auto number = facts.number(condition.fact);
      return {number ? compare(*number, condition.op, condition.threshold) : Truth::unknown,
              {{condition.fact, facts.get(condition.fact)}}};
    }
    case Condition::Form::all_of: return count_parts(condition, condition.parts.size(), facts);
    case Condition::Form::any_of: return count_parts(condition, 1, facts);
    case Condition::Form::at_least: return count_parts(condition, static_cast<std::size_t>(condition.count), facts);
    case Condition::Form::negation: {
      Evaluation inner = evaluate(condition.parts.front(), facts);
      if (inner.fires != Truth::unknown) inner.fires = truth_of(inner.fires == Truth::no);
      return inner;
    }
  }
  return {};
}

Truth fires(const Condition& condition, const Facts& facts) {
  switch (condition.form) {
    case Condition::Form::fact: return facts.truth(condition.fact);
    case Condition::Form::comparison: {
      const auto number = facts.number(condition.fact);
      return number ? compare(*number, condition.op, condition.threshold) : Truth::unknown;
    }
    case Condition::Form::all_of: return fires_where(condition, condition.parts.size(), facts);
    case Condition::Form::any_of: return fires_where(condition, 1, facts);
    case Condition::Form::at_least: return fires_where(condition, static_cast<std::size_t>(condition.count), facts);
    case Condition::Form::negation: {
      const Truth inner = fires(condition.parts.front(), facts);
      return inner == Truth::unknown ? inner : truth_of(inner == Truth::no);
    }
  }
  return Truth::unknown;
}

std::vector<std::string> facts_named(const Condition& condition) {
  std::vector<std::string> names;
  visit_leaves(condition, [&](const Condition& leaf) {
    if (std::find(names.begin(), names.end(), leaf.fact) == names.end()) names.push_back(leaf.fact);
  });
  return names;
}

bool names_fact(const Condition& condition, const std::function<bool(std::string_view)>& wanted) {
  return (is_leaf(condition) && wanted(condition.fact)) ||
         std::any_of(condition.parts.begin(), condition.parts.end(),
                     [&](const Condition& part) { return names_fact(part, wanted); });
}

std::vector<Condition> comparisons(const Condition& condition) {
  std::vector<Condition> found;
  visit_leaves(condition, [&](const Condition& leaf) {
    if (leaf.form == Condition::Form::comparison) found.push_back(leaf);
  });
  return found;
}

std::optional<Level> level_of(const Rule& rule) {
  std::optional<Level> level;
  for (const Outcome& outcome : rule.then) {
    if (const auto* set = std::get_if<SetLevel>(&outcome))
      level = level ? most_careful(*level, set->level) : set->level;
  }
  return level;
}

}  // namespace hipline::rules
