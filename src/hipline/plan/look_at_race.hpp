#pragma once

#include <optional>

#include "hipline/model/history.hpp"
#include "hipline/plan/day_plan.hpp"
#include "hipline/plan/race_week.hpp"
#include "hipline/rules/evidence.hpp"
#include "hipline/today/decision.hpp"

namespace hipline::plan {

/// The start-line gate, how far the race breaks the single-run rule, and what to carry along; nothing where no race
/// lies within the plan's days. At clinician levels, or with a plan withheld, it holds the gate alone and no script.
std::optional<RaceWeek> look_at_race(const model::History& history, const today::Decision& decision, const Plan& plan,
                                     const rules::Parameters& parameters);

}  // namespace hipline::plan
