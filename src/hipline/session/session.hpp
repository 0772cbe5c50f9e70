#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "hipline/session/script.hpp"

namespace hipline::session {

/// What can happen to a session. A list of events is all that has to be kept of one: replaying it gives its state.
struct Event {
  enum class Kind : std::uint8_t {
    tick,       ///< time has passed, nothing else
    tap,        ///< the one large button: what it does depends on the step
    pause,      ///< stops the clock
    go_on,      ///< starts it again
    skip,       ///< leaves out the set in hand or to come, or ends a rest
    repeat,     ///< does the last set again; what was counted of it is dropped
    pain,       ///< `value` of 10 at the front of the hip, in a pain step
    sharp,      ///< "it was sharp" or "it pinched", in a pain step
    easier,     ///< makes the exercise in hand easier from now on
    more_rest,  ///< `value` seconds more of this rest
    leave,      ///< ends the session; what was done is kept
  };
  Kind kind = Kind::tick;
  milliseconds at{0};  ///< on the session's clock, which never runs backwards
  int value = 0;
};

/// What was done of one step of work.
struct Done {
  std::size_t step = 0;
  milliseconds worked{0};
  int repetitions = 0;
  bool whole = true;  ///< false: skipped, or left before its end
};

/// How an exercise felt in one round.
struct Felt {
  std::size_t exercise = 0;
  int round = 1;
  std::optional<int> pain;  ///< nothing where it was only called sharp, or skipped
  bool sharp = false;
};

/// Where a session stands.
struct State {
  std::size_t step = 0;     ///< index into the script's steps; their number: finished
  milliseconds in_step{0};  ///< time spent in it, pauses left out
  milliseconds at{0};       ///< the clock's last known time
  milliseconds active{0};   ///< time of the whole session, pauses left out
  milliseconds added{0};    ///< to this rest
  bool started = false;
  bool running = false;
  bool left = false;            ///< ended before its end
  std::vector<Done> done;       ///< in the order of the steps
  std::vector<Felt> felt;       ///< in the order in which it was said
  std::vector<int> eased_from;  ///< per exercise: the round from which it is easier; 0: it is not
  std::vector<int> stopped_in;  ///< per exercise: the round in which it was stopped for today; 0: it was not
};

/// A session before its first tap.
State begin(const Script& script);

/// The state after one event. An event that does not fit the step changes nothing but the time. Time that passes ends
/// timed steps, however often it is told.
State after(const Script& script, State state, const Event& event);

/// The state after a list of events.
State replay(const Script& script, const std::vector<Event>& events);

/// How long a step lasts by itself; nothing for one that waits for the runner.
std::optional<milliseconds> duration(const Script& script, const State& state, std::size_t step);

/// Repetitions that a step asks for, made fewer where the exercise was made easier.
int repetitions(const Script& script, const State& state, std::size_t step);

/// The next step of work after the one in hand; nothing where none comes. What was stopped for today does not come.
std::optional<std::size_t> next_work(const Script& script, const State& state);

/// Whether a step is work that is counted.
bool is_work(StepKind kind);

/// The part of a hold or of work by time before its clock counts.
milliseconds lead_in(const Script& script, const Step& step);

/// One pass through an exercise's phases.
milliseconds cycle(const Exercise& exercise);

inline bool finished(const Script& script, const State& state) {
  return state.left || state.step >= script.steps.size();
}

}  // namespace hipline::session
