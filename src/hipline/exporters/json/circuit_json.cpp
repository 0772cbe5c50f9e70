#include <cmath>

#include "hipline/exporters/json/answer_json.hpp"
#include "hipline/exporters/json/json_tree.hpp"

namespace hipline::exporters {

using nlohmann::ordered_json;

namespace {

ordered_json seconds_json(const std::optional<Seconds>& time) {
  return time ? ordered_json(time->value()) : ordered_json(nullptr);
}

ordered_json change_json(const circuit::Change& change) {
  return object({{"what", change.what}, {"before", change.before}, {"today", change.today}, {"rule", change.rule}});
}

ordered_json last_json(const circuit::LastTime& last) {
  return object({{"date", last.day.iso()},
                 {"sets", last.sets},
                 {"band", last.band},
                 {"repetitions", or_null(last.repetitions)},
                 {"left_s", seconds_json(last.left)},
                 {"right_s", seconds_json(last.right)},
                 {"best_left_s", seconds_json(last.best_left)},
                 {"best_right_s", seconds_json(last.best_right)},
                 {"effort", or_null(last.effort)},
                 {"pain", or_null(last.pain)},
                 {"pinched", last.pinched}});
}

ordered_json prescribed_json(const circuit::PrescribedExercise& exercise) {
  const circuit::Progress& progress = exercise.progress;
  return object({{"exercise", exercise.exercise},
                 {"sets", exercise.sets},
                 {"repetitions", or_null(exercise.repetitions)},
                 {"work_s", seconds_json(exercise.work)},
                 {"work_highest_s", seconds_json(exercise.work_highest)},
                 {"rounds_most", or_null(exercise.rounds_most)},
                 {"to_fatigue", exercise.to_fatigue},
                 {"band", exercise.band},
                 {"variant", exercise.variant},
                 {"swaps", exercise.swaps},
                 {"offer", exercise.offer},
                 {"notes", exercise.notes},
                 {"time_s", exercise.time.value()},
                 {"rest_after_s", exercise.rest_after.value()},
                 {"left_out_because", or_null(exercise.left_out_because)},
                 {"last_time", progress.last ? last_json(*progress.last) : ordered_json(nullptr)},
                 {"aim_left_s", seconds_json(progress.aim_left)},
                 {"aim_right_s", seconds_json(progress.aim_right)},
                 {"changes", array(progress.changes, change_json)}});
}

ordered_json difference_json(const circuit::Difference& difference) {
  return object({{"what", difference.what},
                 {"exercise", difference.exercise},
                 {"as_written", difference.as_written},
                 {"today", difference.today},
                 {"rule", difference.rule}});
}

}  // namespace

ordered_json circuit_json(const circuit::Prescription& circuit) {
  return object({{"date", circuit.day.iso()},
                 {"any", circuit.any},
                 {"because", circuit.because},
                 {"focus", circuit.focus},
                 {"rounds", circuit.rounds},
                 {"rounds_highest", circuit.rounds_highest},
                 {"effort_low", circuit.effort_low},
                 {"effort_high", circuit.effort_high},
                 {"to_fatigue", circuit.to_fatigue},
                 {"stop_short_repetitions", circuit.stop_short_repetitions},
                 {"stop_short_s", circuit.stop_short.value()},
                 {"run_first", circuit.run_first},
                 {"short_form", circuit.short_form},
                 {"rest_between_exercises_s", circuit.rest_between_exercises.value()},
                 {"rest_between_rounds_s", circuit.rest_between_rounds.value()},
                 {"total_s", std::round(circuit.total.value())},
                 {"exercises", array(circuit.exercises, prescribed_json)},
                 {"differences", array(circuit.differences, difference_json)},
                 {"notes", circuit.notes},
                 {"rules", circuit.rules},
                 {"changes", array(circuit.changes, change_json)}});
}

}  // namespace hipline::exporters
