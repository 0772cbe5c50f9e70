#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/base/error.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/circuit/prescription.hpp"
#include "hipline/model/history.hpp"
#include "hipline/model/plan_move.hpp"
#include "hipline/plan/day_plan.hpp"
#include "hipline/plan/race_week.hpp"
#include "hipline/today/decision.hpp"
#include "hipline/today/standing.hpp"
#include "hipline/triage/origin.hpp"
#include "hipline/triage/pain.hpp"

namespace hipline::app {

/// The whole answer for one day. At clinician levels there is no circuit and no plan.
struct Assessment {
  today::Decision decision;
  std::optional<circuit::Prescription> circuit;
  std::optional<plan::Plan> plan;
  std::optional<plan::RaceWeek> race_week;            ///< at every level, without its script at clinician levels
  std::vector<today::ChangingQuestion> would_change;  ///< at most three unanswered questions, the weightiest first
  triage::Origin origin;                              ///< strain, load, both or neither; never a reason for the level
  triage::PainStory pain;                             ///< all that was told of it up to the day
  std::vector<plan::Reason> plan_withheld;            ///< why there is no plan; empty where there is one
};

/// Decides a day from everything known of one runner, and the days that the runner moved, in their order. Pure: no
/// clock, database or randomness; the same history, moves and content give the same answer. Errors: those of the
/// runner's own plan (unknown_session_kind).
Result<Assessment> assess(const model::History& history, const catalog::Catalog& catalog,
                          const std::vector<model::PlanMove>& moves = {});

/// The same, going on from what an earlier answer for this runner with this content left, as far as that still holds.
Result<Assessment> assess(const model::History& history, const catalog::Catalog& catalog,
                          const std::vector<model::PlanMove>& moves, std::optional<today::Milestone>& milestone);

/// How a JSON text is laid out: for people to read, or as short as it goes.
enum class JsonLayout { indented, compact };

/// The answer as one JSON text, as schema/decision.schema.json describes it.
std::string assessment_json(const Assessment& assessment, const model::History& history,
                            const catalog::Catalog& catalog, std::string_view version,
                            JsonLayout layout = JsonLayout::indented);

}  // namespace hipline::app
