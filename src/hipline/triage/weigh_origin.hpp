#pragma once

#include <vector>

#include "hipline/rules/evidence.hpp"
#include "hipline/rules/facts.hpp"
#include "hipline/rules/level.hpp"
#include "hipline/rules/rule.hpp"
#include "hipline/triage/origin.hpp"

namespace hipline::triage {

/// Weighs the signs of a strain against those of load. It takes the day's level as given: at a clinician level the
/// answer is neither, and the signs stay for the clinician to read. It never leans on one sign alone, and where neither
/// side is well ahead it says both or uncertain. Parameters: origin.*.
Origin weigh_origin(const std::vector<rules::Rule>& rules, const rules::Facts& facts, rules::Level level,
                    const rules::Parameters& parameters);

}  // namespace hipline::triage
