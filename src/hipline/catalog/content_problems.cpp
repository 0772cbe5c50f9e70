#include "hipline/catalog/content_problems.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "hipline/catalog/json_reader.hpp"
#include "hipline/rules/evaluation.hpp"

namespace hipline::catalog {
namespace {

using rules::Condition;
using rules::Truth;
using rules::Value;

/// A rule with its place in the bundle.
struct PlacedRule {
  const rules::Rule* rule;
  std::string place;
  std::string cases_place;
};

std::vector<PlacedRule> placed_rules(const Catalog& catalog) {
  const std::array<std::pair<std::string, const std::vector<rules::Rule>*>, 5> groups = {{
      {"rules/triage/", &catalog.triage},
      {"rules/today/", &catalog.today},
      {"rules/circuit/", &catalog.circuit_rules},
      {"rules/plan/", &catalog.plan_rules},
      {"rules/origin/", &catalog.origin_rules},
  }};
  std::vector<PlacedRule> placed;
  for (const auto& [folder, group] : groups) {
    for (const rules::Rule& rule : *group) {
      placed.push_back({&rule, pointer_to("", folder + rule.id), pointer_to("", folder + rule.id + ".cases")});
    }
  }
  return placed;
}

void leaves_of(const Condition& condition, std::vector<Condition>& leaves) {
  if (condition.form == Condition::Form::fact || condition.form == Condition::Form::comparison) {
    const bool known = std::any_of(leaves.begin(), leaves.end(), [&](const Condition& leaf) {
      return leaf.form == condition.form && leaf.fact == condition.fact && leaf.op == condition.op &&
             leaf.threshold == condition.threshold;
    });
    if (!known) leaves.push_back(condition);
  }
  for (const Condition& part : condition.parts) leaves_of(part, leaves);
}

std::string in_words(const Condition& leaf) {
  if (leaf.form == Condition::Form::fact) return leaf.fact;
  constexpr std::array<std::string_view, 5> words = {"at_least", "more_than", "at_most", "less_than", "equals"};
  return leaf.fact + " " + std::string(words[static_cast<std::size_t>(leaf.op)]) + " " +
         rules::to_text(Value(leaf.threshold));
}

/// The cases of one rule, each with the answers of the whole condition and of its leaves.
class CaseTable {
 public:
  CaseTable(const rules::Rule& rule, const std::vector<RuleCase>& cases) : facts_(rules::facts_named(rule.when)) {
    leaves_of(rule.when, leaves_);
    for (const RuleCase& found : cases) {
      Row row{&found, rules::fires(rule.when, found.facts), {}};
      for (const Condition& leaf : leaves_) row.leaves.push_back(rules::fires(leaf, found.facts));
      rows_.push_back(std::move(row));
    }
  }

  struct Row {
    const RuleCase* given;
    Truth fires;
    std::vector<Truth> leaves;
  };

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<Condition>& leaves() const { return leaves_; }
  [[nodiscard]] const std::vector<std::string>& facts() const { return facts_; }

  /// Whether two cases differ in this leaf's fact alone, turn this leaf and no other, and turn the rule (MC/DC).
  [[nodiscard]] bool decides_alone(std::size_t leaf) const {
    return any_pair([&](const Row& a, const Row& b) {
      if (a.fires != Truth::yes || b.fires != Truth::no) return false;
      for (std::size_t i = 0; i < leaves_.size(); ++i) {
        if ((a.leaves[i] != b.leaves[i]) != (i == leaf)) return false;
      }
      return differ_only_in(leaves_[leaf].fact, a, b);
    });
  }
  [[nodiscard]] bool has_unknown(const std::string& fact) const {
    return std::any_of(rows_.begin(), rows_.end(), [&](const Row& row) {
      const auto& facts = row.given->facts.all();
      const auto found = facts.find(fact);
      return found != facts.end() && std::holds_alternative<rules::Unknown>(found->second);
    });
  }
  /// One case exactly on the threshold, and one on the side to which the threshold does not belong.
  [[nodiscard]] bool both_sides(std::size_t leaf) const {
    const Condition& comparison = leaves_[leaf];
    rules::Facts exact;
    exact.set(comparison.fact, Value(comparison.threshold));
    const Truth on_it = rules::fires(comparison, exact);
    bool exactly = false;
    bool other = false;
    for (const Row& row : rows_) {
      exactly |= row.given->facts.number(comparison.fact) == comparison.threshold;
      other |= row.leaves[leaf] != on_it && row.leaves[leaf] != Truth::unknown;
    }
    return exactly && other;
  }

