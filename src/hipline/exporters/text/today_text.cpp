#include "hipline/exporters/text/today_text.hpp"

#include <algorithm>

#include "hipline/exporters/json/answer_json.hpp"
#include "hipline/exporters/text/changed_text.hpp"
#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/text/origin_text.hpp"
#include "hipline/exporters/text/race_text.hpp"
#include "hipline/exporters/text/reference_text.hpp"

namespace hipline::exporters {
namespace {

using baseline::SessionKind;
using catalog::Texts;
using rules::Level;

constexpr std::ptrdiff_t screen_lines = 24;
/// The rule of the careful days after "may run".
constexpr std::string_view careful_week_rule = "TD-17";

/// A line under the answer, as long as its longest line.
std::string underline(const std::string& lines) {
  int longest = 0;
  std::size_t start = 0;
  while (start < lines.size()) {
    const std::size_t end = lines.find('\n', start);
    longest = std::max(longest, columns_of(std::string_view(lines).substr(start, end - start)));
    start = end + 1;
  }
  return lines + std::string(static_cast<std::size_t>(longest), '=') + "\n";
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

bool race_page_is_near(const TodayPage& page) {
  return page.race_week && page.race_week->days_to_race <= page.catalog.parameters.value("plan.race_page_days");
}

/// Race day, at a level that speaks of the race and not of a clinician.
bool is_race_morning(const TodayPage& page) {
  return page.race_week && page.race_week->days_to_race == 0 && !page.race_week->closed && !page.done_today;
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

/// What is still open or speaks against the start; where nothing does, how to start and what ends the race.
std::string race_morning(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const plan::RaceWeek& week = *page.race_week;
  if (week.start != plan::GateState::met) {
    const bool open = week.start == plan::GateState::unanswered;
    return wrap(texts.say(open ? "today.race_gate_open" : "today.race_gate_not_met")) + open_gate_text(page) +
           wrap(texts.say("today.race_choices"));
  }
  std::string text;
  if (week.walk_minutes > 0) {
    text += wrap(texts.say("today.walk_breaks",
                           {{"walk", std::to_string(week.walk_minutes)}, {"run", std::to_string(week.run_minutes)}}));
  }
  text += wrap(texts.say("today.race_start_slow"));
  return text + "\n" +
         wrap(texts.say("today.race_stop", {{"stop", std::to_string(page.decision.session.stop_above_pain)}}));
}

/// The numbers to follow and the stop rules to carry along.
std::string how(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const today::TodaySession& session = page.decision.session;
  const std::string stop = std::to_string(session.stop_above_pain);
  std::string text;
  if (is_race_morning(page)) return race_morning(page);
  if (const catalog::Instead* instead = page.catalog.find_instead(rules::name(page.decision.level))) {
    text = wrap(instead->in_short + " " + texts.say("today.instead_more"));
    return page.decision.level == Level::rest ? text : text + wrap(texts.say("today.stop_rules_cross"));
  }
  if (page.done_today) return wrap(texts.say("today.run_done_more"));
  if (!page.decision.held_by.empty()) {
    const rules::Rule* rule = page.catalog.find_rule(page.decision.held_by.front());
    if (rule) text += wrap(texts.say("today.held_back", {{"reason", first_sentence(rule->why)}, {"rule", rule->id}}));
  }
  if (!has_run(page)) return text;
  if (session.walk_minutes > 0) {
    text += wrap(texts.say("today.walk_breaks", {{"walk", std::to_string(session.walk_minutes)},
                                                 {"run", std::to_string(session.run_minutes)}}));
  }
  if (page.decision.level == Level::as_planned) {
    if (session.flat) text += wrap(texts.say("today.flat"));
    if (session.easy_only) text += wrap(texts.say("today.easy"));
  }
  text += wrap(texts.say("today.pain_limit", {{"stop", stop}}));
  text += "\n" + wrap(texts.say("today.stop_rules", {{"stop", stop}}));
  return text;
}

std::string why_line(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const auto worst = page.decision.facts.number("worst");
  const auto morning = page.decision.facts.number("pain_this_morning");
  std::string pain;
  if (rules::is_clinician_level(page.decision.level)) {
    pain.clear();
  } else if (!worst) {
    pain = texts.say("today.pain_unknown");
  } else if (morning) {
    pain =
        texts.say("today.pain_run_and_morning", {{"worst", plain_number(*worst)}, {"morning", plain_number(*morning)}});
  } else {
    pain = texts.say("today.pain_worst", {{"worst", plain_number(*worst)}});
  }
  const rules::Rule* rule = is_race_morning(page) ? race_morning_rule(page) : leading_rule(page);
  const std::string reason = rule ? rule->why + " (" + rule->id + ")" : "";
  return wrap(texts.say("today.why", {{"pain", pain}, {"reason", reason}}));
}

std::string circuit_line(const TodayPage& page) {
  if (!page.circuit) return {};
  const Texts& texts = page.catalog.texts;
  const circuit::Prescription& circuit = *page.circuit;
  if (!circuit.any) {
    const rules::Rule* rule = page.catalog.find_rule(circuit.because);
    return rule ? wrap(texts.say("today.circuit_none", {{"reason", first_sentence(rule->why)}})) : "";
  }
  const std::string duration = duration_text(circuit.total);
  if (circuit.focus != "full") return wrap(texts.say("today.circuit_mobility", {{"duration", duration}}));
  const auto done = std::count_if(circuit.exercises.begin(), circuit.exercises.end(),
                                  [](const circuit::PrescribedExercise& e) { return !e.left_out_because; });
  const std::string rounds = circuit.rounds == 1
                                 ? texts.say("today.round_one")
                                 : texts.say("today.round_many", {{"rounds", std::to_string(circuit.rounds)}});
  const std::string high = plain_number(circuit.effort_high);
  const std::string effort = circuit.effort_low <= 0 ? texts.say("today.effort_up_to", {{"to", high}})
                             : circuit.effort_low == circuit.effort_high
                                 ? high
                                 : plain_number(circuit.effort_low) + "-" + high;
  return wrap(
      texts.say("today.circuit",
                {{"rounds", rounds}, {"exercises", std::to_string(done)}, {"effort", effort}, {"duration", duration}}));
}

std::string labelled(const Texts& texts, const char* label, const std::string& text) {
  const std::string first = texts.say(label);
  return wrap(text, columns_of(first), first);
}

/// What a clinician level says, or the questions that stand before it.
std::string referral_text(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  std::string text;
  if (page.decision.kind == rules::Kind::unanswered) {
    text += wrap(texts.say("today.closed_unanswered")) + "\n";
    for (const today::ChangingQuestion& open : page.would_change) {
      if (const rules::Question* question = page.catalog.find_question(open.question))
        text += labelled(texts, "today.open", question->text);
    }
    return text;
  }
  text += referral_lines(page);
  return text + wrap(texts.say(page.decision.level == Level::emergency ? "today.emergency_number" : "today.if_worse",
                               {{"number", emergency_number(texts, page.country)}}));
}

/// That the day is closed, and what opens it.
std::string closed_line(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  std::string opens;
  if (page.decision.kind == rules::Kind::sticky) {
    const LocalDay since = page.decision.lock ? page.decision.lock->since : page.decision.day;
    opens = texts.say("today.locked_since", {{"date", long_date(since)}});
  } else if (page.decision.kind == rules::Kind::changeable) {
    opens = texts.say("today.changeable");
  }
  return wrap(texts.say("today.closed", {{"opens", opens}}));
}

/// What a clinician said, for as long as it bounds the day: with its limits, within the careful week, or where it keeps
/// the runner from running.
std::string advice_line(const TodayPage& page) {
  const auto& advice = page.decision.advice;
  if (!advice) return {};
  const bool careful = std::ranges::any_of(page.decision.fired,
                                           [](const today::FiredRule& fired) { return fired.id == careful_week_rule; });
  if (advice->verdict == model::Verdict::may_run && advice->limits.empty() && !careful) return {};
  const Texts& texts = page.catalog.texts;
  const char* said = advice->verdict == model::Verdict::may_run        ? "today.advice_may_run"
                     : advice->verdict == model::Verdict::may_exercise ? "today.advice_may_exercise"
                                                                       : "today.advice_not_yet";
  std::string limits;
  if (!advice->limits.empty()) limits = texts.say("today.advice_limits", {{"limits", advice->limits}});
  return wrap(texts.say("today.advice", {{"date", short_date(advice->day)},
                                         {"who", advice->who.empty() ? texts.say("today.advice_someone") : advice->who},
                                         {"said", texts.say(said)},
                                         {"limits", limits}}));
}

/// The key of what comes next at a level that is not a clinician's.
const char* next_step(const TodayPage& page) {
  if (is_race_morning(page) && page.race_week->start == plan::GateState::unanswered) return "today.next_gate";
  return page.done_today || has_run(page) ? "today.next_after_run" : "today.next_morning";
}

std::string freshness(const TodayPage& page) {
  if (page.decision.fresh) return {};
  const Texts& texts = page.catalog.texts;
  std::string text = wrap(texts.say(
      "today.old_answer", {{"what", texts.say(page.last_day ? "today.old_answer_run" : "today.old_answer_never")}}));
  if (page.last_level && page.last_day) {
    text += wrap(texts.say("today.last_decision",
                           {{"date", long_date(*page.last_day)}, {"word", level_word(texts, *page.last_level)}}));
  }
  return text + "\n";
}

/// Strain or load, where there is an ache of which to say it.
std::string strain_or_load(const TodayPage& page) {
  if (!page.origin || is_race_morning(page) || page.decision.facts.number("worst").value_or(0) <= 0) return {};
  return origin_line(*page.origin, page.catalog);
}

/// The first screen, with a line that may stand on it where there is room.
std::string first_screen(const TodayPage& page, const std::string& where_there_is_room) {
  const Texts& texts = page.catalog.texts;
  const bool closed = rules::is_clinician_level(page.decision.level);
  std::string text = wrap(title(page) + (page.made_up ? " · " + texts.say("today.made_up") : "")) + "\n";
  text += freshness(page);
  text += underline(wrap(headline(page) + "."));
  if (closed) {
    text += referral_text(page) + "\n" + why_line(page);
    text += closed_line(page) + advice_line(page);
    text += "\n" + wrap(texts.say("today.next", {{"step", texts.say(page.decision.kind == rules::Kind::unanswered
                                                                        ? "today.next_answer"
                                                                        : "today.next_clinician")}}));
    text += wrap(texts.say("today.more_closed"));
  } else {
    text += how(page) + advice_line(page) + "\n" + why_line(page) + changed_text(page) + where_there_is_room + "\n";
    text += circuit_line(page);
    text += wrap(texts.say("today.next", {{"step", texts.say(next_step(page))}}));
    text += wrap(texts.say(race_page_is_near(page) ? "today.more_race" : "today.more"));
  }
  return text + wrap(texts.say("today.not_reviewed"));
}

/// Which unanswered questions would change the answer, and to what.
std::string would_change_text(const TodayPage& page) {
  if (page.would_change.empty()) return {};
  const Texts& texts = page.catalog.texts;
  std::string text = wrap(texts.say("today.change_title"));
  for (const today::ChangingQuestion& open : page.would_change) {
    const rules::Question* question = page.catalog.find_question(open.question);
    if (!question) continue;
    const auto word = [&](const today::Verdict& verdict) {
      return verdict.kind == rules::Kind::unanswered ? texts.say("today.change_unanswered")
                                                     : level_word(texts, verdict.level);
    };
    text += wrap(texts.say("today.change", {{"question", question->text},
                                            {"least", word(open.least_careful)},
                                            {"most", word(open.most_careful)}}),
                 4, "  - ");
  }
  return text + "\n";
}

}  // namespace

std::string referral_lines(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const rules::Rule* rule = leading_rule(page);
  if (!rule || !rule->referral) return {};
  return labelled(texts, "today.stop", rule->referral->stop) + labelled(texts, "today.see", rule->referral->whom) +
         labelled(texts, "today.how_soon", rule->referral->how_soon) +
         labelled(texts, "today.say", rule->referral->say);
}

std::string today_text(const TodayPage& page) {
  const std::string whole = first_screen(page, strain_or_load(page));
  return std::count(whole.begin(), whole.end(), '\n') <= screen_lines ? whole : first_screen(page, {});
}

std::string today_why(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  std::string text = wrap(texts.say("today.why_title")) + "\n";
  std::vector<std::string> told;
  for (const today::FiredRule& fired : page.decision.fired) {
    std::string facts;
    for (const auto& fact : fired.facts) {
      std::string name = fact.name;
      std::replace(name.begin(), name.end(), '_', ' ');
      facts += (facts.empty() ? "" : "; ") +
               texts.say("today.fact_value", {{"fact", name}, {"value", rules::to_text(fact.value)}});
    }
    if (const rules::Rule* rule = page.catalog.find_rule(fired.id)) text += rule_sheet(*rule, texts, facts) + "\n";
    told.push_back(fired.id);
  }
  if (page.decision.lock) text += wrap(texts.say("today.why_lock", {{"date", long_date(page.decision.lock->since)}}));
  for (const std::string& id : page.decision.because) {
    const rules::Rule* rule = page.catalog.find_rule(id);
    if (rule && std::find(told.begin(), told.end(), id) == told.end()) text += rule_sheet(*rule, texts) + "\n";
  }
  text += would_change_text(page);
  if (page.origin) text += origin_section(*page.origin, page.decision.kind, page.catalog);
  return text + wrap(texts.say("today.why_version",
                               {{"hash", page.catalog.hash.substr(0, 12)}, {"version", std::string(page.version)}}));
}

std::string today_evidence(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  std::vector<std::pair<std::string, std::vector<std::string>>> used;
  std::vector<std::string> ids = page.decision.because;
  for (const today::FiredRule& fired : page.decision.fired) {
    if (std::find(ids.begin(), ids.end(), fired.id) == ids.end()) ids.push_back(fired.id);
  }
  if (page.origin && !page.origin->see_first) {
    for (const triage::OriginSign& sign : page.origin->signs) ids.push_back(sign.rule);
  }
  for (const std::string& id : ids) {
    const rules::Rule* rule = page.catalog.find_rule(id);
    if (!rule) continue;
    for (const std::string& source : rule->evidence) {
      auto entry = std::find_if(used.begin(), used.end(), [&](const auto& u) { return u.first == source; });
      if (entry == used.end()) entry = used.insert(used.end(), {source, {}});
      entry->second.push_back(id);
    }
  }
  std::string text = wrap(texts.say("today.evidence_title")) + "\n";
  for (const auto& [source, rule_ids] : used) {
    const rules::Evidence* evidence = page.catalog.find_evidence(source);
    if (!evidence) continue;
    text += evidence_sheet(*evidence, texts, rule_ids) + "\n";
  }
  return text + wrap(texts.say("today.evidence_honesty"));
}

}  // namespace hipline::exporters
