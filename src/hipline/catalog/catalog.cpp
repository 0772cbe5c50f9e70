#include "hipline/catalog/catalog.hpp"

#include <algorithm>

namespace hipline::catalog {
namespace {

template <typename Item>
const Item* find_by_id(const std::vector<Item>& items, std::string_view id) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.id == id; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

const rules::Rule* Catalog::find_rule(std::string_view id) const {
  for (const auto* group : {&triage, &today, &circuit_rules, &plan_rules, &origin_rules}) {
    if (const rules::Rule* rule = find_by_id(*group, id)) return rule;
  }
  return nullptr;
}

const rules::Evidence* Catalog::find_evidence(std::string_view id) const { return find_by_id(evidence, id); }

const rules::Question* Catalog::find_question(std::string_view id) const { return find_by_id(questions, id); }

const Instead* Catalog::find_instead(std::string_view level) const { return find_by_id(instead, level); }

std::vector<const rules::Rule*> Catalog::all_rules() const {
  std::vector<const rules::Rule*> all;
  for (const auto* group : {&triage, &today, &circuit_rules, &plan_rules, &origin_rules}) {
    for (const rules::Rule& rule : *group) all.push_back(&rule);
  }
  return all;
}

}  // namespace hipline::catalog
