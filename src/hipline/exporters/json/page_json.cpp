#include "hipline/exporters/json/page_json.hpp"

#include "hipline/exporters/text/grades.hpp"
#include "hipline/exporters/text/reference_text.hpp"
#include "hipline/exporters/words/emergency_number.hpp"
#include "hipline/exporters/words/origin_words.hpp"

namespace hipline::exporters {
namespace {

using catalog::Texts;

std::string capital(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
  return text;
}

const char* name(NextAction action) {
  switch (action) {
    case NextAction::check_in: return "check_in";
    case NextAction::answer: return "answer";
    case NextAction::note: return "note";
    case NextAction::race: break;
  }
  return "race";
}

JsonArray numbers_json(const std::vector<NumberWords>& numbers) {
  JsonArray array;
  for (const NumberWords& one : numbers)
    array.add(JsonObject().put("label", one.label).put("value", one.value).put("detail", one.detail));
  return array;
}

std::string circuit_card(const std::optional<CircuitWords>& circuit) {
  if (!circuit) return "null";
  const bool detailed = circuit->any && !circuit->details.empty();
  return JsonObject()
      .put("any", circuit->any)
      .put("headline", circuit->any ? capital(circuit->dose) : circuit->none)
      .put("detail", detailed ? circuit->details.front() : std::string())
      .put("exercises", circuit->exercises)
      .put("reading_of_dose", circuit->readings)
      .text();
}

JsonArray why_json(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  JsonArray array;
  for (const WhyWords& one : why_words(page)) {
    array.add(JsonObject()
                  .put("rule", one.rule->id)
                  .put("title", one.rule->title)
                  .put("text", one.rule->why)
                  .put("facts", one.facts)
                  .put("leading", one.leading)
                  .put("source", source_line(*one.rule, texts))
                  .put("grade", grade_name(one.rule->grade))
                  .put("grade_word", grade_word(one.rule->grade, texts))
                  .put("opinion", one.rule->opinion)
                  .put("evidence", one.rule->evidence)
                  .put("reviewed", one.rule->reviewed));
  }
  return array;
}

JsonArray options_json(const TodayPage& page) {
  JsonArray array;
  for (const OptionWords& one : option_words(page)) {
    const std::string why = one.held_by.empty() ? one.why : one.why + " " + one.held_by;
    array.add(JsonObject()
                  .put("level", rules::name(one.level))
                  .put("word", one.word)
                  .put("chosen", one.chosen)
                  .put("title", one.word)
                  .put("detail", one.detail)
                  .put("why_not", why)
                  .put("rules", one.rules));
  }
  return array;
}

JsonArray changes_json(const TodayPage& page) {
  JsonArray array;
  for (const ChangeWords& one : change_words(page)) {
    array.add(
        JsonObject().put("question", one.question).put("text", one.text).put("least", one.least).put("most", one.most));
  }
  return array;
}

JsonArray signs_json(const std::vector<SignWords>& signs) {
  JsonArray array;
  for (const SignWords& one : signs) array.add(JsonObject().put("rule", one.rule).put("text", one.text));
  return array;
}

std::string strain_or_load_json(const TodayPage& page) {
  if (!page.origin || (page.origin->signs.empty() && page.origin->would_change.empty())) return "null";
  const OriginWords words = origin_words(*page.origin, page.decision.kind, page.catalog);
  return JsonObject()
      .put("leans", triage::name(page.origin->leans))
      .put("sentence", words.sentence)
      .put("for", signs_json(words.speaks_for))
      .put("against", signs_json(words.against))
      .put("would_change", signs_json(words.would_change))
      .put("caveat", words.caveat)
      .text();
}

std::string referral_words_json(const TodayPage& page, const TodayWords& words) {
  if (!words.referral) return "null";
  return JsonObject()
      .put("stop", words.referral->stop)
      .put("whom", words.referral->whom)
      .put("how_soon", words.referral->how_soon)
      .put("say", words.referral->say)
      .put("emergency_number", emergency_number(page.catalog.texts, page.country))
      .put("if_worse", words.emergency)
      .text();
}

JsonArray instead_words_json(const TodayPage& page) {
  JsonArray array;
  const catalog::Instead* instead = page.catalog.find_instead(rules::name(page.decision.level));
  if (!instead) return array;
  for (const catalog::Instead::Choice& choice : instead->choices) {
    array.add(JsonObject()
                  .put("title", choice.title)
                  .put("how", choice.how)
                  .put("not_if", choice.not_if)
                  .put("grade", grade_name(choice.grade))
                  .put("grade_word", grade_word(choice.grade, page.catalog.texts))
                  .put("opinion", choice.opinion)
                  .put("evidence", choice.evidence));
  }
  return array;
}

JsonArray open_json(const TodayWords& words) {
  JsonArray array;
  for (const OpenQuestion& one : words.open)
    array.add(JsonObject().put("question", one.question).put("text", one.text));
  return array;
}

std::vector<std::string> lead(const TodayWords& words) {
  std::vector<std::string> sentences;
  for (const std::string& one : words.lead) sentences.push_back(whole_sentence(one));
  return sentences;
}

std::string old_answer(const TodayWords& words) {
  std::string text;
  for (const std::string& one : words.old_answer) text += (text.empty() ? "" : " ") + whole_sentence(one);
  return text;
}

std::vector<std::string> after_stops(const TodayWords& words) {
  if (!words.race_stop.empty()) return {words.race_stop};
  if (words.stops.title.empty()) return {};
  return {words.stops.walk, words.stops.home};
}

}  // namespace

std::string grade_word(rules::Grade grade, const Texts& texts) {
  return texts.say("today.grade_" + std::string(grade_name(grade)));
}

std::string whole_sentence(std::string text) {
  text = capital(std::move(text));
  const bool ends = text.empty() || text.back() == '.' || text.back() == '?' || text.back() == '!';
  return ends ? text : text + ".";
}

std::string race_goal_json(const std::optional<model::Race>& race, LocalDay today, const catalog::Catalog& catalog) {
  if (!race) return "null";
  return JsonObject()
      .put("name", race->name.empty() ? catalog.texts.say("plan.race_unnamed") : race->name)
      .put("day", race->day.iso())
      .put("days_to_race", race->day - today)
      .put("distance_m", race->distance.value())
      .text();
}

std::string closed_json(const TodayPage& page) {
  if (!rules::is_clinician_level(page.decision.level)) return "null";
  const TodayWords words = today_words(page);
  const std::string opens = words.closed->opens.empty() ? words.next.sentence : words.closed->opens;
  return JsonObject()
      .put("level", rules::name(page.decision.level))
      .put("kind", rules::name(page.decision.kind))
      .put("sentence", words.closed->sentence)
      .put("opens", whole_sentence(opens))
      .put("rules", page.decision.because)
      .text();
}

JsonObject today_page_json(const TodayPage& page) {
  const TodayWords words = today_words(page);
  JsonObject json;
  json.put("title", words.title)
      .put_json("race", race_goal_json(page.race, page.decision.day, page.catalog))
      .put("made_up", page.made_up)
      .put_or_null("made_up_notice", words.made_up)
      .put("level", rules::name(page.decision.level))
      .put("word", day_word(page))
      .put("headline", words.headline)
      .put("lead", lead(words))
      .put("numbers", numbers_json(words.numbers))
      .put("how", words.how)
      .put("stop_title", words.stops.title)
      .put("stops", words.stops.when)
      .put("after_stops", after_stops(words))
      .put_or_null("since_yesterday", words.since)
      .put_or_null("old_answer", old_answer(words))
      .put_or_null("advice", words.advice)
      .put_json("circuit", circuit_card(words.circuit))
      .put("next",
           JsonObject().put("sentence", whole_sentence(words.next.sentence)).put("action", name(words.next.action)))
      .put("why", why_json(page))
      .put("options", options_json(page))
      .put("would_change", changes_json(page))
      .put_json("origin", strain_or_load_json(page))
      .put_json("referral", referral_words_json(page, words))
      .put_json("closed", closed_json(page))
      .put("open", open_json(words))
      .put("instead", instead_words_json(page))
      .put("morning_due", !page.decision.facts.number("pain_this_morning").has_value())
      .put("check_in_due", !page.decision.fresh)
      .put("not_reviewed", words.not_reviewed);
  return json;
}

}  // namespace hipline::exporters
