#include "hipline/exporters/words/today_words.hpp"

#include <algorithm>

#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/text/reference_text.hpp"
#include "hipline/exporters/words/circuit_words.hpp"
#include "hipline/exporters/words/emergency_number.hpp"
#include "hipline/exporters/words/number_words.hpp"
#include "hipline/exporters/words/origin_words.hpp"
#include "hipline/exporters/words/say_words.hpp"

namespace hipline::exporters {
namespace {

using baseline::SessionKind;
using catalog::Texts;
using rules::Level;

/// The rule of the careful days after "may run".
constexpr std::string_view careful_week_rule = "TD-17";

/// A fact's value for a reader: means of a few runs are not told to the last digit.
std::string shown(const rules::Value& value) {
  const double* number = std::get_if<double>(&value);
  return number ? plain_number(*number) : rules::to_text(value);
}

const rules::Rule* leading_rule(const TodayPage& page) {
  return page.decision.because.empty() ? nullptr : page.catalog.find_rule(page.decision.because.front());
}

std::string title(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const std::string date = long_date(page.decision.day);
  if (!page.race) return texts.say("today.title", {{"date", date}});
  const int days = page.race->day - page.decision.day;
  const std::string race = page.race->name.empty() ? "race day" : page.race->name;
  if (days == 0) return texts.say("today.title_race_day", {{"date", date}, {"race", race}});
  if (days == 1) return texts.say("today.title_race_tomorrow", {{"date", date}, {"race", race}});
  if (days < 0)
    return texts.say("today.title_after_race", {{"date", date}, {"days", std::to_string(-days)}, {"race", race}});
  return texts.say("today.title_race", {{"date", date}, {"days", std::to_string(days)}, {"race", race}});
}

std::string done_text(const TodayPage& page) {
  return page.done_today->distance.value() > 0 ? distance_text(page.done_today->distance, page.units)
                                               : duration_text(page.done_today->duration);
}

std::string headline(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const today::Decision& decision = page.decision;
  const today::TodaySession& session = decision.session;
  const std::string distance = distance_text(session.distance, page.units);
  const std::string duration = duration_text(session.duration);
  if (rules::is_clinician_level(decision.level)) {
    if (decision.kind != rules::Kind::unanswered) return level_word(texts, decision.level);
    const std::size_t open = decision.open_questions.size();
    return open == 1 ? texts.say("today.word_unanswered_one")
                     : texts.say("today.word_unanswered", {{"count", std::to_string(open)}});
  }
  if (is_race_morning(page)) {
    switch (page.race_week->start) {
      case plan::GateState::met: return texts.say("today.race_as_planned");
      case plan::GateState::not_met: return texts.say("today.race_not_start");
      case plan::GateState::unanswered: return texts.say("today.race_waits");
    }
  }
  if (decision.level == Level::rest) return texts.say("today.rest");
  if (decision.level == Level::cross_train) return texts.say("today.cross_train", {{"duration", duration}});
  const bool modify = decision.level == Level::modify;
  if (page.done_today) return texts.say("today.run_done", {{"run", done_text(page)}});
  if (session.kind == SessionKind::rest && !decision.held_by.empty()) return texts.say("today.held_back_no_run");
  if (session.kind == SessionKind::rest) return texts.say("today.no_run_planned");
  if (session.kind == SessionKind::cross_train) return texts.say("today.cross_planned", {{"duration", duration}});
  if (session.distance.value() <= 0) {
    return texts.say(modify ? "today.run_modify_minutes" : "today.run_as_planned_minutes", {{"duration", duration}});
  }
  const bool capped = session.distance < decision.as_planned.distance;
  const char* key = modify ? "today.run_modify" : capped ? "today.run_as_planned_capped" : "today.run_as_planned";
  return texts.say(key, {{"distance", distance}, {"duration", duration}});
}

/// On race morning the day's own rules speak of training; these speak of the race.
const rules::Rule* race_morning_rule(const TodayPage& page) {
  for (const plan::GateLine& line : page.race_week->gate) {
    if (line.state == page.race_week->start && line.state != plan::GateState::met)
      return page.catalog.find_rule(line.rule);
  }
  return page.catalog.find_rule("TP-12");
}

bool has_run(const TodayPage& page) {
  return !rules::is_clinician_level(page.decision.level) && !page.done_today &&
         baseline::is_running(page.decision.session.kind);
}

std::string walk_breaks(const Texts& texts, int walk, int run) {
  return texts.say("today.walk_breaks", {{"walk", std::to_string(walk)}, {"run", std::to_string(run)}});
}

/// What is still open or speaks against the start; where nothing does, how to start and what ends the race.
void add_race_morning(const TodayPage& page, TodayWords& words) {
  const Texts& texts = page.catalog.texts;
  const plan::RaceWeek& week = *page.race_week;
  if (week.start != plan::GateState::met) {
    const bool open = week.start == plan::GateState::unanswered;
    words.how.push_back(texts.say(open ? "today.race_gate_open" : "today.race_gate_not_met"));
    return;
  }
  if (week.walk_minutes > 0) words.how.push_back(walk_breaks(texts, week.walk_minutes, week.run_minutes));
  words.how.push_back(texts.say("today.race_start_slow"));
  words.race_stop = texts.say("today.race_stop", {{"stop", std::to_string(page.decision.session.stop_above_pain)}});
}

StopWords stop_words(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const std::string stop = std::to_string(page.decision.session.stop_above_pain);
  return {.walk = texts.say("today.stop_walk"),
          .title = texts.say("today.stop_title"),
          .when = {texts.say("today.stop_above", {{"stop", stop}}), texts.say("today.stop_sharp"),
                   texts.say("today.stop_limp")},
          .home = texts.say("today.stop_home")};
}

/// The numbers to follow and the stop rules to carry along.
void add_how(const TodayPage& page, TodayWords& words) {
  const Texts& texts = page.catalog.texts;
  const today::TodaySession& session = page.decision.session;
  if (is_race_morning(page)) return add_race_morning(page, words);
  if (const catalog::Instead* instead = page.catalog.find_instead(rules::name(page.decision.level))) {
    words.how.push_back(instead->in_short);
    if (page.decision.level != Level::rest) words.how.push_back(texts.say("today.stop_rules_cross"));
    return;
  }
  if (page.done_today) {
    words.how.push_back(texts.say("today.run_done_more"));
    return;
  }
  if (!page.decision.held_by.empty()) {
    const rules::Rule* rule = page.catalog.find_rule(page.decision.held_by.front());
    if (rule)
      words.how.push_back(texts.say("today.held_back", {{"reason", first_sentence(rule->why)}, {"rule", rule->id}}));
  }
  if (!has_run(page)) return;
  if (session.walk_minutes > 0) words.how.push_back(walk_breaks(texts, session.walk_minutes, session.run_minutes));
  if (page.decision.level == Level::as_planned) {
    if (session.flat) words.how.push_back(texts.say("today.flat"));
    if (session.easy_only) words.how.push_back(texts.say("today.easy"));
  }
  words.how.push_back(texts.say("today.pain_limit", {{"stop", std::to_string(session.stop_above_pain)}}));
  words.stops = stop_words(page);
}

/// Why, and the rule behind it. What pain says stands before it, but not at a clinician level.
void add_lead(const TodayPage& page, TodayWords& words) {
  const Texts& texts = page.catalog.texts;
  const auto worst = page.decision.facts.number("worst");
  const auto morning = page.decision.facts.number("pain_this_morning");
  if (!rules::is_clinician_level(page.decision.level)) {
    if (!worst)
      words.lead.push_back(texts.say("today.pain_unknown"));
    else if (morning)
      words.lead.push_back(texts.say("today.pain_run_and_morning",
                                     {{"worst", plain_number(*worst)}, {"morning", plain_number(*morning)}}));
    else
      words.lead.push_back(texts.say("today.pain_worst", {{"worst", plain_number(*worst)}}));
  }
  const rules::Rule* rule = is_race_morning(page) ? race_morning_rule(page) : leading_rule(page);
  if (!rule) return;
  words.lead.push_back(rule->why);
  words.lead_rule = rule->id;
}

/// That the day is closed, and what opens it.
ClosedWords closed_words(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  if (page.decision.kind == rules::Kind::unanswered) return {texts.say("today.closed_unanswered"), {}};
  ClosedWords closed{texts.say("today.closed"), {}};
  if (page.decision.kind == rules::Kind::sticky) {
    const LocalDay since = page.decision.lock ? page.decision.lock->since : page.decision.day;
    closed.opens = texts.say("today.locked_since", {{"date", long_date(since)}});
  } else if (page.decision.kind == rules::Kind::changeable) {
    closed.opens = texts.say("today.changeable");
  }
  return closed;
}

/// What a clinician said, for as long as it bounds the day: with its limits, within the careful week, or where it keeps
/// the runner from running.
std::string advice_sentence(const TodayPage& page) {
  const auto& advice = page.decision.advice;
  if (!advice) return {};
  const bool careful = std::ranges::any_of(page.decision.fired,
                                           [](const today::FiredRule& fired) { return fired.id == careful_week_rule; });
  if (advice->verdict == model::Verdict::may_run && advice->limits.empty() && !careful) return {};
  return advice_words(*advice, page.catalog.texts);
}

NextStep next_step(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  if (rules::is_clinician_level(page.decision.level)) {
    return page.decision.kind == rules::Kind::unanswered
               ? NextStep{texts.say("today.next_answer"), NextAction::answer}
               : NextStep{texts.say("today.next_clinician"), NextAction::note};
  }
  if (is_race_morning(page) && page.race_week->start == plan::GateState::unanswered)
    return {texts.say("today.next_gate"), NextAction::answer};
  return {texts.say(page.done_today || has_run(page) ? "today.next_after_run" : "today.next_morning"),
          NextAction::check_in};
}

std::vector<std::string> old_answer(const TodayPage& page) {
  if (page.decision.fresh) return {};
  const Texts& texts = page.catalog.texts;
  std::vector<std::string> sentences = {texts.say(
      "today.old_answer", {{"what", texts.say(page.last_day ? "today.old_answer_run" : "today.old_answer_never")}})};
  if (page.last_level && page.last_day) {
    sentences.push_back(texts.say(
        "today.last_decision", {{"date", long_date(*page.last_day)}, {"word", level_word(texts, *page.last_level)}}));
  }
  return sentences;
}

/// Strain or load, where there is an ache of which to say it.
std::string origin_sentence(const TodayPage& page) {
  if (!page.origin || is_race_morning(page) || page.decision.facts.number("worst").value_or(0) <= 0) return {};
  return origin_line_words(*page.origin, page.catalog);
}

std::vector<OpenQuestion> open_questions(const TodayPage& page) {
  std::vector<OpenQuestion> open;
  if (page.decision.kind != rules::Kind::unanswered) return open;
  for (const today::ChangingQuestion& one : page.would_change) {
    if (const rules::Question* question = page.catalog.find_question(one.question))
      open.push_back({question->id, question->text});
  }
  return open;
}

}  // namespace

bool is_race_morning(const TodayPage& page) {
  return page.race_week && page.race_week->days_to_race == 0 && !page.race_week->closed && !page.done_today;
}

std::string day_word(const TodayPage& page) {
  const bool asks = rules::is_clinician_level(page.decision.level) && page.decision.kind == rules::Kind::unanswered;
  return asks ? page.catalog.texts.say("today.word_questions_first")
              : level_word(page.catalog.texts, page.decision.level);
}

std::string advice_words(const model::Advice& advice, const Texts& texts) {
  const char* said = advice.verdict == model::Verdict::may_run        ? "today.advice_may_run"
                     : advice.verdict == model::Verdict::may_exercise ? "today.advice_may_exercise"
                                                                      : "today.advice_not_yet";
  std::string limits;
  if (!advice.limits.empty()) limits = texts.say("today.advice_limits", {{"limits", advice.limits}});
  return texts.say("today.advice", {{"date", short_date(advice.day)},
                                    {"who", advice.who.empty() ? texts.say("today.advice_someone") : advice.who},
                                    {"said", texts.say(said)},
                                    {"limits", limits}});
}

TodayWords today_words(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const bool closed = rules::is_clinician_level(page.decision.level);
  TodayWords words;
  words.title = title(page);
  if (page.made_up) words.made_up = texts.say("today.made_up");
  words.old_answer = old_answer(page);
  words.since = since_words(page);
  words.headline = headline(page);
  add_lead(page, words);
  words.advice = advice_sentence(page);
  words.next = next_step(page);
  words.not_reviewed = texts.say("today.not_reviewed");
  if (closed) {
    words.closed = closed_words(page);
    words.open = open_questions(page);
    if (page.decision.kind != rules::Kind::unanswered) {
      words.referral = referral_of(page.decision, page.catalog);
      words.emergency = texts.say(page.decision.level == Level::emergency ? "today.emergency_number" : "today.if_worse",
                                  {{"number", emergency_number(texts, page.country)}});
    }
    return words;
  }
  add_how(page, words);
  if (has_run(page)) words.numbers = run_numbers(page);
  if (page.circuit) words.circuit = circuit_words(*page.circuit, page.catalog);
  words.origin = origin_sentence(page);
  return words;
}

std::vector<WhyWords> why_words(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const auto leads = [&](const std::string& id) {
    return std::find(page.decision.because.begin(), page.decision.because.end(), id) != page.decision.because.end();
  };
  std::vector<WhyWords> all;
  std::vector<std::string> told;
  for (const today::FiredRule& fired : page.decision.fired) {
    told.push_back(fired.id);
    const rules::Rule* rule = page.catalog.find_rule(fired.id);
    if (!rule) continue;
    WhyWords words{.rule = rule, .leading = leads(fired.id)};
    for (const auto& fact : fired.facts) {
      std::string name = fact.name;
      std::replace(name.begin(), name.end(), '_', ' ');
      words.facts.push_back(texts.say("today.fact_value", {{"fact", name}, {"value", shown(fact.value)}}));
    }
    all.push_back(std::move(words));
  }
  for (const std::string& id : page.decision.because) {
    const rules::Rule* rule = page.catalog.find_rule(id);
    if (rule && std::find(told.begin(), told.end(), id) == told.end()) all.push_back({.rule = rule, .leading = true});
  }
  return all;
}

std::vector<ChangeWords> change_words(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const auto word = [&](const today::Verdict& verdict) {
    return verdict.kind == rules::Kind::unanswered ? texts.say("today.change_unanswered")
                                                   : level_word(texts, verdict.level);
  };
  std::vector<ChangeWords> changes;
  for (const today::ChangingQuestion& open : page.would_change) {
    if (const rules::Question* question = page.catalog.find_question(open.question))
      changes.push_back({question->id, question->text, word(open.least_careful), word(open.most_careful)});
  }
  return changes;
}

}  // namespace hipline::exporters