 private:
  template <typename Holds>
  [[nodiscard]] bool any_pair(const Holds& holds) const {
    for (const Row& a : rows_) {
      for (const Row& b : rows_) {
        if (holds(a, b)) return true;
      }
    }
    return false;
  }
  [[nodiscard]] bool differ_only_in(const std::string& fact, const Row& a, const Row& b) const {
    return std::all_of(facts_.begin(), facts_.end(), [&](const std::string& named) {
      return named == fact || a.given->facts.get(named) == b.given->facts.get(named);
    });
  }

  std::vector<std::string> facts_;
  std::vector<Condition> leaves_;
  std::vector<Row> rows_;
};

void check_cases(const Catalog& catalog, const PlacedRule& placed, Problems& problems) {
  const auto found = catalog.cases.find(placed.rule->id);
  if (found == catalog.cases.end() || found->second.empty()) {
    problems.push_back({"rule_without_cases", placed.place,
                        "This rule has no cases beside it: write " + placed.rule->id + ".cases.yaml."});
    return;
  }
  const CaseTable table(*placed.rule, found->second);
  for (std::size_t i = 0; i < table.rows().size(); ++i) {
    const auto& row = table.rows()[i];
    if (row.fires == row.given->fires) continue;
    problems.push_back({"case_fails", pointer_to(placed.cases_place, i),
                        "\"" + row.given->name + "\" says fires: " + std::string(rules::name(row.given->fires)) +
                            ", but the rule says " + std::string(rules::name(row.fires)) +
                            ". Put right whichever of the two is wrong."});
  }
  for (std::size_t i = 0; i < table.leaves().size(); ++i) {
    const Condition& leaf = table.leaves()[i];
    if (!table.decides_alone(i)) {
      problems.push_back({"condition_never_decides", placed.cases_place,
                          "No two cases differ only in \"" + in_words(leaf) +
                              "\" and turn the rule's answer: write one with it and one without, all else the same."});
    }
    if (leaf.form == Condition::Form::comparison && !table.both_sides(i)) {
      problems.push_back(
          {"threshold_untested", placed.cases_place,
           "\"" + in_words(leaf) + "\" needs a case with exactly this number and one on its other side."});
    }
  }
  for (const std::string& fact : table.facts()) {
    if (table.has_unknown(fact)) continue;
    problems.push_back({"unknown_untested", placed.cases_place,
                        "No case says \"" + fact + ": unknown\": write one, and what the rule then says."});
  }
}

void check_sources(const Catalog& catalog, const PlacedRule& placed, Problems& problems) {
  const rules::Rule& rule = *placed.rule;
  const auto level = rules::level_of(rule);
  if (!level || !rules::is_clinician_level(*level)) return;
  const bool all_unchecked = std::all_of(rule.evidence.begin(), rule.evidence.end(), [&](const std::string& id) {
    const rules::Evidence* evidence = catalog.find_evidence(id);
    return !evidence || evidence->known == rules::Known::unchecked;
  });
  if (all_unchecked && !rule.opinion) {
    problems.push_back({"unchecked_alone", placed.place + "/evidence",
                        "This rule sends people to a clinician on unchecked sources alone: say \"opinion: yes\", or "
                        "cite one that was read."});
  }
  const auto& referral = rule.referral;
  if (!referral || referral->stop.empty() || referral->whom.empty() || referral->how_soon.empty() ||
      referral->say.empty()) {
    problems.push_back({"referral_incomplete", placed.place + "/refer",
                        "A rule at a clinician level says what to stop, whom to see, how soon and what to tell them."});
    return;
  }
  const auto rooms = placeholders_of(referral->say);
  if (!rooms || std::any_of(rooms->begin(), rooms->end(), [](const std::string& room) { return room != "ticked"; })) {
    problems.push_back({"bad_placeholder", placed.place + "/refer/say",
                        "Only {ticked} can stand in braces here: it becomes what the runner ticked for this rule."});
  }
}

void check_fact(const Catalog& catalog, const std::string& name, KnownFact::Form form, const std::string& where,
                Problems& problems) {
  const auto known = catalog.facts.find(name);
  if (known == catalog.facts.end()) {
    problems.push_back({"unknown_fact", where, "\"" + name + "\" is not in content/facts.yaml."});
  } else if (known->second.form != form) {
    problems.push_back({"unknown_fact", where,
                        "\"" + name + "\" is " +
                            (form == KnownFact::Form::number ? "a yes/no, not a number." : "a number, not a yes/no.")});
  }
}

/// Every fact that a condition names, each at its own place in the file.
void check_facts(const Catalog& catalog, const Condition& condition, const std::string& where, Problems& problems) {
  switch (condition.form) {
    case Condition::Form::fact: return check_fact(catalog, condition.fact, KnownFact::Form::yes_no, where, problems);
    case Condition::Form::comparison:
      return check_fact(catalog, condition.fact, KnownFact::Form::number, where, problems);
    case Condition::Form::negation:
      for (const Condition& part : condition.parts) check_facts(catalog, part, where + "/not", problems);
      return;
    case Condition::Form::all_of:
    case Condition::Form::any_of:
    case Condition::Form::at_least: break;
  }
  const std::string parts = where + (condition.form == Condition::Form::all_of   ? "/all_of"
                                     : condition.form == Condition::Form::any_of ? "/any_of"
                                                                                 : "/at_least/of");
  for (std::size_t i = 0; i < condition.parts.size(); ++i)
    check_facts(catalog, condition.parts[i], pointer_to(parts, i), problems);
}

void check_case_facts(const Catalog& catalog, const PlacedRule& placed, Problems& problems) {
  const auto found = catalog.cases.find(placed.rule->id);
  if (found == catalog.cases.end()) return;
  for (std::size_t i = 0; i < found->second.size(); ++i) {
    const std::string where = pointer_to(placed.cases_place, i) + "/facts";
    for (const auto& [name, value] : found->second[i].facts.all()) {
      const auto known = catalog.facts.find(name);
      const bool number = known != catalog.facts.end() && known->second.form == KnownFact::Form::number;
      const bool is_number =
          std::holds_alternative<rules::Unknown>(value) ? number : std::holds_alternative<double>(value);
      check_fact(catalog, name, is_number ? KnownFact::Form::number : KnownFact::Form::yes_no, pointer_to(where, name),
                 problems);
    }
  }
}

void check_questions(const Catalog& catalog, Problems& problems) {
  for (const rules::Question& question : catalog.questions) {
    const std::string place = pointer_to("", "questions/" + question.id);
    const bool number = question.form == rules::Question::Form::scale || question.form == rules::Question::Form::number;
    for (std::size_t i = 0; i < question.sets.size(); ++i) {
      check_fact(catalog, question.sets[i].fact, number ? KnownFact::Form::number : KnownFact::Form::yes_no,
                 pointer_to(place + "/sets", i) + "/fact", problems);
    }
    check_facts(catalog, question.asked_when, place + "/asked_when", problems);
  }
}

void check_citations(const Catalog& catalog, Problems& problems) {
  std::set<std::string, std::less<>> cited;
  const auto cite = [&](const std::vector<std::string>& ids) { cited.insert(ids.begin(), ids.end()); };
  for (const rules::Rule* rule : catalog.all_rules()) cite(rule->evidence);
  for (const auto& [id, parameter] : catalog.parameters.all()) cite(parameter.evidence);
  for (const circuit::Exercise& exercise : catalog.library.exercises) cite(exercise.evidence);
  for (const circuit::Circuit& one : catalog.library.circuits) cite(one.evidence);
  for (const circuit::Programme& programme : catalog.programmes) cite(programme.evidence);
  for (const Instead& instead : catalog.instead) {
    for (const Instead::Choice& choice : instead.choices) cite(choice.evidence);
  }
  for (const rules::Evidence& evidence : catalog.evidence) {
    if (cited.contains(evidence.id)) continue;
    problems.push_back({"evidence_not_cited", pointer_to("", "evidence/" + evidence.id),
                        "No rule, number or exercise cites this source: cite it where it is used, or take it out."});
  }
}

void check_ids(const Catalog& catalog, Problems& problems) {
  const auto check = [&](const std::string& id, std::string where) {
    if (catalog.retired.contains(id))
      problems.push_back({"retired_id", std::move(where), "\"" + id + "\" was retired: choose a new id."});
  };
  std::set<std::string> seen;
  for (const PlacedRule& placed : placed_rules(catalog)) {
    check(placed.rule->id, placed.place);
    if (!seen.insert(placed.rule->id).second)
      problems.push_back({"id_twice", placed.place, "Another rule has this id already."});
  }
  for (const rules::Question& question : catalog.questions)
    check(question.id, pointer_to("", "questions/" + question.id));
  for (const rules::Evidence& evidence : catalog.evidence)
    check(evidence.id, pointer_to("", "evidence/" + evidence.id));
  for (const circuit::Exercise& exercise : catalog.library.exercises)
    check(exercise.id, pointer_to("", "exercises/" + exercise.id));
  for (const circuit::Circuit& one : catalog.library.circuits) check(one.id, pointer_to("", "circuits/" + one.id));
  for (const circuit::Programme& programme : catalog.programmes)
    check(programme.id, pointer_to("", "programmes/" + programme.id));
  for (const auto& [name, fact] : catalog.facts) check(name, pointer_to("/facts", name));
}

}  // namespace

std::vector<Error> content_problems(const Catalog& catalog) {
  Problems problems;
  for (const PlacedRule& placed : placed_rules(catalog)) {
    check_facts(catalog, placed.rule->when, placed.place + "/when", problems);
    if (catalog.find_rule(placed.rule->id) == placed.rule) {  // of an id used twice only the first has cases of its own
      check_case_facts(catalog, placed, problems);
      check_cases(catalog, placed, problems);
    }
    check_sources(catalog, placed, problems);
  }
  check_questions(catalog, problems);
  check_citations(catalog, problems);
  check_ids(catalog, problems);
  return problems;
}

std::vector<Error> content_gaps(const Catalog& edited, const Catalog& built_in) {
  Problems problems;
  const auto missing = [&](const std::string& file, const std::string& key, std::string message) {
    problems.push_back({"missing_content", pointer_to(pointer_to("", file), key), std::move(message)});
  };
  const auto split = [](const std::string& id) {
    const std::size_t dot = id.find('.');
    return std::pair(id.substr(0, dot), id.substr(dot + 1));
  };
  for (const auto& [id, parameter] : built_in.parameters.all()) {
    const auto [file, key] = split(id);
    if (!edited.parameters.find(id))
      missing("parameters/" + file, key, "The program needs this number and its content has it no longer.");
  }
  for (const auto& [id, sentence] : built_in.texts.all()) {
    const auto [file, key] = split(id);
    const std::string* found = edited.texts.find(id);
    if (!found) {
      missing("text/en/" + file, key, "The program says this sentence and its content has it no longer.");
      continue;
    }
    const auto filled = placeholders_of(sentence).value_or(std::vector<std::string>());
    for (const std::string& name : placeholders_of(*found).value_or(std::vector<std::string>())) {
      if (std::find(filled.begin(), filled.end(), name) != filled.end()) continue;
      missing("text/en/" + file, key, "The program knows nothing to put in place of {" + name + "} here.");
    }
  }
  for (const circuit::Circuit& one : built_in.library.circuits) {
    if (!edited.library.find_circuit(one.id)) {
      problems.push_back({"missing_content", pointer_to("", "circuits/" + one.id), "The program needs this circuit."});
    }
  }
  for (const Instead& one : built_in.instead) {
    if (!edited.find_instead(one.id)) {
      problems.push_back({"missing_content", pointer_to("", "instead/" + one.id),
                          "The program says what to do in place of a run, and its content has it no longer."});
    }
  }
  return problems;
}

}  // namespace hipline::catalog
