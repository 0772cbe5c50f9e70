#include "hipline/circuit/bounds.hpp"

#include <algorithm>

#include "hipline/rules/evaluation.hpp"

namespace hipline::circuit {
namespace {

std::optional<std::string> first_rule(const std::vector<Tagged>& list, std::string_view tag) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const Tagged& tagged) { return tagged.tag == tag; });
  return found == list.end() ? std::nullopt : std::optional(found->rule);
}

}  // namespace

namespace {

/// What gives more than before needs a rule that fires: an unknown fact never makes a dose grow.
bool gives_more(const rules::Outcome& outcome) {
  const auto* limit = std::get_if<rules::Limit>(&outcome);
  const auto* require = std::get_if<rules::Require>(&outcome);
  return (limit != nullptr && limit->name.ends_with("_more")) || (require != nullptr && require->tag == "progression");
}

}  // namespace

void Bounds::apply(const rules::Rule& rule, const rules::Facts& facts) {
  const rules::Truth fires = rules::fires(rule.when, facts);
  if (fires == rules::Truth::no) return;
  rules_.push_back(rule.id);
  for (const rules::Outcome& outcome : rule.then) {
    if (fires == rules::Truth::unknown && gives_more(outcome)) continue;
    if (const auto* limit = std::get_if<rules::Limit>(&outcome)) {
      const bool larger_is_tighter = limit->name.ends_with("_less");
      const auto [at, added] = bounds_.try_emplace(limit->name, Bound{limit->value, rule.id});
      const bool tighter = larger_is_tighter ? limit->value > at->second.value : limit->value < at->second.value;
      if (!added && tighter) at->second = {limit->value, rule.id};
    } else if (const auto* forbid_tag = std::get_if<rules::Forbid>(&outcome)) {
      forbidden_.push_back({forbid_tag->tag, rule.id});
    } else if (const auto* require = std::get_if<rules::Require>(&outcome)) {
      required_.push_back({require->tag, rule.id});
    } else if (const auto* note = std::get_if<rules::Note>(&outcome)) {
      notes_.push_back(note->text);
    }
  }
}

std::optional<Bound> Bounds::bound(std::string_view name) const {
  const auto found = bounds_.find(name);
  return found == bounds_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<std::string> Bounds::forbidden_by(std::string_view tag) const { return first_rule(forbidden_, tag); }
std::optional<std::string> Bounds::required_by(std::string_view tag) const { return first_rule(required_, tag); }

}  // namespace hipline::circuit
