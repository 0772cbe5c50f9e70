#pragma once

#include <string>

#include "hipline/catalog/json_reader.hpp"
#include "hipline/circuit/exercise.hpp"
#include "hipline/circuit/programme.hpp"

namespace hipline::catalog {

/// Reads one file of content/programmes; what is wrong with it goes to the node's problems. Its stages follow each
/// other from week 1 on, without gaps.
circuit::Programme read_programme(std::string id, const Node& node);

/// What a programme asks for that its exercises do not allow: unknown_reference, programme_phase (not one for the weeks
/// far from a race), programme_dose (more sets than the exercise's own dose, or time where it counts repetitions), and
/// programme_gap (weeks that leave a direction out).
void check_programme(const circuit::Programme& programme, const circuit::Library& library, Problems& problems);

}  // namespace hipline::catalog
