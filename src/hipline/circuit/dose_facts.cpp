#include "hipline/circuit/dose_facts.hpp"

#include <algorithm>
#include <optional>

#include "hipline/circuit/progress.hpp"
#include "hipline/rules/evaluation.hpp"

namespace hipline::circuit {
namespace {

using rules::Truth;
using rules::Value;

Truth truth_of(const std::optional<bool>& answer) { return answer ? rules::truth_of(*answer) : Truth::unknown; }

std::optional<LocalDay> earliest_circuit(const DoseInput& input) {
  std::optional<LocalDay> first = input.first_circuit;
  for (const model::CircuitEntry& entry : input.circuits) {
    if (!first || entry.day < *first) first = entry.day;
  }
  return first && *first < input.day ? first : std::nullopt;
}

Truth first_session(const DoseInput& input) {
  if (earliest_circuit(input)) return Truth::no;
  if (!input.done_circuit_before) return Truth::unknown;
  return rules::truth_of(!*input.done_circuit_before);
}

/// How many days before the race the first circuit lies; the day itself where none came before.
std::optional<double> days_to_race_at_first_circuit(const DoseInput& input) {
  if (!input.days_to_race) return std::nullopt;
  const LocalDay first = earliest_circuit(input).value_or(input.day);
  return *input.days_to_race + (input.day - first);
}

bool known_for_long(const DoseInput& input, const Exercise& exercise) {
  return exercise.source.therapist ||
         std::any_of(input.known_exercises.begin(), input.known_exercises.end(),
                     [&](const KnownExercise& known) { return known.exercise == exercise.id && !known.since; });
}

/// How many days before the race this exercise was first done or chosen; today where neither.
std::optional<double> days_to_race_at_first(const DoseInput& input, const Exercise& exercise) {
  if (!input.days_to_race) return std::nullopt;
  LocalDay first = input.day;
  for (const model::CircuitEntry& entry : input.circuits) {
    if (entry.exercise == exercise.id) first = std::min(first, entry.day);
  }
  for (const KnownExercise& known : input.known_exercises) {
    if (known.exercise == exercise.id && known.since) first = std::min(first, *known.since);
  }
  return *input.days_to_race + (input.day - first);
}

/// The entries that still count for the day, of this exercise or of the others, oldest first.
std::vector<const model::CircuitEntry*> recent(const DoseInput& input, double days, const std::string& exercise,
                                               bool others) {
  std::vector<const model::CircuitEntry*> entries;
  for (const model::CircuitEntry& entry : input.circuits) {
    if (entry.day < input.day && input.day - entry.day <= days && (entry.exercise != exercise) == others) {
      entries.push_back(&entry);
    }
  }
  return entries;
}

}  // namespace

rules::Facts facts_of_day(const DoseInput& input, const rules::Parameters& parameters) {
  rules::Facts facts;
  facts.set("race_set", Value(input.days_to_race.has_value()));
  facts.set("days_to_race", input.days_to_race ? std::optional<double>(*input.days_to_race) : std::nullopt);
  facts.set("first_session", first_session(input));
  facts.set("circuit_known_before",
            input.done_circuit_before ? Value(*input.done_circuit_before) : Value(rules::Unknown{}));
  facts.set("days_to_race_at_first_circuit", days_to_race_at_first_circuit(input));
  facts.set("irritability_high", input.irritability == Irritability::unknown
                                     ? Truth::unknown
                                     : rules::truth_of(input.irritability == Irritability::high));
  facts.set("clinician_level", Value(rules::is_clinician_level(input.level)));
  facts.set("worst", input.worst ? std::optional<double>(*input.worst) : std::nullopt);
  facts.set("rest_level", Value(input.level == rules::Level::rest));
  facts.set("run_today", truth_of(input.run_today));
  facts.set("long_or_fast_run_today", truth_of(input.long_or_fast_today));
  facts.set("long_or_fast_run_tomorrow", truth_of(input.long_or_fast_tomorrow));
  const bool earlier = input.last_full_circuit && *input.last_full_circuit <= input.day;
  facts.set("fatigue_circuit_before", Value(earlier));
  facts.set("days_since_fatigue_circuit",
            earlier ? std::optional<double>(input.day - *input.last_full_circuit) : std::nullopt);
  facts.set("wants_extra_round", Value(input.wants_extra_round));
  facts.set("calm_circuits_in_a_row", Value(static_cast<double>(calm_circuits_in_a_row(input, parameters))));
  const std::vector<LocalDay> done = circuit_days(input);
  facts.set("days_since_circuit", done.empty() ? std::nullopt : std::optional<double>(input.day - done.back()));
  facts.set("last_circuit_morning_worse", Value(!done.empty() && worse_after(input, done.back())));
  facts.set("minutes_named", Value(input.minutes_available.has_value()));
  facts.set("minutes_available",
            input.minutes_available ? std::optional<double>(*input.minutes_available) : std::nullopt);
  return facts;
}

rules::Facts facts_of_exercise(std::shared_ptr<const rules::Facts> day, const DoseInput& input,
                               const Exercise& exercise, Band band, const rules::Parameters& parameters) {
  const double days = parameters.value("circuit.days_trouble_counts");
  const double calm_max = parameters.value("circuit.pain_calm_max");
  const double stop_above = parameters.value("circuit.pain_stop_above");
  const auto trouble = [&](const model::CircuitEntry& entry) {
    return (entry.pain && *entry.pain > stop_above) || entry.pinching.value_or(false);
  };
  const auto little = [](const model::CircuitEntry& entry, double most) {
    return entry.pain && *entry.pain <= most && !entry.pinching.value_or(false);
  };
  const auto own = recent(input, days, exercise.id, false);
  const auto others = recent(input, days, exercise.id, true);

  std::optional<double> pain;
  std::optional<double> effort;
  if (!own.empty()) {
    if (own.back()->pain) pain = *own.back()->pain;
    effort = own.back()->effort;
  }
  double times_in_trouble = 0;
  double times_pinching = 0;
  bool last_in_trouble = false;  // of the latest entry that says something
  for (const model::CircuitEntry* entry : own) {
    times_in_trouble += trouble(*entry);
    times_pinching += entry->pinching.value_or(false);
    if (entry->pain || entry->pinching) last_in_trouble = trouble(*entry);
  }
  const bool others_calm =
      !others.empty() && std::all_of(others.begin(), others.end(),
                                     [&](const model::CircuitEntry* entry) { return little(*entry, calm_max); });

  rules::Facts facts(std::move(day));
  facts.set("exercise_done", Value(!own.empty()));
  facts.set("exercise_pain", pain);
  facts.set("exercise_over_5_or_pinching_last", Value(last_in_trouble));
  facts.set("exercise_over_5_or_pinching_times", Value(times_in_trouble));
  facts.set("exercise_pinching_times", Value(times_pinching));
  facts.set("exercise_effort_noted", Value(effort.has_value()));
  facts.set("exercise_effort", effort);
  facts.set("exercise_calm_in_a_row", Value(static_cast<double>(calm_times_in_a_row(input, exercise.id, parameters))));
  facts.set("exercise_beyond_dose_in_a_row",
            Value(static_cast<double>(times_beyond_dose_in_a_row(input, exercise, parameters))));
  facts.set("exercise_hurts_alone", Value(pain && *pain > calm_max && others_calm));
  facts.set("exercise_is_stretch", Value(exercise.kind == ExerciseKind::mobility));
  facts.set("exercise_band", Value(static_cast<double>(band)));
  facts.set("exercise_slow_return", Value(exercise.slow_return));
  facts.set("exercise_hold", Value(exercise.hold));
  facts.set("exercise_static_stretch", Value(exercise.static_stretch));
  facts.set("exercise_equipment_missing", Value(false));
  facts.set("exercise_for_calm", Value(exercise.is_for(Phase::calm)));
  facts.set("exercise_for_build", Value(exercise.is_for(Phase::build)));
  facts.set("exercise_for_maintain", Value(exercise.is_for(Phase::maintain)));
  facts.set("exercise_for_last_week", Value(exercise.is_for(Phase::last_week)));
  facts.set("exercise_known_before", Value(known_for_long(input, exercise)));
  facts.set("exercise_days_to_race_at_first", days_to_race_at_first(input, exercise));
  return facts;
}

bool speaks_of_an_exercise(const rules::Rule& rule) {
  return rules::names_fact(rule.when, [](std::string_view name) { return name.starts_with("exercise_"); });
}

}  // namespace hipline::circuit
