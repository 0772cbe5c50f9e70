#pragma once

#include <functional>
#include <vector>

#include "hipline/baseline/parameters.hpp"
#include "hipline/baseline/session.hpp"
#include "hipline/circuit/dose_input.hpp"
#include "hipline/circuit/prescription.hpp"
#include "hipline/model/history.hpp"
#include "hipline/plan/day_plan.hpp"
#include "hipline/rules/evidence.hpp"
#include "hipline/rules/rule.hpp"
#include "hipline/today/decision.hpp"

namespace hipline::plan {

/// The dose of the circuit for one day.
using Prescribe = std::function<circuit::Prescription(const circuit::DoseInput&)>;

/// Everything a plan is made from; owned by the caller.
struct PlanInput {
  const model::History& history;
  const baseline::Baseline& baseline;
  const today::Decision& decision;  ///< of the history's day
  const std::vector<rules::Rule>& plan_rules;
  const std::vector<rules::Rule>&
      today_rules;  ///< for the single-run limit (TD-10) and the sentences behind today's level
  const rules::Parameters& parameters;
  circuit::DoseInput dose;  ///< as for today; the plan fills in what differs from day to day
  Prescribe prescribe;      ///< none: only the running is planned, and nothing is said of circuits
};

/// The days from today to the race and after it. Races more than 42 days ahead: 21 days in detail, then weeks in
/// outline. At clinician levels the plan is empty and `withheld` says why.
Plan make_plan(const PlanInput& input);

/// The numbers of content/parameters/baseline.yaml as the baseline takes them.
baseline::Parameters baseline_parameters(const rules::Parameters& parameters);

}  // namespace hipline::plan
