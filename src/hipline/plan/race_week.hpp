#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"

namespace hipline::plan {

/// Whether something that has to be true at the start line is. Unanswered is never met.
enum class GateState : std::uint8_t { met, not_met, unanswered };

/// One line of the start-line gate.
struct GateLine {
  std::string what;  ///< warning_signs, level, walking, pain, painkiller
  GateState state = GateState::unanswered;
  std::string rule;  ///< the rule that asks for it
};

/// A distance at which the runner asks how the hip is.
struct RaceCheck {
  int number = 0;  ///< 1-4, the words that belong to it
  Metres at;
};

/// What is known of the race itself, from 42 days before to 14 days after it.
struct RaceWeek {
  int days_to_race = 0;     ///< negative after it
  bool closed = false;      ///< at clinician levels and where the plan is withheld: there is no script
  bool unanswered = false;  ///< closed only because questions are open
  std::vector<GateLine> gate;
  GateState start = GateState::unanswered;  ///< not met as soon as one line is not

  // How far the race goes beyond the rule for single runs; all 0 where closed or unknown.
  Metres longest;      ///< of the 30 days before the race, the plan's own among them
  double ratio = 0;    ///< race distance over it
  int spike_band = 0;  ///< 0: within the rule; 1-3: the bands of the single-run study

  // The script; empty where closed.
  int run_minutes = 0;  ///< 0: walk at the aid stations only
  int walk_minutes = 0;
  std::vector<RaceCheck> checks;
};

}  // namespace hipline::plan
