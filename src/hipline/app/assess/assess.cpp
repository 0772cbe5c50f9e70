#include "hipline/app/assess/assess.hpp"

#include <nlohmann/json.hpp>

#include "hipline/app/assess/dose.hpp"
#include "hipline/baseline/baseline.hpp"
#include "hipline/circuit/prescribe.hpp"
#include "hipline/exporters/json/answer_json.hpp"
#include "hipline/plan/look_at_race.hpp"
#include "hipline/plan/plan.hpp"
#include "hipline/today/decide.hpp"
#include "hipline/today/would_change.hpp"
#include "hipline/triage/origin_facts.hpp"
#include "hipline/triage/pain.hpp"
#include "hipline/triage/weigh_origin.hpp"

namespace hipline::app {
namespace {

/// Whether the plan asks for less running than the day's own rules.
bool is_smaller(const plan::DayPlan& planned, const today::TodaySession& session) {
  if (!baseline::is_running(session.kind)) return false;
  return planned.kind != session.kind || planned.distance < session.distance || planned.duration < session.duration ||
         (planned.flat && !session.flat) || (planned.easy_only && !session.easy_only);
}

/// The plan knows rules that one day alone does not (how near the race is, how the weeks fall). Where it is the
/// stricter one its figure is today's too: there is one answer for one day.
void hold_to_plan(today::Decision& decision, const plan::DayPlan& planned) {
  today::TodaySession& session = decision.session;
  if (planned.held_by.empty() || !is_smaller(planned, session)) return;
  session.kind = planned.kind;
  session.distance = planned.distance;
  session.duration = planned.duration;
  session.flat = planned.flat;
  session.easy_only = planned.easy_only;
  session.run_minutes = planned.run_minutes;
  session.walk_minutes = planned.walk_minutes;
  decision.held_by = planned.held_by;
}

triage::Origin origin_of(const model::History& history, const today::Decision& decision,
                         const catalog::Catalog& catalog) {
  rules::Facts facts = decision.facts;
  triage::add_origin_facts(history, triage::pain_story(history), catalog.parameters, facts);
  return triage::weigh_origin(catalog.origin_rules, facts, decision.level, catalog.parameters);
}

}  // namespace

Result<Assessment> assess(const model::History& history, const catalog::Catalog& catalog) {
  const auto baseline = baseline::make_baseline(history, plan::baseline_parameters(catalog.parameters));
  if (!baseline) return std::unexpected(baseline.error());

  Assessment assessment;
  const today::Knowledge knowledge = {catalog.triage, catalog.today, catalog.questions, catalog.parameters};
  assessment.decision = today::decide(history, *baseline, knowledge);
  assessment.would_change = today::would_change(history, assessment.decision, knowledge);
  assessment.origin = origin_of(history, assessment.decision, catalog);
  const circuit::DoseInput dose = dose_input(history, *baseline, assessment.decision, catalog);
  const auto prescribe = [&](const circuit::DoseInput& input) {
    return circuit::prescribe(input, catalog.library, catalog.circuit_rules, catalog.parameters);
  };
  plan::Plan plan = plan::make_plan({history, *baseline, assessment.decision, catalog.plan_rules, catalog.today,
                                     catalog.parameters, dose, prescribe});
  assessment.plan_withheld = plan.withheld;
  assessment.race_week = plan::look_at_race(history, assessment.decision, plan, catalog.parameters);
  if (rules::is_clinician_level(assessment.decision.level)) return assessment;
  if (!plan.days.empty()) hold_to_plan(assessment.decision, plan.days.front());
  assessment.circuit = prescribe(dose);
  if (plan.withheld.empty()) assessment.plan = std::move(plan);
  return assessment;
}

std::string assessment_json(const Assessment& assessment, const model::History& history,
                            const catalog::Catalog& catalog, std::string_view version) {
  nlohmann::ordered_json json = exporters::answer_envelope(version, catalog);
  json["decision"] = exporters::decision_json(assessment.decision, catalog, history.runner.country);
  json["would_change"] = exporters::would_change_json(assessment.would_change, catalog);
  json["strain_or_load"] = exporters::origin_json(assessment.origin, catalog);
  json["circuit"] = assessment.circuit ? exporters::circuit_json(*assessment.circuit) : nlohmann::ordered_json(nullptr);
  json["plan"] = assessment.plan ? exporters::plan_json(*assessment.plan) : nlohmann::ordered_json(nullptr);
  if (!assessment.plan_withheld.empty()) json["plan_withheld"] = exporters::withheld_json(assessment.plan_withheld);
  return json.dump(2);
}

}  // namespace hipline::app
