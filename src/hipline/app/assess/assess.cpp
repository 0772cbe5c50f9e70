#include "hipline/app/assess/assess.hpp"

#include <nlohmann/json.hpp>

#include "hipline/app/assess/dose.hpp"
#include "hipline/baseline/baseline.hpp"
#include "hipline/circuit/prescribe.hpp"
#include "hipline/exporters/json/answer_json.hpp"
#include "hipline/plan/look_at_race.hpp"
#include "hipline/plan/moves.hpp"
#include "hipline/plan/plan.hpp"
#include "hipline/today/changed.hpp"
#include "hipline/today/decide.hpp"
#include "hipline/today/session_today.hpp"
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
void hold_to_plan(today::Decision& decision, const plan::DayPlan& planned, const rules::Parameters& parameters) {
  today::TodaySession& session = decision.session;
  if (planned.held_by.empty() || !is_smaller(planned, session)) return;
  session.kind = planned.kind;
  session.distance = planned.distance;
  session.duration = planned.duration;
  session.flat = planned.flat;
  session.easy_only = planned.easy_only;
  session.run_minutes = planned.run_minutes;
  session.walk_minutes = planned.walk_minutes;
  session.hilly = session.hilly && !session.flat;
  today::name_effort(session, parameters);
  decision.held_by = planned.held_by;
}

triage::Origin origin_of(const model::History& history, const triage::PainStory& pain, const today::Decision& decision,
                         const catalog::Catalog& catalog) {
  rules::Facts facts = decision.facts;
  triage::add_origin_facts(history, pain, catalog.parameters, facts);
  return triage::weigh_origin(catalog.origin_rules, facts, decision.level, catalog.parameters);
}

today::Knowledge knowledge_of(const catalog::Catalog& catalog) {
  return {catalog.triage, catalog.today, catalog.questions, catalog.parameters};
}

circuit::Prescription prescribe(const circuit::DoseInput& input, const catalog::Catalog& catalog) {
  return circuit::prescribe(input, catalog.library, catalog.circuit_rules, catalog.parameters);
}

/// What a plan of the running alone is made from.
plan::PlanInput running_of(const model::History& history, const baseline::Baseline& baseline,
                           const today::Decision& decision, const catalog::Catalog& catalog) {
  return {history, baseline, decision, catalog.plan_rules, catalog.today, catalog.parameters, {}, {}};
}

plan::Plan plan_of(const model::History& history, const baseline::Baseline& baseline, const today::Decision& decision,
                   const circuit::DoseInput& dose, const catalog::Catalog& catalog) {
  plan::PlanInput input = running_of(history, baseline, decision, catalog);
  input.dose = dose;
  input.prescribe = [&](const circuit::DoseInput& day) { return prescribe(day, catalog); };
  return plan::make_plan(input);
}

/// The running that a plan holds for the days from `first` on; nothing where it does not reach that far.
std::optional<Metres> running_from(const plan::Plan& plan, LocalDay first, int days) {
  if (!plan.withheld.empty()) return std::nullopt;
  Metres sum(0);
  int found = 0;
  for (const plan::DayPlan& day : plan.days) {
    if (day.day < first || day.day >= first + days) continue;
    ++found;
    if (baseline::is_running(day.kind) && day.kind != baseline::SessionKind::race) sum = sum + day.distance;
  }
  return found == days ? std::optional(sum) : std::nullopt;
}

