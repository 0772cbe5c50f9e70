#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "hipline/catalog/case_reader.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/catalog/evidence_reader.hpp"
#include "hipline/catalog/exercise_reader.hpp"
#include "hipline/catalog/figure_reader.hpp"
#include "hipline/catalog/instead_reader.hpp"
#include "hipline/catalog/json_reader.hpp"
#include "hipline/catalog/programme_reader.hpp"
#include "hipline/catalog/question_reader.hpp"
#include "hipline/catalog/rule_reader.hpp"
#include "hipline/catalog/setup_reader.hpp"

namespace hipline::catalog {
namespace {

/// The rest of a path inside a folder: `rules/triage/TR-06` in `rules/triage/` is `TR-06`.
std::optional<std::string> inside(std::string_view folder, std::string_view path) {
  if (!path.starts_with(folder) || path.size() == folder.size()) return std::nullopt;
  return std::string(path.substr(folder.size()));
}

void read_facts(Catalog& catalog, const Node& node) {
  for (const Member& member : node.members()) {
    Fields fields(member.value);
    KnownFact fact;
    fact.name = member.name;
    fact.form = fields.choice<KnownFact::Form>(
        "form", {{"yes_no", KnownFact::Form::yes_no}, {"number", KnownFact::Form::number}});
    fact.unit = fact.form == KnownFact::Form::number ? fields.text("unit") : std::string();
    fact.meaning = fields.text("meaning");
    fields.done();
    catalog.facts.insert_or_assign(fact.name, std::move(fact));
  }
}

void read_retired(Catalog& catalog, const Node& node) {
  for (const Member& member : node.members()) {
    Fields fields(member.value);
    static_cast<void>(fields.text("on"));
    static_cast<void>(fields.text("why"));
    static_cast<void>(fields.optional_text("instead"));
    fields.done();
    catalog.retired.insert(member.name);
  }
}

void read_texts(Catalog& catalog, const std::string& name, const Node& node) {
  for (const Member& member : node.members()) {
    std::string sentence = member.value.text();
    if (!placeholders_of(sentence))
      member.value.refuse("bad_placeholder", "Write placeholders as {name}, in small letters.");
    catalog.texts.add(name + "." + member.name, std::move(sentence));
  }
}

struct Group {
  std::string_view folder;
  RuleGroup group;
  std::vector<rules::Rule> Catalog::*rules;
};
constexpr std::array<Group, 5> groups = {{
    {"rules/triage/", RuleGroup::triage, &Catalog::triage},
    {"rules/today/", RuleGroup::today, &Catalog::today},
    {"rules/circuit/", RuleGroup::circuit, &Catalog::circuit_rules},
    {"rules/plan/", RuleGroup::plan, &Catalog::plan_rules},
    {"rules/origin/", RuleGroup::origin, &Catalog::origin_rules},
}};

bool read_rule_file(Catalog& catalog, std::string_view path, const Node& node) {
  for (const Group& group : groups) {
    const auto name = inside(group.folder, path);
    if (!name) continue;
    constexpr std::string_view cases = ".cases";
    if (name->ends_with(cases)) {
      const std::string id = name->substr(0, name->size() - cases.size());
      const auto& read = catalog.*group.rules;  // sorted paths: a rule comes just before its cases
      if (read.empty() || read.back().id != id)
        node.refuse("unknown_reference", "There is no rule \"" + id + "\" beside these cases.");
      catalog.cases[id] = read_cases(node);
    } else {
      (catalog.*group.rules).push_back(read_rule(*name, group.group, node));
    }
    return true;
  }
  return false;
}

void read_item(Catalog& catalog, std::string_view path, const Node& node) {
  if (read_rule_file(catalog, path, node)) return;
  if (path == "facts") return read_facts(catalog, node);
  if (path == "retired") return read_retired(catalog, node);
  if (const auto id = inside("questions/", path)) {
    catalog.questions.push_back(read_question(*id, node));
    return;
  }
  if (const auto id = inside("setup/", path)) {
    catalog.setup.push_back(read_setup_field(*id, node));
    return;
  }
  if (const auto id = inside("evidence/", path)) {
    catalog.evidence.push_back(read_evidence(*id, node));
    return;
  }
  if (const auto id = inside("instead/", path)) {
    catalog.instead.push_back(read_instead(*id, node));
    return;
  }
  if (const auto id = inside("exercises/", path)) {
    catalog.library.exercises.push_back(read_exercise(*id, node));
    return;
  }
  if (const auto id = inside("figures/", path)) {
    catalog.library.figures.push_back(read_figure(*id, node));
    if (Fields(node).has("poses")) catalog.drawings[*id] = node.json();  // left out of what decides
    return;
  }
  if (const auto id = inside("circuits/", path)) {
    catalog.library.circuits.push_back(read_circuit(*id, node));
    return;
  }
  if (const auto id = inside("programmes/", path)) {
    catalog.programmes.push_back(read_programme(*id, node));
    return;
  }
  if (const auto name = inside("parameters/", path)) {
    for (const Member& member : node.members())
      catalog.parameters.add(read_parameter(*name + "." + member.name, member.value));
    return;
  }
  if (const auto name = inside("text/en/", path)) return read_texts(catalog, *name, node);
  node.refuse("unknown_path", "Content has no place called \"" + std::string(path) + "\".");
}

/// Where the content speaks of an id, and what it should name.
void refuse_unknown(Problems& problems, std::string where, std::string_view what, std::string_view id) {
  problems.push_back(
      {"unknown_reference", std::move(where), "There is no " + std::string(what) + " \"" + std::string(id) + "\"."});
}

/// `place` answers where the list stands; it is only asked where something is wrong.
template <typename Place>
void check_evidence_ids(const Catalog& catalog, const std::vector<std::string>& ids, Problems& problems,
                        const Place& place) {
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (!catalog.find_evidence(ids[i])) refuse_unknown(problems, pointer_to(place(), i), "evidence", ids[i]);
  }
}

void check_references(const Catalog& catalog, Problems& problems) {
  const auto check = [&](const std::vector<std::string>& ids, std::string_view folder, std::string_view id,
                         std::string_view list = "/evidence") {
    check_evidence_ids(catalog, ids, problems,
                       [&] { return pointer_to("", std::string(folder) + std::string(id)) + std::string(list); });
  };
  for (const Group& group : groups) {
    for (const rules::Rule& rule : catalog.*group.rules) {
      check(rule.evidence, group.folder, rule.id);
      for (std::size_t i = 0; i < rule.then.size(); ++i) {
        const auto* ask = std::get_if<rules::Ask>(&rule.then[i]);
        if (!ask || catalog.find_question(ask->question)) continue;
        const std::string place = pointer_to("", std::string(group.folder) + rule.id) + "/then";
        refuse_unknown(problems, pointer_to(place, i) + "/ask", "question", ask->question);
      }
    }
  }
  for (const auto& [id, parameter] : catalog.parameters.all()) {
    check_evidence_ids(catalog, parameter.evidence, problems, [name = std::string_view(id)] {
      const std::size_t dot = name.find('.');
      const std::string file = "parameters/" + std::string(name.substr(0, dot));
      return pointer_to(pointer_to("", file), name.substr(dot + 1)) + "/evidence";
    });
  }
  for (const circuit::Exercise& one : catalog.library.exercises) check(one.evidence, "exercises/", one.id);
  for (const circuit::Circuit& one : catalog.library.circuits) check(one.evidence, "circuits/", one.id);
  for (const circuit::Programme& one : catalog.programmes) {
    check(one.evidence, "programmes/", one.id);
    check_programme(one, catalog.library, problems);
  }
  for (const Instead& instead : catalog.instead) {
    for (std::size_t i = 0; i < instead.choices.size(); ++i)
      check(instead.choices[i].evidence, "instead/", instead.id, "/choices/" + std::to_string(i) + "/evidence");
  }
  for (const rules::Evidence& one : catalog.evidence) check(one.beside, "evidence/", one.id, "/beside");
  check_library(catalog.library, problems);
  check_figures(catalog.library, problems);
  check_setup(catalog.setup, problems);
}

Catalog read(std::string_view bundle_json, Problems& problems) {
  Catalog catalog;
  const auto bundle = Document::read_own(bundle_json);
  if (!bundle || !bundle->root("", problems).is_object()) {
    problems.push_back({"bad_bundle", "", "This is not a content bundle: it is not one JSON object."});
    return catalog;
  }
  for (const Member& item : bundle->root("", problems).members()) {
    if (item.name == "hash")
      catalog.hash = item.value.text();
    else
      read_item(catalog, item.name, item.value);
  }
  if (catalog.hash.empty())
    problems.push_back({"missing_field", "/hash", "The bundle does not carry its content hash."});
  std::stable_sort(catalog.questions.begin(), catalog.questions.end(),
                   [](const rules::Question& a, const rules::Question& b) { return a.order < b.order; });
  std::stable_sort(catalog.setup.begin(), catalog.setup.end(),
                   [](const SetupField& a, const SetupField& b) { return a.order < b.order; });
  std::stable_sort(catalog.programmes.begin(), catalog.programmes.end(),
                   [](const circuit::Programme& a, const circuit::Programme& b) {
                     return a.from_day_after_race < b.from_day_after_race;
                   });
  check_references(catalog, problems);
  return catalog;
}

}  // namespace

Result<Catalog> read_catalog(std::string_view bundle_json) {
  Problems problems;
  Catalog catalog = read(bundle_json, problems);
  if (!problems.empty()) return std::unexpected(std::move(problems.front()));
  return catalog;
}

std::vector<Error> reading_problems(std::string_view bundle_json) {
  Problems problems;
  static_cast<void>(read(bundle_json, problems));
  return problems;
}

}  // namespace hipline::catalog
