#pragma once

#include <memory>

#include "hipline/circuit/dose_input.hpp"
#include "hipline/circuit/exercise.hpp"
#include "hipline/rules/evidence.hpp"
#include "hipline/rules/facts.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline::circuit {

/// The named facts of a day that circuit rules speak of (docs/facts.md, "Circuit").
/// Parameters: circuit.pain_calm_max.
rules::Facts facts_of_day(const DoseInput& input, const rules::Parameters& parameters);

/// The facts of one exercise, done with this band, on top of the day's; their names begin with `exercise_`.
/// Parameters: circuit.pain_calm_max, circuit.pain_stop_above, circuit.days_trouble_counts, circuit.step_repetitions,
/// circuit.step_seconds.
rules::Facts facts_of_exercise(std::shared_ptr<const rules::Facts> day, const DoseInput& input,
                               const Exercise& exercise, Band band, const rules::Parameters& parameters);

/// Whether a rule speaks of one exercise (a fact in its `when` begins with `exercise_`) or of the whole day.
bool speaks_of_an_exercise(const rules::Rule& rule);

}  // namespace hipline::circuit
