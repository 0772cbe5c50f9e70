#include "hipline/catalog/evidence_reader.hpp"

#include <utility>

#include "hipline/catalog/rule_reader.hpp"

namespace hipline::catalog {

rules::Evidence read_evidence(std::string id, const Node& node) {
  Fields fields(node);
  rules::Evidence evidence;
  evidence.id = std::move(id);
  evidence.citation = fields.text("citation");
  evidence.doi = fields.optional_text("doi");
  evidence.topic = fields.choice<const char*>("topic", {{"bone", "bone"},
                                                        {"muscle", "muscle"},
                                                        {"joint", "joint"},
                                                        {"signs", "signs"},
                                                        {"pain", "pain"},
                                                        {"circuit", "circuit"},
                                                        {"strength", "strength"},
                                                        {"mobility", "mobility"},
                                                        {"running", "running"},
                                                        {"load", "load"},
                                                        {"taper", "taper"},
                                                        {"race", "race"},
                                                        {"ours", "ours"}});
  evidence.kind = fields.text("kind");
  evidence.people = fields.text("people");
  evidence.did = fields.text("did");
  evidence.finding = fields.text("finding");
  evidence.limits = fields.text("limits");
  evidence.beside = fields.optional_texts("beside");
  evidence.known = fields.choice<rules::Known>(
      "known",
      {{"unchecked", rules::Known::unchecked}, {"secondary", rules::Known::secondary}, {"read", rules::Known::read}});
  fields.done();
  return evidence;
}

rules::Parameter read_parameter(std::string id, const Node& node) {
  Fields fields(node);
  rules::Parameter parameter;
  parameter.id = std::move(id);
  parameter.value = fields.number("value");
  parameter.unit = fields.text("unit");
  parameter.meaning = fields.text("meaning");
  parameter.evidence = fields.texts("evidence");
  if (fields.has("evidence") && parameter.evidence.empty()) {
    node.refuse("missing_field", "\"evidence\" is empty: every number names its source, our own opinion included.");
  }
  parameter.grade = read_grade(fields);
  parameter.opinion = fields.yes_no("opinion");
  fields.done();
  return parameter;
}

}  // namespace hipline::catalog
