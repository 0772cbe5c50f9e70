#pragma once

#include <vector>

#include "hipline/base/error.hpp"
#include "hipline/catalog/catalog.hpp"

namespace hipline::catalog {

/// What no single file can show and the reader therefore does not refuse:
///
/// - case_fails: a case whose rule answers otherwise than it says;
/// - condition_never_decides: a condition that turns the rule alone in no pair of its cases (MC/DC);
/// - unknown_untested: a fact that no case leaves unknown;
/// - threshold_untested: a threshold without a case exactly on it and one on its other side;
/// - rule_without_cases;
/// - evidence_not_cited: a source that no rule, number, exercise or programme uses;
/// - unchecked_alone: a clinician-level rule that rests on unchecked sources only and is not marked as opinion;
/// - referral_incomplete: a clinician-level rule that does not say what to stop, whom to see, how soon and what to
/// tell;
/// - bad_placeholder: a referral whose words hold braces around anything but `ticked`;
/// - retired_id: an id that is used again;
/// - unknown_fact: a fact that content/facts.yaml does not know, or knows as the other form;
/// - id_twice: one id for two rules.
///
/// `where` is a JSON pointer into the bundle.
std::vector<Error> content_problems(const Catalog& catalog);

/// What edited content (`--content DIR`) must carry because the program relies on it, told from the content it was
/// built with: every parameter, every sentence without a placeholder that the program does not fill, and every circuit
/// (missing_content). Content with such a gap must not be decided with.
std::vector<Error> content_gaps(const Catalog& edited, const Catalog& built_in);

}  // namespace hipline::catalog
