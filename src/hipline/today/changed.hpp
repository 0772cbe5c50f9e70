#pragma once

#include <optional>

#include "hipline/model/history.hpp"
#include "hipline/today/decision.hpp"

namespace hipline::today {

/// The history as it stood at the check-in before the latest one; nothing where there is none.
std::optional<model::History> before_latest_check_in(const model::History& history);

/// What the latest check-in changed against the answer before it: the level or the step. Nothing where both are the
/// same, where the answer now is not a fresh one, or where the one before it only asked for answers.
std::optional<ChangedSince> what_changed(const Decision& before, const Decision& now);

}  // namespace hipline::today
