#include <cmath>
#include <nlohmann/json.hpp>

#include "hipline/exporters/json/answer_json.hpp"

namespace hipline::exporters {

using nlohmann::ordered_json;

namespace {

ordered_json seconds_json(const std::optional<Seconds>& time) {
  return time ? ordered_json(time->value()) : ordered_json(nullptr);
}

ordered_json changes_json(const std::vector<circuit::Change>& changes) {
  ordered_json json = ordered_json::array();
  for (const circuit::Change& change : changes) {
    json.push_back({{"what", change.what}, {"before", change.before}, {"today", change.today}, {"rule", change.rule}});
  }
  return json;
}

ordered_json last_json(const circuit::LastTime& last) {
  ordered_json json = {{"date", last.day.iso()}, {"sets", last.sets}, {"band", last.band}};
  json["repetitions"] = last.repetitions ? ordered_json(*last.repetitions) : ordered_json(nullptr);
  json["left_s"] = seconds_json(last.left);
  json["right_s"] = seconds_json(last.right);
  json["best_left_s"] = seconds_json(last.best_left);
  json["best_right_s"] = seconds_json(last.best_right);
  json["effort"] = last.effort ? ordered_json(*last.effort) : ordered_json(nullptr);
  json["pain"] = last.pain ? ordered_json(*last.pain) : ordered_json(nullptr);
  json["pinched"] = last.pinched;
  return json;
}

}  // namespace

ordered_json circuit_json(const circuit::Prescription& circuit) {
  ordered_json json = {{"date", circuit.day.iso()},
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
                       {"exercises", ordered_json::array()},
                       {"differences", ordered_json::array()},
                       {"notes", circuit.notes},
                       {"rules", circuit.rules}};
  for (const auto& exercise : circuit.exercises) {
    ordered_json entry = {{"exercise", exercise.exercise}, {"sets", exercise.sets}};
    entry["repetitions"] = exercise.repetitions ? ordered_json(*exercise.repetitions) : ordered_json(nullptr);
    entry["work_s"] = exercise.work ? ordered_json(exercise.work->value()) : ordered_json(nullptr);
    entry["work_highest_s"] =
        exercise.work_highest ? ordered_json(exercise.work_highest->value()) : ordered_json(nullptr);
    entry["rounds_most"] = exercise.rounds_most ? ordered_json(*exercise.rounds_most) : ordered_json(nullptr);
    entry["to_fatigue"] = exercise.to_fatigue;
    entry["band"] = exercise.band;
    entry["variant"] = exercise.variant;
    entry["swaps"] = exercise.swaps;
    entry["offer"] = exercise.offer;
    entry["notes"] = exercise.notes;
    entry["time_s"] = exercise.time.value();
    entry["rest_after_s"] = exercise.rest_after.value();
    entry["left_out_because"] =
        exercise.left_out_because ? ordered_json(*exercise.left_out_because) : ordered_json(nullptr);
    entry["last_time"] = exercise.progress.last ? last_json(*exercise.progress.last) : ordered_json(nullptr);
    entry["aim_left_s"] = seconds_json(exercise.progress.aim_left);
    entry["aim_right_s"] = seconds_json(exercise.progress.aim_right);
    entry["changes"] = changes_json(exercise.progress.changes);
    json["exercises"].push_back(std::move(entry));
  }
  json["changes"] = changes_json(circuit.changes);
  for (const auto& difference : circuit.differences) {
    json["differences"].push_back({{"what", difference.what},
                                   {"exercise", difference.exercise},
                                   {"as_written", difference.as_written},
                                   {"today", difference.today},
                                   {"rule", difference.rule}});
  }
  return json;
}

}  // namespace hipline::exporters
