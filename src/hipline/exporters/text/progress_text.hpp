#pragma once

#include <string>
#include <vector>

#include "hipline/catalog/texts.hpp"
#include "hipline/circuit/exercise.hpp"
#include "hipline/circuit/prescription.hpp"

namespace hipline::exporters {

/// How today stands to the last time, a line for the rounds and one for each exercise that was done before: what was
/// done, what changed and by which rule, or why nothing grew. Empty where nothing was logged.
std::vector<std::string> progress_lines(const circuit::Prescription& today, const circuit::Library& library,
                                        const catalog::Texts& texts);

}  // namespace hipline::exporters
