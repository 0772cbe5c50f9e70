#pragma once

#include <string>
#include <vector>

#include "hipline/circuit/exercise.hpp"
#include "hipline/circuit/mix.hpp"

namespace hipline::circuit {

/// What a choice of exercises covers of what a week should hold (S9), and what it misses. Ids that the library does not
/// hold cover nothing.
Coverage coverage(const std::vector<std::string>& exercises, const Library& library);

/// An exercise that may be added to a mix.
struct Candidate {
  std::string exercise;
  bool favourite = false;
};

/// The fewest candidates that cover all that a mix misses and any candidate trains; among those the most favourites,
/// then those that stand first. Exact, not greedy.
Addition smallest_addition(const std::vector<std::string>& mix, const std::vector<Candidate>& candidates,
                           const Library& library);

}  // namespace hipline::circuit
