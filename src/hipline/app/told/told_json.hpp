#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hipline/app/ports/store.hpp"

namespace hipline::app {

// What the runner told, as JSON documents: the form in which the store keeps what is always read whole, and in which
// `export` hands it out. Unknown values are left out, never written as 0 or "no".

std::string to_json(const model::Runner& runner);
std::string to_json(const model::Race& race);
std::string to_json(const model::Ache& ache);
std::string to_json(const ToldOfRun& told);
std::string to_json(const model::CheckIn& check_in);
std::string to_json(const model::Advice& advice);
std::string to_json(const LoggedExercise& line);
std::string to_json(const model::PlanMove& move);

/// Errors of all readers: damaged_document, with the field as `where`.
Result<model::Runner> runner_from_json(std::string_view json);
Result<model::Race> race_from_json(std::string_view json);
Result<model::Ache> ache_from_json(std::string_view json);
Result<ToldOfRun> told_of_run_from_json(std::string_view json);
Result<model::CheckIn> check_in_from_json(std::string_view json);
Result<model::Advice> advice_from_json(std::string_view json);
Result<LoggedExercise> logged_exercise_from_json(std::string_view json);
Result<model::PlanMove> plan_move_from_json(std::string_view json);

/// Words for the enumerations of the model, as contract, content and SQL write them.
const char* word(model::Sport sport);
const char* word(model::PainOnset onset);
const char* word(model::Moment moment);
const char* word(model::Verdict verdict);
std::optional<model::Sport> sport_named(std::string_view word);
std::optional<model::PainOnset> pain_onset_named(std::string_view word);
std::optional<model::Moment> moment_named(std::string_view word);
std::optional<model::Verdict> verdict_named(std::string_view word);

}  // namespace hipline::app
