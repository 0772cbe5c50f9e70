// The page of alternatives: what the day could be at each level, and why it is or is not that.
#include <algorithm>

#include "hipline/exporters/text/grades.hpp"
#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/text/reference_text.hpp"
#include "hipline/exporters/text/today_text.hpp"

namespace hipline::exporters {
namespace {

using baseline::SessionKind;
using catalog::Texts;
using rules::Level;

std::string effort_text(const Texts& texts, const today::TodaySession& session) {
  if (session.effort_high <= 0) return {};
  return texts.say("today.option_effort",
                   {{"from", plain_number(session.effort_low)}, {"to", plain_number(session.effort_high)}});
}

/// Distance, time, effort, terrain and walk breaks of one option.
std::string session_words(const TodayPage& page, const today::TodaySession& session, Level level) {
  const Texts& texts = page.catalog.texts;
  if (level == Level::rest) return texts.say("today.option_rest");
  const std::string duration = duration_text(session.duration);
  const std::string effort = effort_text(texts, session);
  if (session.kind == SessionKind::cross_train)
    return texts.say("today.option_cross", {{"duration", duration}, {"effort", effort}});
  if (!baseline::is_running(session.kind)) return texts.say("today.option_no_run");
  std::string how = effort;
  how += texts.say(session.flat ? "today.option_flat" : session.hilly ? "today.option_hilly" : "today.option_usual");
  how += session.walk_minutes > 0 ? texts.say("today.option_walk", {{"walk", std::to_string(session.walk_minutes)},
                                                                    {"run", std::to_string(session.run_minutes)}})
                                  : texts.say("today.option_no_walk");
  if (session.distance.value() <= 0)
    return texts.say("today.option_run_minutes", {{"duration", duration}, {"how", how}});
  return texts.say("today.option_run",
                   {{"distance", distance_text(session.distance, page.units)}, {"duration", duration}, {"how", how}});
}

std::string reason_of(const TodayPage& page, const std::vector<std::string>& because) {
  const rules::Rule* rule = because.empty() ? nullptr : page.catalog.find_rule(because.front());
  return rule ? first_sentence(rule->why) : "";
}

std::string chosen_text(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const today::Decision& decision = page.decision;
  const bool closed = rules::is_clinician_level(decision.level);
  std::string text = wrap(texts.say("today.option_chosen", {{"word", level_word(texts, decision.level)}}));
  if (!closed) {
    text += wrap(
        page.done_today ? texts.say("today.option_done") : session_words(page, decision.session, decision.level), 2);
  }
  text += wrap(texts.say("today.option_chosen_because",
                         {{"reason", reason_of(page, decision.because)}, {"rules", comma_joined(decision.because)}}),
               2);
  if (!closed && !decision.held_by.empty())
    text += wrap(texts.say("today.option_held_by", {{"rules", comma_joined(decision.held_by)}}), 2);
  return text + "\n";
}

std::string not_chosen_text(const TodayPage& page, const today::OptionNotChosen& option) {
  const Texts& texts = page.catalog.texts;
  const bool closed = rules::is_clinician_level(page.decision.level);
  std::string text = wrap(level_word(texts, option.level));
  if (!closed) text += wrap(session_words(page, option.session, option.level), 2);
  if (option.because.empty()) {
    text += wrap(texts.say("today.option_more_careful", {{"rules", comma_joined(page.decision.because)}}), 2);
  } else {
    text += wrap(texts.say(closed ? "today.option_closed" : "today.option_because",
                           {{"reason", reason_of(page, option.because)}, {"rules", comma_joined(option.because)}}),
                 2);
  }
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
  std::string text = wrap(texts.say("today.options_title")) + "\n" + chosen_text(page);
  for (const today::OptionNotChosen& option : page.decision.options) text += not_chosen_text(page, option);
  if (!closed) {
    text += rules_of_the_run(page);
    if (page.decision.level != Level::rest) text += instead_text(page, Level::cross_train);
    text += instead_text(page, Level::rest);
  }
  return text + wrap(texts.say("today.not_reviewed"));
}

}  // namespace hipline::exporters
