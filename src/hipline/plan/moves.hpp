#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/baseline/session.hpp"
#include "hipline/model/plan_move.hpp"
#include "hipline/plan/day_plan.hpp"
#include "hipline/rules/rule.hpp"
#include "hipline/today/decision.hpp"

namespace hipline::plan {

/// Lets the sessions of moved days change places, in the order of the moves. A move that touches race day, or a day
/// that the baseline does not hold, changes nothing.
void move_days(baseline::Baseline& baseline, const std::vector<model::PlanMove>& moves);

/// A day's answer and plan, with or without a move.
struct Outlook {
  const today::Decision& decision;
  const Plan& plan;
};

/// Something that a move breaks or misses.
struct Objection {
  std::string rule;
  LocalDay day;
  std::optional<UnmetAim> aim;  ///< of an aim
};

/// A day that becomes another one.
struct ChangedDay {
  DayPlan before;
  DayPlan after;
};

/// What a move would do. It is kept only where nothing refuses it.
struct MoveJudgement {
  /// Musts: a run that is moved may not come out smaller than it stood, today may not ask for more than its answer
  /// allows, and the day's level may not become less careful.
  std::vector<Objection> refused;
  std::vector<Objection> bends;  ///< aims that the plan meets now and would miss, or would miss by more
  std::vector<ChangedDay> changes;
};

/// Compares the plan before a move with the plan after it.
MoveJudgement judge_move(const model::PlanMove& move, const Outlook& before, const Outlook& after);

}  // namespace hipline::plan
