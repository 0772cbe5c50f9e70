// The page of alternatives: what the day could be at each level, and why it is or is not that.
#include "hipline/exporters/text/grades.hpp"
#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/text/today_text.hpp"

namespace hipline::exporters {
namespace {

using catalog::Texts;
using rules::Level;

std::string option_text(const TodayPage& page, const OptionWords& option) {
  const Texts& texts = page.catalog.texts;
  std::string text = wrap(option.chosen ? texts.say("today.option_chosen", {{"word", option.word}}) : option.word);
  for (const std::string* sentence : {&option.detail, &option.why, &option.held_by})
    if (!sentence->empty()) text += wrap(*sentence, 2);
  return text + "\n";
}

/// The four in-run rules, to be carried along.
std::string rules_of_the_run(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const std::string stop = std::to_string(page.decision.session.stop_above_pain);
  std::string text = wrap(texts.say("today.carry_title"));
  for (const char* key : {"today.carry_rising", "today.carry_limp", "today.carry_before", "today.carry_after"})
    text += wrap(texts.say(key, {{"stop", stop}}), 4, "  - ");
  return text + "\n";
}

std::string instead_text(const TodayPage& page, Level level) {
  const Texts& texts = page.catalog.texts;
  const catalog::Instead* instead = page.catalog.find_instead(rules::name(level));
  if (!instead) return {};
  std::string text = wrap(texts.say(level == Level::rest ? "today.instead_rest" : "today.instead_cross"));
  for (const catalog::Instead::Choice& choice : instead->choices) {
    text += wrap(texts.say("today.instead_choice",
                           {{"title", choice.title},
                            {"how", choice.how},
                            {"not_if", choice.not_if},
                            {"sources", comma_joined(choice.evidence)},
                            {"grade", texts.say("today.grade_" + std::string(grade_name(choice.grade)))}}),
                 4, "  - ");
  }
  return text + wrap(texts.say("today.why_reviewed", {{"reviewed", instead->reviewed}})) + "\n";
}

}  // namespace

std::string today_options(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const bool closed = rules::is_clinician_level(page.decision.level);
  std::string text = wrap(texts.say("today.options_title")) + "\n";
  for (const OptionWords& option : option_words(page)) text += option_text(page, option);
  if (!closed) {
    text += rules_of_the_run(page);
    if (page.decision.level != Level::rest) text += instead_text(page, Level::cross_train);
    text += instead_text(page, Level::rest);
  }
  return text + wrap(texts.say("today.not_reviewed"));
}

}  // namespace hipline::exporters
