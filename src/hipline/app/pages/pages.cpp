#include "hipline/app/pages/pages.hpp"

#include <nlohmann/json.hpp>

#include "hipline/app/pages/note_facts.hpp"
#include "hipline/app/pages/today_values.hpp"
#include "hipline/circuit/prescribe.hpp"
#include "hipline/exporters/json/answer_json.hpp"
#include "hipline/exporters/text/circuit_text.hpp"
#include "hipline/exporters/text/grades.hpp"
#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/text/plan_text.hpp"
#include "hipline/exporters/text/race_text.hpp"
#include "hipline/exporters/text/reference_text.hpp"
#include "hipline/exporters/text/today_text.hpp"

namespace hipline::app {
namespace {

using nlohmann::ordered_json;

ordered_json envelope(const catalog::Catalog& catalog, std::string_view version, const TodayAnswer* answer = nullptr) {
  ordered_json json = exporters::answer_envelope(version, catalog);
  if (answer && answer->history.runner.made_up) json["made_up"] = true;
  return json;
}

/// Made-up data is labelled wherever it shows.
std::string labelled(const TodayAnswer& answer, const catalog::Catalog& catalog, const std::string& text) {
  return answer.history.runner.made_up ? exporters::wrap(catalog.texts.say("today.made_up")) + "\n" + text : text;
}

/// Behind a clinician level there is no greyed-out page: the answer itself stands in its place.
std::string closed_page(const TodayAnswer& answer, const char* what, const catalog::Catalog& catalog,
                        std::string_view version) {
  return exporters::wrap(catalog.texts.say(what)) + "\n" +
         exporters::today_text(today_values(answer, catalog, version));
}

ordered_json sources_json(const rules::Evidence& evidence, const catalog::Catalog& catalog) {
  ordered_json json = {{"id", evidence.id},
                       {"topic", evidence.topic},
                       {"citation", evidence.citation},
                       {"doi", evidence.doi},
                       {"known", exporters::known_name(evidence.known)},
                       {"kind", evidence.kind},
                       {"experience_only", evidence.kind == "expert opinion"},
                       {"people", evidence.people},
                       {"did", evidence.did},
                       {"finding", evidence.finding},
                       {"limits", evidence.limits},
                       {"used_by", exporters::rules_citing(catalog, evidence.id)},
                       {"uses_by_grade", ordered_json::object()},
                       {"beside", ordered_json::array()}};
  for (const auto& [grade, ids] : exporters::uses_by_grade(catalog, evidence.id))
    json["uses_by_grade"][std::string(exporters::grade_name(grade))] = ids;
  for (const rules::Evidence* other : exporters::read_beside(catalog, evidence)) json["beside"].push_back(other->id);
  return json;
}

}  // namespace

Page today_page(const TodayAnswer& answer, TodayView view, const catalog::Catalog& catalog, std::string_view version) {
  const exporters::TodayPage values = today_values(answer, catalog, version);
  Page page;
  page.json = assessment_json(answer.assessment, answer.history, catalog, version);
  switch (view) {
    case TodayView::first_screen: page.text = exporters::today_text(values); break;
    case TodayView::why: page.text = labelled(answer, catalog, exporters::today_why(values)); break;
    case TodayView::options: page.text = labelled(answer, catalog, exporters::today_options(values)); break;
    case TodayView::evidence: page.text = labelled(answer, catalog, exporters::today_evidence(values)); break;
  }
  return page;
}

Page circuit_page(const TodayAnswer& answer, CircuitView view, const catalog::Catalog& catalog,
                  std::string_view version) {
  ordered_json json = envelope(catalog, version, &answer);
  json["level"] = rules::name(answer.assessment.decision.level);
  Page page;
  if (view == CircuitView::as_written) {
    // The library stays readable at every level; a closed day says so above it.
    const auto written = circuit::as_written(catalog.library);
    json["as_written"] = exporters::circuit_json(written);
    const bool closed = rules::is_clinician_level(answer.assessment.decision.level);
    if (closed) page.text = exporters::wrap(catalog.texts.say("pages.circuit_closed")) + "\n";
    page.text += exporters::as_written_handout(written, catalog.library, catalog.texts);
  } else if (answer.assessment.circuit) {
    json["circuit"] = exporters::circuit_json(*answer.assessment.circuit);
    page.text = exporters::circuit_handout(*answer.assessment.circuit, catalog);
  } else {
    json["circuit"] = nullptr;
    page.text = closed_page(answer, "pages.circuit_closed", catalog, version);
  }
  page.text = labelled(answer, catalog, page.text);
  page.json = json.dump(2);
  return page;
}

Page plan_page(const TodayAnswer& answer, const catalog::Catalog& catalog, std::string_view version) {
  ordered_json json = envelope(catalog, version, &answer);
  json["level"] = rules::name(answer.assessment.decision.level);
  Page page;
  if (answer.assessment.plan) {
    json["plan"] = exporters::plan_json(*answer.assessment.plan);
    page.text = labelled(
        answer, catalog,
        exporters::plan_text(*answer.assessment.plan, catalog, answer.history.runner.units, answer.history.race));
  } else {
    json["plan"] = nullptr;
    json["withheld"] = exporters::withheld_json(answer.assessment.plan_withheld);
    page.text = closed_page(answer, "pages.plan_closed", catalog, version);
  }
  page.json = json.dump(2);
  return page;
}

Result<Page> race_page(const TodayAnswer& answer, const catalog::Catalog& catalog, std::string_view version) {
  if (!answer.assessment.race_week)
    return failure(
        "no_race_near", "race",
        "There is no race in the next six weeks or the last two: set it with `hipline setup --race-day DATE`.");
  ordered_json json = envelope(catalog, version, &answer);
  json["level"] = rules::name(answer.assessment.decision.level);
  json["race"] = exporters::race_json(*answer.assessment.race_week);
  return Page{labelled(answer, catalog, exporters::race_text(today_values(answer, catalog, version))), json.dump(2)};
}

Page note_page(const TodayAnswer& answer, NoteForm form, bool with_private, const catalog::Catalog& catalog,
               std::string_view version) {
  const exporters::ClinicianNote note = note_facts(answer, with_private, catalog);
  const auto format = form == NoteForm::markdown ? exporters::NoteFormat::markdown : exporters::NoteFormat::text;
  ordered_json json = envelope(catalog, version, &answer);
  json["note_markdown"] = exporters::clinician_note(note, exporters::NoteFormat::markdown);
  return {exporters::clinician_note(note, format), json.dump(2)};
}

Result<Page> rule_page(std::string_view id, const catalog::Catalog& catalog, std::string_view version) {
  const rules::Rule* rule = catalog.find_rule(id);
  if (!rule)
    return failure("unknown_rule", std::string(id),
                   "There is no such rule; the ids stand in `hipline today --why`, for instance TR-06 or TD-02.");
  ordered_json json = envelope(catalog, version);
  const auto level = rules::level_of(*rule);
  json["rule"] = {
      {"id", rule->id},           {"title", rule->title},       {"why", rule->why},
      {"not_for", rule->not_for}, {"evidence", rule->evidence}, {"grade", exporters::grade_name(rule->grade)},
      {"opinion", rule->opinion}, {"reviewed", rule->reviewed}};
  json["rule"]["sources"] = ordered_json::array();
  for (const std::string& source : rule->evidence) {
    if (const rules::Evidence* evidence = catalog.find_evidence(source))
      json["rule"]["sources"].push_back(sources_json(*evidence, catalog));
  }
  json["rule"]["level"] = level ? ordered_json(rules::name(*level)) : ordered_json(nullptr);
  return Page{exporters::rule_explained(*rule, catalog), json.dump(2)};
}

Result<Page> evidence_page(std::string_view id, const catalog::Catalog& catalog, std::string_view version) {
  ordered_json json = envelope(catalog, version);
  if (id.empty()) {
    json["evidence"] = ordered_json::array();
    for (const rules::Evidence& evidence : catalog.evidence)
      json["evidence"].push_back(sources_json(evidence, catalog));
    return Page{exporters::evidence_list(catalog), json.dump(2)};
  }
  const rules::Evidence* evidence = catalog.find_evidence(id);
  if (!evidence)
    return failure("unknown_evidence", std::string(id), "There is no such source; `hipline evidence` lists them.");
  json["evidence"] = sources_json(*evidence, catalog);
  return Page{exporters::evidence_in_full(*evidence, catalog), json.dump(2)};
}

}  // namespace hipline::app
