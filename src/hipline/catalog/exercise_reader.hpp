#pragma once

#include <string>
#include <string_view>

#include "hipline/catalog/json_reader.hpp"
#include "hipline/circuit/exercise.hpp"

namespace hipline::catalog {

/// Reads one file of content/exercises; what is wrong with it goes to the node's problems.
/// A dose carries either repetitions with a tempo, or seconds; a strength_variant names one of the variants.
circuit::Exercise read_exercise(std::string id, const Node& node);

/// The word by which content names a direction.
std::string_view direction_word(circuit::Direction direction);

/// Whether something is the therapist's own, and where the source says it.
circuit::Source read_source(Fields& parent);

/// A range whose ends stand in order, both above 0.
circuit::Range read_range(const Node& node);

/// Reads one file of content/circuits.
circuit::Circuit read_circuit(std::string id, const Node& node);

/// What a library names and does not hold: exercises of a circuit, equipment of an exercise or a swap.
void check_library(const circuit::Library& library, Problems& problems);

}  // namespace hipline::catalog
