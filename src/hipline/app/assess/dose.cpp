#include "hipline/app/assess/dose.hpp"

#include <algorithm>

#include "hipline/baseline/baseline.hpp"

namespace hipline::app {
namespace {

circuit::Irritability irritability_in(const rules::Facts& facts) {
  using rules::Truth;
  if (facts.truth("irritability_high") == Truth::yes) return circuit::Irritability::high;
  if (facts.truth("irritability_moderate") == Truth::yes) return circuit::Irritability::moderate;
  if (facts.truth("irritability_low") == Truth::yes) return circuit::Irritability::low;
  return circuit::Irritability::unknown;
}

bool is_long_or_fast(const baseline::Session* session) {
  return session &&
         (session->kind == baseline::SessionKind::long_run || session->kind == baseline::SessionKind::quality);
}

/// The rules that fired and forbid something, so that the circuit can name them.
std::vector<circuit::ForbiddenToday> forbidden_by(const today::Decision& decision, const catalog::Catalog& catalog) {
  std::vector<circuit::ForbiddenToday> forbidden;
  for (const today::FiredRule& fired : decision.fired) {
    const rules::Rule* rule = catalog.find_rule(fired.id);
    if (!rule) continue;
    for (const rules::Outcome& outcome : rule->then) {
      if (const auto* forbid = std::get_if<rules::Forbid>(&outcome)) forbidden.push_back({forbid->tag, fired.id});
    }
  }
  return forbidden;
}

}  // namespace

circuit::DoseInput dose_input(const model::History& history, const triage::PainStory& pain,
                              const baseline::Baseline& baseline, const today::Decision& decision,
                              const catalog::Catalog& catalog) {
  circuit::DoseInput input;
  input.day = history.today;
  if (history.race) input.days_to_race = history.race->day - history.today;
  input.done_circuit_before = history.runner.done_circuit_before;
  for (const model::CircuitEntry& entry : history.circuits) {
    if (entry.day >= history.today) continue;
    if (const auto settled = triage::settled_morning_after(pain, entry.day, catalog.parameters))
      input.mornings_after.push_back({entry.day, *settled});
    input.first_circuit = input.first_circuit ? std::min(*input.first_circuit, entry.day) : entry.day;
    // Whether it went to fatigue was not recorded, so it counts as if it had.
    input.last_full_circuit = input.last_full_circuit ? std::max(*input.last_full_circuit, entry.day) : entry.day;
    input.circuits.push_back(entry);
  }
  for (const model::Favourite& one : history.runner.favourites)
    input.known_exercises.push_back({one.exercise, one.since});
  for (const model::OwnExercise& one : history.runner.own_exercises)
    input.known_exercises.push_back({one.id, one.since});
  input.irritability = irritability_in(decision.facts);
  input.level = decision.level;
  if (const auto worst = decision.facts.number("worst")) input.worst = static_cast<int>(*worst);
  input.run_today = baseline::is_running(decision.session.kind);
  input.long_or_fast_today = decision.session.kind == baseline::SessionKind::long_run ||
                             decision.session.kind == baseline::SessionKind::quality;
  input.long_or_fast_tomorrow = is_long_or_fast(baseline::session_on(baseline, history.today + 1));
  input.equipment_known = history.runner.equipment_known;
  input.equipment = history.runner.equipment;
  input.forbidden = forbidden_by(decision, catalog);
  return input;
}

}  // namespace hipline::app
