#pragma once

#include <string>
#include <vector>

#include "hipline/base/quantity.hpp"
#include "hipline/circuit/exercise.hpp"
#include "hipline/circuit/prescription.hpp"

namespace hipline::circuit {

/// What a choice of exercises covers of what a week should hold (S9), and what it misses.
struct Coverage {
  std::vector<Direction> covered;
  std::vector<Direction> missing;
};

/// The smallest addition that closes the gaps of a mix.
struct Addition {
  std::vector<std::string> exercises;    ///< empty: nothing is missing, or nothing on offer trains it
  std::vector<Direction> still_missing;  ///< what no exercise on offer trains
};

/// A session of the runner's own choice, at today's dose.
struct Mix {
  Prescription session;               ///< what was picked and fits; what a rule left out names it
  std::vector<std::string> no_time;   ///< picked, and over the time
  std::vector<std::string> replaced;  ///< those of the therapist's four whose place was taken
  Seconds budget;
  bool budget_named = false;  ///< false: as long as today's circuit
  Coverage cover;             ///< of what is done
  Addition addition;
  Seconds addition_time;       ///< in each round
  bool addition_fits = false;  ///< into the time, with all rounds
};

}  // namespace hipline::circuit
