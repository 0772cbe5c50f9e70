#include "hipline/today/changed.hpp"

#include <algorithm>

namespace hipline::today {
namespace {

/// Facts of the rules that set the level of one of the two answers, if they are known now and were otherwise before.
void add_facts_of(const Decision& decision, const Decision& before, const Decision& now, ChangedSince& changed) {
  for (const FiredRule& fired : decision.fired) {
    if (std::ranges::find(decision.because, fired.id) == decision.because.end()) continue;
    for (const FiredRule::Fact& fact : fired.facts) {
      const bool told = std::ranges::any_of(changed.facts, [&](const auto& known) { return known.name == fact.name; });
      const rules::Value was = before.facts.get(fact.name);
      const rules::Value is = now.facts.get(fact.name);
      if (!told && was != is) changed.facts.push_back({fact.name, was, is});
    }
  }
}

}  // namespace

std::optional<model::History> before_latest_check_in(const model::History& history) {
  const model::CheckIn* latest = nullptr;
  const model::CheckIn* before = nullptr;
  for (const model::CheckIn& check_in : history.check_ins) {
    if (history.now ? check_in.at > *history.now : check_in.day > history.today) continue;
    before = latest;
    latest = &check_in;
  }
  if (!before) return std::nullopt;
  model::History earlier = history;
  earlier.today = before->day;
  earlier.now = before->at;
  return earlier;
}

std::optional<ChangedSince> what_changed(const Decision& before, const Decision& now) {
  if (!now.fresh || before.kind == rules::Kind::unanswered) return std::nullopt;
  const auto step_before = before.facts.number("pain_step");
  if (before.level == now.level && step_before == now.facts.number("pain_step")) return std::nullopt;
  ChangedSince changed;
  changed.day = before.day;
  changed.level_before = before.level;
  changed.step_before = step_before;
  changed.because_before = before.because;
  add_facts_of(now, before, now, changed);
  add_facts_of(before, before, now, changed);
  return changed;
}

}  // namespace hipline::today
