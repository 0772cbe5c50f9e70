#pragma once

#include "hipline/model/history.hpp"
#include "hipline/rules/evidence.hpp"
#include "hipline/rules/facts.hpp"
#include "hipline/triage/pain.hpp"

namespace hipline::triage {

/// The named facts about where the ache comes from (docs/facts.md, "Derived for strain or load"), on the runner's own
/// timeline. What the log cannot tell stays unknown: runs without a distance, or a log that begins too late.
/// Parameters: origin.*, plan.spike_band_1.
void add_origin_facts(const model::History& history, const PainStory& story, const rules::Parameters& parameters,
                      rules::Facts& facts);

}  // namespace hipline::triage
