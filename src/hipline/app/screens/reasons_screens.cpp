// Rules and sources, one by one and all together.
#include <algorithm>

#include "hipline/app/screens/screen_parts.hpp"
#include "hipline/app/screens/screens.hpp"
#include "hipline/exporters/json/page_json.hpp"
#include "hipline/exporters/text/grades.hpp"
#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/text/reference_text.hpp"
#include "hipline/exporters/words/say_words.hpp"

namespace hipline::app {
namespace {

using exporters::JsonArray;
using exporters::JsonObject;

void put_level(JsonObject& json, const rules::Rule& rule) {
  const auto level = rules::level_of(rule);
  if (level)
    json.put("level", rules::name(*level));
  else
    json.put_null("level");
}

JsonObject rule_line(const rules::Rule& rule, const catalog::Texts& texts) {
  JsonObject json;
  json.put("id", rule.id).put("title", rule.title);
  put_level(json, rule);
  return json.put("grade", exporters::grade_name(rule.grade))
      .put("grade_word", exporters::grade_word(rule.grade, texts))
      .put("opinion", rule.opinion)
      .put("reviewed", rule.reviewed);
}

JsonObject group_json(const std::string& id, const std::vector<rules::Rule>& rules, const catalog::Texts& texts) {
  JsonArray list;
  for (const rules::Rule& rule : rules) list.add(rule_line(rule, texts));
  return JsonObject().put("id", id).put("title", texts.say("trends.rules_" + id)).put("rules", list);
}

std::string asks_for(const rules::Rule& rule, const catalog::Texts& texts) {
  const auto level = rules::level_of(rule);
  return level ? texts.say("today.why_level", {{"word", exporters::level_word(texts, *level)}})
               : texts.say("today.why_no_level");
}

JsonArray conditions_json(const rules::Rule& rule, const catalog::Catalog& catalog) {
  JsonArray lines;
  for (const exporters::ConditionLine& line : exporters::condition_words(rule, catalog))
    lines.add(JsonObject().put("depth", line.depth).put("text", line.words));
  return lines;
}

/// What nobody has found out, as far as we read.
std::vector<std::string> not_known(const catalog::Texts& texts) {
  std::vector<std::string> sentences;
  for (int n = 1; const std::string* sentence = texts.find("reference.not_known_" + std::to_string(n)); ++n)
    sentences.push_back(*sentence);
  return sentences;
}

/// Whom to see, where a rule sends its runner to someone.
void put_referral(JsonObject& json, const rules::Rule& rule, const catalog::Texts& texts) {
  if (!rule.referral) {
    json.put_null("referral");
    return;
  }
  json.put("referral", JsonObject()
                           .put("stop", rule.referral->stop)
                           .put("whom", rule.referral->whom)
                           .put("how_soon", rule.referral->how_soon)
                           .put("say", exporters::say_in_general(*rule.referral, texts)));
}

}  // namespace

JsonObject evidence_line_json(const rules::Evidence& evidence, const catalog::Texts& texts) {
  const std::string known(exporters::known_name(evidence.known));
  return JsonObject()
      .put("id", evidence.id)
      .put("citation", evidence.citation)
      .put("topic", evidence.topic)
      .put("kind", evidence.kind)
      .put("known", known)
      .put("known_words", texts.say("today.evidence_known_" + known))
      .put("doi", evidence.doi)
      .put("finding", evidence.finding)
      .put("beside", evidence.beside);
}

JsonArray evidence_lines_json(const std::vector<std::string>& ids, const catalog::Catalog& catalog) {
  JsonArray list;
  for (const std::string& id : ids)
    if (const rules::Evidence* evidence = catalog.find_evidence(id))
      list.add(evidence_line_json(*evidence, catalog.texts));
  return list;
}

std::string rules_screen(const catalog::Catalog& catalog, std::string_view version) {
  JsonArray groups;
  groups.add(group_json("triage", catalog.triage, catalog.texts));
  groups.add(group_json("today", catalog.today, catalog.texts));
  groups.add(group_json("circuit", catalog.circuit_rules, catalog.texts));
  groups.add(group_json("plan", catalog.plan_rules, catalog.texts));
  groups.add(group_json("origin", catalog.origin_rules, catalog.texts));
  return JsonObject().put("content_hash", catalog.hash).put("version", version).put("groups", groups).text();
}

Result<std::string> rule_screen(std::string_view id, const catalog::Catalog& catalog) {
  const rules::Rule* rule = catalog.find_rule(id);
  if (!rule) return failure("unknown_rule", std::string(id), "There is no such rule.");
  JsonObject json;
  json.put("id", rule->id).put("title", rule->title);
  put_level(json, *rule);
  put_referral(json, *rule, catalog.texts);
  return json.put("asks_for", exporters::whole_sentence(asks_for(*rule, catalog.texts)))
      .put("why", rule->why)
      .put("not_for", rule->not_for)
      .put("conditions", conditions_json(*rule, catalog))
      .put("source", exporters::source_line(*rule, catalog.texts))
      .put("strength", JsonObject()
                           .put("grade", exporters::grade_name(rule->grade))
                           .put("grade_word", exporters::grade_word(rule->grade, catalog.texts))
                           .put("opinion", rule->opinion)
                           .put("evidence", rule->evidence)
                           .put("reviewed", rule->reviewed))
      .put("sources", evidence_lines_json(rule->evidence, catalog))
      .put("not_reviewed", catalog.texts.say("today.not_reviewed"))
      .text();
}

std::string evidence_screen(const catalog::Catalog& catalog) {
  std::vector<std::pair<std::string, JsonArray>> topics;
  for (const rules::Evidence& evidence : catalog.evidence) {
    auto topic =
        std::find_if(topics.begin(), topics.end(), [&](const auto& one) { return one.first == evidence.topic; });
    if (topic == topics.end()) topic = topics.insert(topics.end(), {evidence.topic, {}});
    topic->second.add(evidence_line_json(evidence, catalog.texts));
  }
  JsonArray list;
  for (const auto& [topic, sources] : topics)
    list.add(JsonObject()
                 .put("topic", topic)
                 .put("title", catalog.texts.say("reference.topic_" + topic))
                 .put("sources", sources));
  return JsonObject()
      .put("content_hash", catalog.hash)
      .put("honesty", catalog.texts.say("today.evidence_honesty"))
      .put("topics", list)
      .put("not_known", not_known(catalog.texts))
      .put("not_reviewed", catalog.texts.say("today.not_reviewed"))
      .text();
}

Result<std::string> source_screen(std::string_view id, const catalog::Catalog& catalog) {
  const rules::Evidence* evidence = catalog.find_evidence(id);
  if (!evidence) return failure("unknown_evidence", std::string(id), "There is no such source.");
  JsonArray uses;
  for (const auto& [grade, what] : exporters::uses_by_grade(catalog, evidence->id)) {
    uses.add(JsonObject()
                 .put("grade", exporters::grade_name(grade))
                 .put("grade_word", exporters::grade_word(grade, catalog.texts))
                 .put("what", what));
  }
  JsonArray beside;
  for (const rules::Evidence* other : exporters::read_beside(catalog, *evidence))
    beside.add(evidence_line_json(*other, catalog.texts));
  return JsonObject()
      .put("source", evidence_line_json(*evidence, catalog.texts))
      .put("people", evidence->people)
      .put("did", evidence->did)
      .put("limits", evidence->limits)
      .put("uses", uses)
      .put("beside", beside)
      .text();
}

}  // namespace hipline::app
