#pragma once

#include <optional>
#include <string>

#include "hipline/catalog/catalog.hpp"
#include "hipline/today/decision.hpp"

namespace hipline::exporters {

/// Whom to see, how soon and what to say, after the first rule that sets the level and sends its runner to someone;
/// nothing where no rule does. What to say names the answers that the runner gave: where the rule's own words leave
/// room for them
/// (`{ticked}`), and behind them what was ticked for any other rule that asks for a clinician, so that no sign is lost
/// because another one came first. Of private answers only such stand here as asked for a clinician, as in the note.
std::optional<rules::Referral> referral_of(const today::Decision& decision, const catalog::Catalog& catalog);

/// What a rule asks to be said, for nobody in particular.
std::string say_in_general(const rules::Referral& referral, const catalog::Texts& texts);

}  // namespace hipline::exporters
