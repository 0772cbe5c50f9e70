#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hipline/circuit/dose_input.hpp"
#include "hipline/circuit/exercise.hpp"
#include "hipline/circuit/last_time.hpp"
#include "hipline/circuit/prescription.hpp"
#include "hipline/rules/evidence.hpp"

namespace hipline::circuit {

/// Nothing hurt above a little, nothing pinched, nothing was stopped early, and all of it was told. Unknown is not
/// calm. Parameters: circuit.pain_calm_max.
bool calm(const model::CircuitEntry& entry, const rules::Parameters& parameters);

/// Whether the morning after a circuit was told and as on any good day. Unknown is not settled.
bool settled_after(const DoseInput& input, LocalDay circuit);
/// Whether it was told and worse.
bool worse_after(const DoseInput& input, LocalDay circuit);

/// The days with a circuit before the day of the dose, oldest first.
std::vector<LocalDay> circuit_days(const DoseInput& input);

/// How many of the latest circuits in a row stayed calm in each exercise, each with a settled morning after it.
int calm_circuits_in_a_row(const DoseInput& input, const rules::Parameters& parameters);
/// The same for one exercise.
int calm_times_in_a_row(const DoseInput& input, std::string_view exercise, const rules::Parameters& parameters);
/// How many of the latest times in a row the last set went beyond the therapist's dose, by two repetitions or five
/// seconds on each side. Parameters: circuit.step_repetitions, circuit.step_seconds.
int times_beyond_dose_in_a_row(const DoseInput& input, const Exercise& exercise, const rules::Parameters& parameters);

/// What of the dose made it grow or shrink, as `prescribe` knows it.
struct Growth {
  bool steps_up = false;     ///< repetitions or seconds more today
  bool calm_enough = false;  ///< two calm times: it would grow on another day
  double share = 1;          ///< of the work, where pain makes it shorter
  std::string rule;          ///< that made the step up or the share
};

/// How today's exercise stands to the last time it was done. `differences` are those of the whole prescription.
Progress progress_of(const PrescribedExercise& today, const Prescription& dose, const DoseInput& input,
                     const Growth& growth, const rules::Parameters& parameters);

/// What the whole circuit changed: the rounds.
std::vector<Change> changes_of_rounds(const Prescription& dose, const DoseInput& input);

}  // namespace hipline::circuit
