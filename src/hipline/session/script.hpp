#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hipline::session {

using std::chrono::milliseconds;

/// What is heard when a phase begins. `tick` sounds each second of the phase, `tick_5` every fifth.
enum class Sound : std::uint8_t { none, rise, tick, tick_5, soft, end };

/// What the big number shows in a phase: nothing, one more repetition, the seconds left, or a stopwatch.
enum class Count : std::uint8_t { nothing, repetition, down, up };

enum class Side : std::uint8_t { both, left, right };

/// One part of a repetition or of a hold.
struct Phase {
  std::string name;
  std::string cue;
  milliseconds length{0};
  Sound sound = Sound::none;
  Count count = Count::nothing;
};

/// One exercise as the session plays it: nothing but its words and its beat.
struct Exercise {
  std::string id;
  std::string title;
  std::string easier;         ///< what to do instead where it hurts; empty: lighter or shorter
  std::string stop_cue;       ///< shown in a hold
  std::vector<Phase> phases;  ///< of one repetition, one side
};

/// What a step waits for.
enum class StepKind : std::uint8_t {
  get_ready,    ///< counts `length` down, or waits for a tap where that is 0; a tap starts at once
  repetitions,  ///< plays the phases `repetitions` times; a tap pauses
  work,         ///< plays the phases for `length`; a tap ends it
  hold,         ///< a stopwatch that a tap ends, and `length` where it is not 0; phases before the counting one lead in
  rest,         ///< counts `length` down; a tap goes on
  pain,         ///< waits for a number from 0 to 10
};

/// One thing to do. Rests and the question of pain belong to the exercise that was just done.
struct Step {
  StepKind kind = StepKind::rest;
  std::size_t exercise = 0;  ///< index into the script's exercises
  int round = 1;
  int set = 1;
  int sets = 1;
  Side side = Side::both;
  milliseconds length{0};
  int repetitions = 0;
  std::optional<milliseconds> last;  ///< what was held last time on this side
  std::optional<milliseconds> best;  ///< longest so far on this side
  std::optional<milliseconds> aim;   ///< what today asks for
  std::string say;                   ///< said and shown when the step begins
};

/// A whole circuit to be led through. What pain changes comes from the content.
struct Script {
  std::vector<Exercise> exercises;
  std::vector<Step> steps;
  int rounds = 1;
  int ease_from = 4;         ///< pain of 0-10 from which the exercise is made shorter
  int stop_from = 6;         ///< pain from which the exercise is over for today
  double eased_share = 0.7;  ///< of repetitions and time, where made easier
};

}  // namespace hipline::session
