#pragma once

#include <vector>

#include "hipline/model/history.hpp"
#include "hipline/today/decision.hpp"
#include "hipline/today/knowledge.hpp"
#include "hipline/triage/told.hpp"

namespace hipline::today {

/// The unanswered questions, at most three, whose answer would change the decision: open screening questions, and what
/// is not known of the last run, this morning and bone health. Each is tried with its most and its least careful answer
/// while the other open ones are taken as reassuring. The one that could ask for most care comes first. `told`: all
/// that the decision was made from.
std::vector<ChangingQuestion> would_change(const model::History& history, const triage::Told& told,
                                           const Decision& decision, const Knowledge& knowledge);

}  // namespace hipline::today
