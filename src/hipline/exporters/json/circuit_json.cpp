#include <cmath>
#include <nlohmann/json.hpp>

#include "hipline/exporters/json/answer_json.hpp"

namespace hipline::exporters {

using nlohmann::ordered_json;

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
    json["exercises"].push_back(std::move(entry));
  }
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
