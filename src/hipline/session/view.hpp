#pragma once

#include <optional>
#include <string>

#include "hipline/session/session.hpp"

namespace hipline::session {

/// What to show of a session at one moment.
struct View {
  StepKind kind = StepKind::get_ready;
  bool started = false;
  bool running = false;
  bool finished = false;
  std::size_t phase = 0;               ///< index into the exercise's phases, in work
  double phase_progress = 0;           ///< 0 to 1
  milliseconds in_cycle{0};            ///< time since the phases began anew: where the drawing stands
  int repetition = 0;                  ///< counted so far, the one in hand among them
  int repetitions = 0;                 ///< asked for
  std::optional<milliseconds> number;  ///< what the big number shows; nothing: it shows nothing
  bool counts_down = false;            ///< the number is what is left; else it is a stopwatch
  double step_progress = 0;            ///< 0 to 1; of a hold against its aim, or the guide
  std::optional<milliseconds> last;    ///< of a hold: last time on this side
  std::optional<milliseconds> best;
  bool eased = false;  ///< the exercise in hand is made easier
};

/// What to show at the state's moment.
View view(const Script& script, const State& state);

/// A time as the big number shows it: whole seconds, rounded up where they are left and down where they are counted.
int shown_seconds(milliseconds number, bool counts_down);

}  // namespace hipline::session
