#pragma once

#include <optional>

#include "hipline/rules/facts.hpp"
#include "hipline/rules/level.hpp"
#include "hipline/today/decision.hpp"
#include "hipline/triage/urgency.hpp"

namespace hipline::today {

/// The level of a day from the rules that fired and from what earlier check-ins left standing: the more careful one
/// wins and ties take the stickiest kind. Unknown pain keeps the last level where that was more careful, and where no
/// rule sets a level it is modify.
Verdict verdict_of(const triage::Urgency& urgency, const rules::Facts& facts, const std::optional<Lock>& lock,
                   std::optional<rules::Level> last_level);

}  // namespace hipline::today
