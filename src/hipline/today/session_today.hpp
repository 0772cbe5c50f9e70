#pragma once

#include "hipline/rules/evidence.hpp"
#include "hipline/today/decision.hpp"

namespace hipline::today {

/// The day's session at one level, within the decision's limits and forbidden tags.
/// `longest_30_days` is 0 where unknown: then the single-run limit cannot be applied.
TodaySession session_at(rules::Level level, const Decision& decision, double pain_step, Metres longest_30_days,
                        const rules::Parameters& parameters);

/// The baseline's session as it stands, with no rule's limit upon it: what "as planned" would have meant.
TodaySession session_of_baseline(const baseline::Session& planned, const rules::Parameters& parameters);

/// The share of the planned distance that pain and the decision's limits leave.
double distance_share(const Decision& decision, double pain_step);

/// Sets the session RPE to aim at from what the session is; a race and a day of rest have none.
void name_effort(TodaySession& session, const rules::Parameters& parameters);

}  // namespace hipline::today
