// What the day could be at each level, and why it is or is not that.
#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/text/reference_text.hpp"
#include "hipline/exporters/words/today_words.hpp"

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

OptionWords chosen(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const today::Decision& decision = page.decision;
  const bool closed = rules::is_clinician_level(decision.level);
  OptionWords words{
      .level = decision.level, .chosen = true, .word = level_word(texts, decision.level), .rules = decision.because};
  if (!closed) {
    words.detail =
        page.done_today ? texts.say("today.option_done") : session_words(page, decision.session, decision.level);
  }
  words.why = texts.say("today.option_chosen_because",
                        {{"reason", reason_of(page, decision.because)}, {"rules", comma_joined(decision.because)}});
  if (!closed && !decision.held_by.empty())
    words.held_by = texts.say("today.option_held_by", {{"rules", comma_joined(decision.held_by)}});
  return words;
}

OptionWords not_chosen(const TodayPage& page, const today::OptionNotChosen& option) {
  const Texts& texts = page.catalog.texts;
  const bool closed = rules::is_clinician_level(page.decision.level);
  OptionWords words{.level = option.level, .word = level_word(texts, option.level), .rules = option.because};
  if (!closed) words.detail = session_words(page, option.session, option.level);
  if (option.because.empty()) {
    words.why = texts.say("today.option_more_careful", {{"rules", comma_joined(page.decision.because)}});
  } else {
    words.why = texts.say(closed ? "today.option_closed" : "today.option_because",
                          {{"reason", reason_of(page, option.because)}, {"rules", comma_joined(option.because)}});
  }
  return words;
}

}  // namespace

std::vector<OptionWords> option_words(const TodayPage& page) {
  std::vector<OptionWords> all = {chosen(page)};
  for (const today::OptionNotChosen& option : page.decision.options) all.push_back(not_chosen(page, option));
  return all;
}

}  // namespace hipline::exporters
