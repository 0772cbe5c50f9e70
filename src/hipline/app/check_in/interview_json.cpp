#include <algorithm>

#include "hipline/app/check_in/check_in.hpp"
#include "hipline/app/interview/spoken_answer.hpp"
#include "hipline/app/told/told_json.hpp"
#include "hipline/exporters/json/json_text.hpp"
#include "hipline/exporters/text/reference_text.hpp"

namespace hipline::app {
namespace {

using exporters::JsonArray;
using exporters::JsonObject;
using rules::Question;

const char* word(Question::Form form) {
  switch (form) {
    case Question::Form::yes_no: return "yes_no";
    case Question::Form::list: return "list";
    case Question::Form::scale: return "scale";
    case Question::Form::number: return "number";
    case Question::Form::one_of: break;
  }
  return "one_of";
}

void put_value(JsonObject& json, const model::Answer& answer) {
  if (const bool* truth = std::get_if<bool>(&answer.value))
    json.put("value", *truth);
  else if (const double* number = std::get_if<double>(&answer.value))
    json.put("value", *number);
  else
    json.put_null("value");
}

JsonArray answers_json(const std::vector<model::Answer>& answers) {
  JsonArray array;
  for (const model::Answer& answer : answers) {
    JsonObject json;
    json.put("fact", answer.fact);
    put_value(json, answer);
    array.add(json);
  }
  return array;
}

/// Words along the scale: those of its help, "0 none, 2 a mild ache, …", so that they stand in one place.
JsonArray anchors_json(const Question& question) {
  JsonArray array;
  if (question.form != Question::Form::scale) return array;
  std::string_view rest = question.help;
  while (!rest.empty()) {
    const std::size_t end = rest.find_first_of(",.");
    std::string_view part = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    while (part.starts_with(' ')) part.remove_prefix(1);
    const std::size_t digits = part.find_first_not_of("0123456789");
    if (digits == 0 || digits > 2 || digits == std::string_view::npos || part[digits] != ' ') continue;
    array.add(
        JsonObject().put("value", std::stoi(std::string(part.substr(0, digits)))).put("word", part.substr(digits + 1)));
  }
  return array;
}

JsonObject question_json(const Question& question) {
  JsonArray choices;
  for (const rules::Choice& choice : question.sets)
    choices.add(JsonObject().put("fact", choice.fact).put("label", choice.label));
  JsonObject json;
  json.put("id", question.id)
      .put("form", word(question.form))
      .put("text", question.text)
      .put("help", question.help)
      .put("unit", question.unit)
      .put("lowest", question.lowest)
      .put("highest", question.highest)
      .put("choices", choices)
      .put("none_label", question.none_label)
      .put("skip_answers", answers_json(skipped_answers(question)))
      .put("anchors", anchors_json(question))
      .put("private", question.private_matter)
      .put("screening", question.screening);
  if (question.form == Question::Form::list) json.put("none_answers", answers_json(none_of(question)));
  return json;
}

std::string label_of(const std::string& fact, const catalog::Catalog& catalog, bool& is_private) {
  for (const Question& question : catalog.questions) {
    const auto choice = std::ranges::find(question.sets, fact, &rules::Choice::fact);
    if (choice == question.sets.end()) continue;
    is_private = is_private || question.private_matter;
    return choice->label.empty() ? question.text : choice->label;
  }
  const auto known = catalog.facts.find(fact);
  return known == catalog.facts.end() ? fact : known->second.meaning;
}

}  // namespace

Result<std::string> interview_json(const InterviewSoFar& so_far, const CheckInSetting& setting,
                                   const catalog::Catalog& catalog) {
  Interview interview(setting.so_far, catalog, so_far.asking, so_far.told);
  for (std::size_t i = 0; i < so_far.steps.size(); ++i) {
    const auto next = interview.next();
    if (!next || next->id != so_far.steps[i].question)
      return failure("not_asked", "/steps/" + std::to_string(i),
                     "This question does not come next; leave this step out and ask again.");
    interview.answer(so_far.steps[i].answers);
  }
  const auto next = interview.next();
  const auto alarm = interview.alarm();
  JsonObject json;
  json.put("made_up", setting.so_far.runner.made_up).put("first", interview.is_first());
  if (next)
    json.put("next", question_json(*next));
  else
    json.put_null("next");
  json.put("given", so_far.steps.size()).put("open", interview.open());
  if (alarm) {
    json.put("alarm", rules::name(*alarm)).put("alarm_sentence", exporters::level_word(catalog.texts, *alarm) + ".");
  } else {
    json.put_null("alarm").put_null("alarm_sentence");
  }
  return json.put("answers", answers_json(interview.answers())).text();
}

std::string check_ins_json(const model::History& history, const catalog::Catalog& catalog) {
  JsonArray list;
  for (auto told = history.check_ins.rbegin(); told != history.check_ins.rend(); ++told) {
    JsonArray answers;
    for (const model::Answer& answer : told->answers) {
      bool is_private = false;
      const std::string label = label_of(answer.fact, catalog, is_private);
      JsonObject one;
      one.put("fact", answer.fact);
      put_value(one, answer);
      answers.add(one.put("label", label).put("private", is_private));
    }
    list.add(JsonObject()
                 .put("at", told->at.iso())
                 .put("day", told->day.iso())
                 .put("moment", word(told->moment))
                 .put("answers", answers));
  }
  return JsonObject().put("made_up", history.runner.made_up).put("check_ins", list).text();
}

}  // namespace hipline::app
