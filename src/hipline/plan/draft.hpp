#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "hipline/plan/day_rules.hpp"
#include "hipline/plan/plan.hpp"

namespace hipline::plan {

/// One day while it is being planned, with what the later steps need to know of the earlier ones.
struct DraftDay {
  DayPlan plan;
  rules::Facts facts;
  DayRules rules{{}, {}};
  bool held_back = false;                         ///< by the hip: smaller, or flat and easy
  rules::Level level = rules::Level::as_planned;  ///< what the circuit is dosed for
  std::string circuit_withheld_by;                ///< id of the rule that keeps the full circuit off this day
};

/// The plan in the making: runs first, then circuits round them, then the look at the aims.
struct Draft {
  const PlanInput& input;
  std::optional<model::Race> race;  ///< ahead, today or just behind
  std::vector<const rules::Rule*> rules;
  std::shared_ptr<const rules::Facts> ground;  ///< today's facts, and what is the same on every planned day
  std::vector<model::Run> lately;              ///< the runs that a longest run of today or later is taken from
  std::size_t detailed_days = 0;               ///< how many of the baseline's days are planned one by one
  std::vector<DraftDay> days;
};

/// Days from `day` to the race, negative after it; nothing without a race.
std::optional<int> days_to_race(const Draft& draft, LocalDay day);
/// True for runs that a circuit must not tire out beforehand.
bool is_long_or_fast(baseline::SessionKind kind);

/// Plans the running of every day within the musts.
void plan_runs(Draft& draft);
/// Weaves circuits and mobility into the planned runs.
void plan_circuits(Draft& draft);
/// Collects the reasons of each day: what changed it first, then what a rule has to say about it.
void give_reasons(Draft& draft);
/// The aims that the finished days do not meet.
std::vector<UnmetAim> unmet_aims(const Draft& draft);

}  // namespace hipline::plan
