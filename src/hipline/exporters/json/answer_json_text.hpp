#pragma once

#include <string>

#include "hipline/circuit/exercise.hpp"
#include "hipline/circuit/mix.hpp"
#include "hipline/circuit/programme.hpp"
#include "hipline/plan/day_plan.hpp"
#include "hipline/plan/race_week.hpp"

namespace hipline::exporters {

// The values of answer_json.hpp as JSON text, for what needs no tree of values.

std::string circuit_json_text(const circuit::Prescription& circuit);
std::string exercise_json_text(const circuit::Exercise& exercise);
std::string programme_json_text(const circuit::Programme& programme);
std::string plan_json_text(const plan::Plan& plan);
std::string race_json_text(const plan::RaceWeek& week);

}  // namespace hipline::exporters
