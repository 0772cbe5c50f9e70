#include "hipline/app/assess/assess.hpp"

#include <nlohmann/json.hpp>

#include "hipline/app/assess/dose.hpp"
#include "hipline/baseline/baseline.hpp"
#include "hipline/circuit/prescribe.hpp"
#include "hipline/exporters/json/answer_json.hpp"
#include "hipline/plan/plan.hpp"
#include "hipline/today/decide.hpp"

namespace hipline::app {

Result<Assessment> assess(const model::History& history, const catalog::Catalog& catalog) {
  const auto baseline = baseline::make_baseline(history, plan::baseline_parameters(catalog.parameters));
  if (!baseline) return std::unexpected(baseline.error());

  Assessment assessment;
  assessment.decision =
      today::decide(history, *baseline, {catalog.triage, catalog.today, catalog.questions, catalog.parameters});
  if (rules::is_clinician_level(assessment.decision.level)) return assessment;

  const circuit::DoseInput dose = dose_input(history, *baseline, assessment.decision, catalog);
  const auto prescribe = [&](const circuit::DoseInput& input) {
    return circuit::prescribe(input, catalog.library, catalog.circuit_rules, catalog.parameters);
  };
  assessment.circuit = prescribe(dose);
  assessment.plan = plan::make_plan({history, *baseline, assessment.decision, catalog.plan_rules, catalog.today,
                                     catalog.parameters, dose, prescribe});
  return assessment;
}

std::string assessment_json(const Assessment& assessment, const model::History& history,
                            const catalog::Catalog& catalog, std::string_view version) {
  nlohmann::ordered_json json = exporters::answer_envelope(version, catalog);
  json["decision"] = exporters::decision_json(assessment.decision, catalog, history.runner.country);
  json["circuit"] = assessment.circuit ? exporters::circuit_json(*assessment.circuit) : nlohmann::ordered_json(nullptr);
  json["plan"] = assessment.plan ? exporters::plan_json(*assessment.plan) : nlohmann::ordered_json(nullptr);
  return json.dump(2);
}

}  // namespace hipline::app