/// The answer before the latest check-in against this one. The running of then is only planned where the answer is
/// another.
void add_what_changed(const model::History& earlier, const today::Standing& standing, const catalog::Catalog& catalog,
                      const std::vector<model::PlanMove>& moves, const plan::Plan& plan, today::Decision& decision) {
  if (!decision.fresh) return;
  auto baseline = baseline::make_baseline(earlier, plan::baseline_parameters(catalog.parameters));
  if (!baseline) return;
  plan::move_days(*baseline, moves);
  const today::Decision before = today::decide(earlier, *baseline, knowledge_of(catalog), standing);
  decision.changed_since = today::what_changed(before, decision);
  if (!decision.changed_since) return;
  const int days = static_cast<int>(catalog.parameters.value("today.week_days"));
  decision.changed_since->week_now = running_from(plan, decision.day, days);
  if (decision.changed_since->week_now) {
    const plan::Plan running = plan::make_plan(running_of(earlier, *baseline, before, catalog));
    decision.changed_since->week_before = running_from(running, decision.day, days);
  }
}

}  // namespace

Result<Assessment> assess(const model::History& history, const catalog::Catalog& catalog,
                          const std::vector<model::PlanMove>& moves) {
  std::optional<today::Milestone> none;
  return assess(history, catalog, moves, none);
}

Result<Assessment> assess(const model::History& history, const catalog::Catalog& catalog,
                          const std::vector<model::PlanMove>& moves, std::optional<today::Milestone>& milestone) {
  auto baseline = baseline::make_baseline(history, plan::baseline_parameters(catalog.parameters));
  if (!baseline) return std::unexpected(baseline.error());
  plan::move_days(*baseline, moves);

  Assessment assessment;
  const today::Knowledge knowledge = knowledge_of(catalog);
  // One pass over all check-ins tells what stands now and what stood before the latest of them.
  const auto earlier = today::before_latest_check_in(history);
  std::vector<const model::History*> moments = {&history};
  if (earlier) moments.insert(moments.begin(), &*earlier);
  std::vector<today::Standing> standings = today::replay(moments, knowledge, milestone);
  triage::Told& told = standings.back().told;
  assessment.decision = today::decide(history, *baseline, knowledge, standings.back());
  assessment.would_change = today::would_change(history, told, assessment.decision, knowledge);
  assessment.origin = origin_of(history, told.pain(), assessment.decision, catalog);
  const circuit::DoseInput dose = dose_input(history, told.pain(), *baseline, assessment.decision, catalog);
  plan::Plan plan = plan_of(history, *baseline, assessment.decision, dose, catalog);
  assessment.pain = std::move(told).pain();
  if (earlier) add_what_changed(*earlier, standings.front(), catalog, moves, plan, assessment.decision);
  assessment.plan_withheld = plan.withheld;
  assessment.race_week = plan::look_at_race(history, assessment.decision, plan, catalog.parameters);
  if (rules::is_clinician_level(assessment.decision.level)) return assessment;
  if (!plan.days.empty()) hold_to_plan(assessment.decision, plan.days.front(), catalog.parameters);
  assessment.circuit = prescribe(dose, catalog);
  if (plan.withheld.empty()) assessment.plan = std::move(plan);
  return assessment;
}

std::string assessment_json(const Assessment& assessment, const model::History& history,
                            const catalog::Catalog& catalog, std::string_view version, JsonLayout layout) {
  nlohmann::ordered_json json = exporters::answer_envelope(version, catalog);
  json.get_ref<nlohmann::ordered_json::object_t&>().reserve(12);  // as it grew it would copy all that it holds
  json["decision"] = exporters::decision_json(assessment.decision, catalog, history.runner.country);
  json["would_change"] = exporters::would_change_json(assessment.would_change, catalog);
  json["strain_or_load"] = exporters::origin_json(assessment.origin, catalog);
  json["circuit"] = assessment.circuit ? exporters::circuit_json(*assessment.circuit) : nlohmann::ordered_json(nullptr);
  json["plan"] = assessment.plan ? exporters::plan_json(*assessment.plan) : nlohmann::ordered_json(nullptr);
  if (!assessment.plan_withheld.empty()) json["plan_withheld"] = exporters::withheld_json(assessment.plan_withheld);
  return json.dump(layout == JsonLayout::indented ? 2 : -1);
}

}  // namespace hipline::app
