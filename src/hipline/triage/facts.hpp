#pragma once

#include <vector>

#include "hipline/model/history.hpp"
#include "hipline/rules/evidence.hpp"
#include "hipline/rules/facts.hpp"
#include "hipline/rules/question.hpp"
#include "hipline/triage/told.hpp"

namespace hipline::triage {

/// The fact that `add_open_screening` sets.
inline constexpr const char* screening_question_open = "screening_question_open";

/// All named facts of one history that need no planned session, and the screening questions left open.
struct NamedFacts {
  rules::Facts facts;
  std::vector<OpenFacts> open_screening;
};

/// Computes every fact of docs/facts.md that screening and today's rules speak of, but for those of the day's session.
NamedFacts named_facts(const model::History& history, const std::vector<rules::Question>& questions,
                       const rules::Parameters& parameters);

/// The same from what was read already: `told` holds everything up to the history's moment.
NamedFacts named_facts(const model::History& history, const Told& told, const std::vector<rules::Question>& questions,
                       const rules::Parameters& parameters);

/// The same facts but for that of the open screening.
rules::Facts known_facts(const model::History& history, const Told& told, const std::vector<rules::Question>& questions,
                         const rules::Parameters& parameters);

/// Adds whether a screening question that applies is open, once all other facts are known. Returns the open ones.
std::vector<OpenFacts> add_open_screening(const std::vector<rules::Question>& questions, rules::Facts& facts);

}  // namespace hipline::triage
