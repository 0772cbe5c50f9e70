#pragma once

#include <string>
#include <vector>

#include "hipline/circuit/dose_input.hpp"
#include "hipline/circuit/exercise.hpp"
#include "hipline/circuit/prescription.hpp"
#include "hipline/rules/evidence.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline::circuit {

/// The therapist's circuit at the dose of one day: the smallest of what the rules that apply give.
/// A rule applies where it fires and where an unknown fact leaves it open: unknown is never reassuring.
/// The library must hold the therapist's circuit, and the parameters those of content/parameters/circuit.yaml.
Prescription prescribe(const DoseInput& input, const Library& library, const std::vector<rules::Rule>& circuit_rules,
                       const rules::Parameters& parameters);

/// Exercises of the runner's own choice at the dose of one day: the same rules, the same table. Each id must be in the
/// library.
Prescription prescribe(const std::vector<std::string>& exercises, const DoseInput& input, const Library& library,
                       const std::vector<rules::Rule>& circuit_rules, const rules::Parameters& parameters);

/// The time of all rounds with their rests; an exercise that is done in fewer rounds counts in those alone.
Seconds total_of(const Prescription& prescription);

/// The therapist's own version, as the source has it: all rounds, heavy bands, to fatigue.
Prescription as_written(const Library& library);

/// The circuit that the source describes.
const Circuit& therapist_circuit(const Library& library);

}  // namespace hipline::circuit
