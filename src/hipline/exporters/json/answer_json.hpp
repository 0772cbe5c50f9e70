#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "hipline/catalog/catalog.hpp"
#include "hipline/circuit/mix.hpp"
#include "hipline/circuit/prescription.hpp"
#include "hipline/circuit/programme.hpp"
#include "hipline/plan/day_plan.hpp"
#include "hipline/plan/race_week.hpp"
#include "hipline/today/decision.hpp"
#include "hipline/triage/origin.hpp"

namespace hipline::exporters {

/// What every JSON answer begins with: the program, its version and the hash of the content that decided.
nlohmann::ordered_json answer_envelope(std::string_view version, const catalog::Catalog& catalog);

/// One decision with its rules in words, as schema/decision.schema.json describes it.
nlohmann::ordered_json decision_json(const today::Decision& decision, const catalog::Catalog& catalog,
                                     const std::optional<std::string>& country);

/// The unanswered questions that would change the day, each with the two ends of what it could lead to.
nlohmann::ordered_json would_change_json(const std::vector<today::ChangingQuestion>& questions,
                                         const catalog::Catalog& catalog);

/// Strain, load, both or neither: the signs for and against, each with its rule, and what would change it.
nlohmann::ordered_json origin_json(const triage::Origin& origin, const catalog::Catalog& catalog);

/// A day's circuit; null where the day holds none because of a clinician level.
nlohmann::ordered_json circuit_json(const circuit::Prescription& circuit);

/// An exercise of the library with all that is said of it.
nlohmann::ordered_json exercise_json(const circuit::Exercise& exercise);

/// A programme for after the race, week by week.
nlohmann::ordered_json programme_json(const circuit::Programme& programme);

/// A session of the runner's own choice, as schema/mix.schema.json describes it.
nlohmann::ordered_json mix_json(const circuit::Mix& mix);

nlohmann::ordered_json plan_json(const plan::Plan& plan);

/// The gate, the length and the script of the race; the script is null where the start is closed.
nlohmann::ordered_json race_json(const plan::RaceWeek& week);

/// Why there is no plan, rule by rule; empty where there is one.
nlohmann::ordered_json withheld_json(const std::vector<plan::Reason>& withheld);

}  // namespace hipline::exporters
