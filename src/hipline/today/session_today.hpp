#pragma once

#include "hipline/rules/evidence.hpp"
#include "hipline/today/decision.hpp"

namespace hipline::today {

/// The day's session at one level, within the decision's limits and forbidden tags.
/// `longest_30_days` is 0 where unknown: then the single-run limit cannot be applied.
TodaySession session_at(rules::Level level, const Decision& decision, double pain_step, Metres longest_30_days,
                        const rules::Parameters& parameters);

}  // namespace hipline::today
