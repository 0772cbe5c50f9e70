#pragma once

#include "hipline/baseline/session.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/circuit/dose_input.hpp"
#include "hipline/model/history.hpp"
#include "hipline/today/decision.hpp"
#include "hipline/triage/pain.hpp"

namespace hipline::app {

/// What the circuit's dose depends on, from what is known of the runner and what was decided for the day.
circuit::DoseInput dose_input(const model::History& history, const triage::PainStory& pain,
                              const baseline::Baseline& baseline, const today::Decision& decision,
                              const catalog::Catalog& catalog);

}  // namespace hipline::app
