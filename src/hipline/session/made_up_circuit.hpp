#pragma once

#include "hipline/session/script.hpp"

namespace hipline::session {

/// For tests: one round of a climber (2 repetitions a side in 3.8 s each), pulses by time and a hold.
inline Script made_up_circuit(int rounds = 1) {
  using namespace std::chrono_literals;
  Script script{.rounds = rounds};
  script.exercises = {
      {.id = "climber",
       .title = "Climber",
       .phases = {{"drive", "Drive", 400ms, Sound::rise, Count::repetition},
                  {"return", "Slow back", 3000ms, Sound::tick, Count::down},
                  {"set", "", 400ms, Sound::none, Count::nothing}}},
      {.id = "pulses",
       .title = "Pulses",
       .phases = {{"drive", "Up", 400ms, Sound::rise, Count::repetition},
                  {"return", "and down", 600ms, Sound::none, Count::nothing}}},
      {.id = "hold",
       .title = "Hold",
       .phases = {{"get set", "Down, back foot off", 2000ms, Sound::soft, Count::nothing},
                  {"hold", "Hold", 6000ms, Sound::tick_5, Count::up},
                  {"rest", "Done", 2000ms, Sound::end, Count::nothing}}},
  };
  for (int round = 1; round <= rounds; ++round) {
    for (std::size_t exercise = 0; exercise < script.exercises.size(); ++exercise) {
      for (const Side side : {Side::left, Side::right}) {
        Step step{.exercise = exercise, .round = round, .side = side};
        step.kind = StepKind::get_ready;
        step.length = 5s;
        step.say = side == Side::left ? "Left" : "Right";
        script.steps.push_back(step);
        step.say.clear();
        step.length = 0s;
        if (exercise == 0) {
          step.kind = StepKind::repetitions;
          step.repetitions = 2;
        } else if (exercise == 1) {
          step.kind = StepKind::work;
          step.length = 15s;
        } else {
          step.kind = StepKind::hold;
          step.aim = 20s;
          step.last = 18s;
        }
        script.steps.push_back(step);
      }
      script.steps.push_back({.kind = StepKind::pain, .exercise = exercise, .round = round});
      script.steps.push_back({.kind = StepKind::rest, .exercise = exercise, .round = round, .length = 20s});
    }
  }
  return script;
}

}  // namespace hipline::session
