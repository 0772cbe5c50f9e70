#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/circuit/dose_input.hpp"
#include "hipline/circuit/exercise.hpp"
#include "hipline/circuit/mix.hpp"
#include "hipline/rules/evidence.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline::circuit {

/// What the runner picked, in the order of preference.
struct Picked {
  std::vector<std::string> exercises;   ///< ids of the library; twice the same counts once
  std::vector<std::string> favourites;  ///< preferred in the smallest addition
};

/// A session from what was picked, at the day's dose and within the time: `input.minutes_available`, else as long as
/// the day's circuit. Picked exercises take the circuit's place, they do not come on top. Where time is short there are
/// fewer rounds, then the exercises picked last go. The addition holds only what today's rules leave and the runner has
/// the kit for.
Mix build_mix(const Picked& picked, const DoseInput& input, const Library& library,
              const std::vector<rules::Rule>& circuit_rules, const rules::Parameters& parameters);

}  // namespace hipline::circuit
