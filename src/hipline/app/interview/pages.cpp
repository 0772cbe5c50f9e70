#include "hipline/app/interview/pages.hpp"

#include <fmt/format.h>

#include "hipline/app/setup/profile.hpp"
#include "hipline/exporters/text/layout.hpp"

namespace hipline::app {
namespace {

using catalog::SetupField;
using QuestionForm = rules::Question::Form;

std::string sentence(const catalog::Texts& texts, std::string_view key,
                     const std::vector<catalog::Filling>& fillings = {}) {
  return texts.say(fmt::format("dialogue.{}", key), fillings);
}

std::string choice_line(int number, const std::string& label) {
  return exporters::wrap(label, 6, fmt::format("  {:>2}  ", number));
}

std::string heading(const std::string& text, const std::string& help) {
  std::string page = "\n" + exporters::wrap(text);
  if (!help.empty()) page += exporters::wrap(help, 2);
  return page;
}

std::string prompt(const std::string& hint) { return fmt::format("{} > ", hint); }

}  // namespace

std::string spoken(const catalog::Texts& texts, std::string_view key, const std::vector<catalog::Filling>& fillings) {
  return exporters::wrap(sentence(texts, key, fillings));
}

std::string paragraph(std::string_view text, int indent) { return exporters::wrap(text, indent); }

std::string question_page(const rules::Question& question, const catalog::Texts& texts) {
  std::string page = heading(question.text, question.help);
  const bool list = question.form == QuestionForm::list;
  if (list || question.form == QuestionForm::one_of) {
    int number = 0;
    for (const rules::Choice& choice : question.sets) page += choice_line(++number, choice.label);
    if (list) page += choice_line(0, question.none_label);
  }
  switch (question.form) {
    case QuestionForm::yes_no: return page + prompt(sentence(texts, "hint_yes_no"));
    case QuestionForm::list: return page + prompt(sentence(texts, "hint_list"));
    case QuestionForm::one_of: return page + prompt(sentence(texts, "hint_one_of"));
    case QuestionForm::scale: return page + prompt(sentence(texts, "hint_scale"));
    case QuestionForm::number: break;
  }
  return page + prompt(sentence(texts, "hint_number", {{"unit", question.unit}}));
}

std::string setup_page(const SetupField& field, const std::optional<std::string>& known, std::string_view zone,
                       const catalog::Texts& texts) {
  using Form = SetupField::Form;
  std::string page = heading(field.text, field.help);
  if (known) page += exporters::wrap(sentence(texts, "known_now", {{"value", shown_answer(field, *known)}}), 2);
  int number = 0;
  for (const SetupField::Choice& choice : field.choices) page += choice_line(++number, choice.label);
  if (!field.none_label.empty()) page += choice_line(0, field.none_label);
  const auto hint = [&]() -> std::string {
    switch (field.form) {
      case Form::text: return sentence(texts, "hint_text");
      case Form::yes_no: return sentence(texts, "hint_yes_no");
      case Form::number: return sentence(texts, "hint_number", {{"unit", field.unit}});
      case Form::scale: return sentence(texts, "hint_scale");
      case Form::day: return sentence(texts, "hint_day");
      case Form::duration: return sentence(texts, "hint_duration");
      case Form::zone: return sentence(texts, "hint_zone", {{"zone", std::string(zone)}});
      case Form::country: return sentence(texts, "hint_country");
      case Form::one_of: return sentence(texts, "hint_one_of");
      case Form::list: break;
    }
    return sentence(texts, "hint_list");
  };
  return page + prompt(hint());
}

}  // namespace hipline::app
