#include "hipline/catalog/case_reader.hpp"

#include <utility>

namespace hipline::catalog {
namespace {

rules::Value read_value(const Node& node) {
  if (node.is_yes_no()) return node.yes_no();
  if (node.is_number()) return node.number();
  if (!node.is_text() || node.text() != "unknown")
    node.refuse("wrong_type", "A fact's value is yes, no, unknown or a number.");
  return rules::Unknown{};
}

rules::Truth read_truth(const Node& node) {
  const rules::Value value = read_value(node);
  if (std::holds_alternative<double>(value)) node.refuse("wrong_type", "A rule fires: yes, no or unknown.");
  const bool* known = std::get_if<bool>(&value);
  return known ? rules::truth_of(*known) : rules::Truth::unknown;
}

}  // namespace

std::vector<RuleCase> read_cases(const Node& node) {
  std::vector<RuleCase> cases;
  for (const Node& item : node.items()) {
    Fields fields(item);
    RuleCase found;
    found.name = fields.text("name");
    if (const auto facts = fields.node("facts")) {
      for (const Member& fact : facts->members()) found.facts.set(fact.name, read_value(fact.value));
    }
    if (const auto fires = fields.node("fires")) found.fires = read_truth(*fires);
    fields.done();
    cases.push_back(std::move(found));
  }
  return cases;
}

}  // namespace hipline::catalog
