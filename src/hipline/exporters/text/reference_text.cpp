#include "hipline/exporters/text/reference_text.hpp"

#include <algorithm>

#include "hipline/exporters/text/grades.hpp"
#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/words/say_words.hpp"

namespace hipline::exporters {
namespace {

using catalog::Texts;

std::string meaning_of(const std::string& fact, const catalog::Catalog& catalog) {
  const auto known = catalog.facts.find(fact);
  return known == catalog.facts.end() ? fact : known->second.meaning;
}

const char* operator_key(rules::Condition::Operator op) {
  switch (op) {
    case rules::Condition::Operator::at_least: return "reference.at_least";
    case rules::Condition::Operator::more_than: return "reference.more_than";
    case rules::Condition::Operator::at_most: return "reference.at_most";
    case rules::Condition::Operator::less_than: return "reference.less_than";
    case rules::Condition::Operator::equals: break;
  }
  return "reference.equals";
}

void add_condition(const rules::Condition& condition, const catalog::Catalog& catalog, int depth,
                   std::vector<ConditionLine>& lines) {
  using Form = rules::Condition::Form;
  const Texts& texts = catalog.texts;
  std::string words;
  switch (condition.form) {
    case Form::fact: words = meaning_of(condition.fact, catalog); break;
    case Form::comparison:
      words = texts.say(operator_key(condition.op),
                        {{"fact", meaning_of(condition.fact, catalog)}, {"number", plain_number(condition.threshold)}});
      break;
    case Form::all_of: words = texts.say("reference.all_of"); break;
    case Form::any_of: words = texts.say("reference.any_of"); break;
    case Form::at_least: words = texts.say("reference.some_of", {{"count", std::to_string(condition.count)}}); break;
    case Form::negation: words = texts.say("reference.not"); break;
  }
  lines.push_back({depth, std::move(words)});
  for (const rules::Condition& part : condition.parts) add_condition(part, catalog, depth + 1, lines);
}

}  // namespace

std::string level_word(const Texts& texts, rules::Level level) {
  return texts.say("today.word_" + std::string(rules::name(level)));
}

std::string source_line(const rules::Rule& rule, const Texts& texts) {
  return texts.say("today.why_source", {{"sources", comma_joined(rule.evidence)},
                                        {"grade", texts.say("today.grade_" + std::string(grade_name(rule.grade)))},
                                        {"opinion", rule.opinion ? texts.say("today.why_opinion") : std::string()}});
}

std::string rule_sheet(const rules::Rule& rule, const Texts& texts, const std::string& decided_by) {
  const auto level = rules::level_of(rule);
  const std::string does =
      level ? texts.say("today.why_level", {{"word", level_word(texts, *level)}}) : texts.say("today.why_no_level");
  std::string text = wrap(rule.id + "  " + rule.title + " (" + does + ")");
  text += wrap(rule.why, 2);
  if (!decided_by.empty()) text += wrap(texts.say("today.why_facts", {{"facts", decided_by}}), 2);
  return text +
         wrap(source_line(rule, texts) + " " + texts.say("today.why_reviewed", {{"reviewed", rule.reviewed}}), 2);
}

std::vector<ConditionLine> condition_words(const rules::Rule& rule, const catalog::Catalog& catalog) {
  std::vector<ConditionLine> lines;
  add_condition(rule.when, catalog, 0, lines);
  return lines;
}

std::string rule_explained(const rules::Rule& rule, const catalog::Catalog& catalog) {
  const Texts& texts = catalog.texts;
  std::string text = rule_sheet(rule, texts);
  text += "\n" + wrap(texts.say("reference.when"));
  for (const ConditionLine& line : condition_words(rule, catalog)) {
    const int indent = 2 + 2 * line.depth;
    text += wrap(line.words, indent + 2, std::string(static_cast<std::size_t>(indent), ' ') + "- ");
  }
  if (!rule.not_for.empty()) text += "\n" + wrap(texts.say("reference.not_for", {{"whom", rule.not_for}}));
  if (rule.referral) {
    text += "\n";
    for (const auto& [key, words] :
         {std::pair{"today.stop", rule.referral->stop}, std::pair{"today.see", rule.referral->whom},
          std::pair{"today.how_soon", rule.referral->how_soon},
          std::pair{"today.say", say_in_general(*rule.referral, texts)}}) {
      const std::string label = texts.say(key);
      text += wrap(words, columns_of(label), label);
    }
  }
  text += "\n" + wrap(texts.say("today.evidence_title"));
  for (const std::string& id : rule.evidence) {
    if (const rules::Evidence* evidence = catalog.find_evidence(id))
      text += "\n" + evidence_sheet(*evidence, texts, {});
  }
  std::vector<std::string> further;
  for (const std::string& id : rule.evidence) {
    const rules::Evidence* evidence = catalog.find_evidence(id);
    if (!evidence) continue;
    for (const rules::Evidence* other : read_beside(catalog, *evidence)) {
      const bool cited = std::find(rule.evidence.begin(), rule.evidence.end(), other->id) != rule.evidence.end();
      if (!cited && std::find(further.begin(), further.end(), other->id) == further.end()) further.push_back(other->id);
    }
  }
  if (!further.empty()) text += "\n" + wrap(texts.say("reference.further", {{"sources", comma_joined(further)}}));
  return text + "\n" + wrap(texts.say("today.not_reviewed"));
}

std::string evidence_sheet(const rules::Evidence& evidence, const Texts& texts,
                           const std::vector<std::string>& used_by) {
  const std::string known = texts.say("today.evidence_known_" + std::string(known_name(evidence.known)));
  std::string text =
      wrap(evidence.citation + (evidence.doi.empty() ? "" : " doi:" + evidence.doi) + " (" + known + ")");
  text += wrap(texts.say("reference.kind_and_people", {{"kind", evidence.kind}, {"people", evidence.people}}), 2);
  if (evidence.kind == "expert opinion") text += wrap(texts.say("reference.experience"), 2);
  text += wrap(texts.say("reference.did", {{"did", evidence.did}}), 2);
  text += wrap(texts.say("reference.found", {{"finding", evidence.finding}}), 2);
  text += wrap(texts.say("today.evidence_limits", {{"limits", evidence.limits}}), 2);
  if (!used_by.empty()) text += wrap(texts.say("today.evidence_used_by", {{"rules", comma_joined(used_by)}}), 2);
  return text;
}

std::string evidence_in_full(const rules::Evidence& evidence, const catalog::Catalog& catalog) {
  const Texts& texts = catalog.texts;
  std::string text = evidence_sheet(evidence, texts, {});
  std::string grades;
  for (const auto& [grade, ids] : uses_by_grade(catalog, evidence.id)) {
    grades += (grades.empty() ? "" : "; ") +
              texts.say("reference.grade_uses", {{"grade", texts.say("today.grade_" + std::string(grade_name(grade)))},
                                                 {"uses", comma_joined(ids)}});
  }
  text += wrap(texts.say("reference.how_sure", {{"uses", grades}}), 2);
  const auto beside = read_beside(catalog, evidence);
  if (!beside.empty()) text += "\n" + wrap(texts.say("reference.beside"));
  for (const rules::Evidence* other : beside) {
    text += wrap(texts.say("reference.beside_one", {{"id", other->id},
                                                    {"kind", other->kind},
                                                    {"people", other->people},
                                                    {"finding", other->finding},
                                                    {"limits", other->limits}}),
                 4, "  - ");
  }
  return text + "\n" + wrap(texts.say("today.not_reviewed"));
}

std::string evidence_list(const catalog::Catalog& catalog) {
  const Texts& texts = catalog.texts;
  std::string text = wrap(texts.say("reference.evidence_list"));
  for (const char* topic : {"bone", "muscle", "joint", "signs", "pain", "circuit", "strength", "mobility", "running",
                            "load", "taper", "race", "ours"}) {
    std::string group;
    for (const rules::Evidence& evidence : catalog.evidence) {
      if (evidence.topic != topic) continue;
      const std::string known =
          evidence.known == rules::Known::read
              ? std::string()
              : " (" + texts.say("today.evidence_known_" + std::string(known_name(evidence.known))) + ")";
      group += wrap(texts.say("reference.evidence_line",
                              {{"kind", evidence.kind}, {"people", evidence.people}, {"known", known}}),
                    4, "  " + evidence.id + ": ");
    }
    if (!group.empty()) text += "\n" + wrap(texts.say(std::string("reference.topic_") + topic)) + group;
  }
  return text + "\n" + wrap(texts.say("today.evidence_honesty")) + wrap(texts.say("today.not_reviewed"));
}

std::vector<const rules::Evidence*> read_beside(const catalog::Catalog& catalog, const rules::Evidence& evidence) {
  std::vector<const rules::Evidence*> beside;
  const auto names = [](const rules::Evidence& one, const rules::Evidence& other) {
    return std::find(one.beside.begin(), one.beside.end(), other.id) != one.beside.end();
  };
  for (const rules::Evidence& other : catalog.evidence) {
    if (names(evidence, other) || names(other, evidence)) beside.push_back(&other);
  }
  return beside;
}

std::map<rules::Grade, std::vector<std::string>> uses_by_grade(const catalog::Catalog& catalog,
                                                               const std::string& evidence_id) {
  std::map<rules::Grade, std::vector<std::string>> uses;
  const auto add = [&](const std::vector<std::string>& evidence, rules::Grade grade, const std::string& id) {
    if (std::find(evidence.begin(), evidence.end(), evidence_id) != evidence.end()) uses[grade].push_back(id);
  };
  for (const rules::Rule* rule : catalog.all_rules()) add(rule->evidence, rule->grade, rule->id);
  for (const auto& [id, parameter] : catalog.parameters.all()) add(parameter.evidence, parameter.grade, id);
  for (const circuit::Exercise& exercise : catalog.library.exercises)
    add(exercise.evidence, exercise.grade, exercise.id);
  for (const circuit::Circuit& one : catalog.library.circuits) add(one.evidence, one.grade, one.id);
  for (const circuit::Programme& programme : catalog.programmes) add(programme.evidence, programme.grade, programme.id);
  for (const catalog::Instead& instead : catalog.instead) {
    for (const auto& choice : instead.choices) add(choice.evidence, choice.grade, "instead of a run: " + choice.title);
  }
  return uses;
}

std::vector<std::string> rules_citing(const catalog::Catalog& catalog, const std::string& evidence_id) {
  std::vector<std::string> ids;
  for (const rules::Rule* rule : catalog.all_rules()) {
    if (std::find(rule->evidence.begin(), rule->evidence.end(), evidence_id) != rule->evidence.end())
      ids.push_back(rule->id);
  }
  return ids;
}

}  // namespace hipline::exporters
