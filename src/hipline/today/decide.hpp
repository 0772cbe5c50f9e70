#pragma once

#include "hipline/baseline/session.hpp"
#include "hipline/model/history.hpp"
#include "hipline/today/decision.hpp"
#include "hipline/today/knowledge.hpp"
#include "hipline/today/standing.hpp"

namespace hipline::today {

/// Decides one day: the most careful fired rule wins, whichever group it is in; screening is always looked at, and what
/// an earlier check-in locked stays locked. The baseline gives the session that is judged. Pure: the same history,
/// baseline and content give the same decision.
Decision decide(const model::History& history, const baseline::Baseline& baseline, const Knowledge& knowledge);

/// The same with what led to the day, where that is known already.
Decision decide(const model::History& history, const baseline::Baseline& baseline, const Knowledge& knowledge,
                const Standing& standing);

}  // namespace hipline::today
