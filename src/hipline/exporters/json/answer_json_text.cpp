#include "hipline/exporters/json/answer_json_text.hpp"

#include <nlohmann/json.hpp>

#include "hipline/exporters/json/answer_json.hpp"

namespace hipline::exporters {
namespace {

std::string written(const nlohmann::ordered_json& json) {
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace

std::string circuit_json_text(const circuit::Prescription& circuit) { return written(circuit_json(circuit)); }
std::string exercise_json_text(const circuit::Exercise& exercise) { return written(exercise_json(exercise)); }
std::string programme_json_text(const circuit::Programme& programme) { return written(programme_json(programme)); }
std::string plan_json_text(const plan::Plan& plan) { return written(plan_json(plan)); }
std::string race_json_text(const plan::RaceWeek& week) { return written(race_json(week)); }

}  // namespace hipline::exporters
