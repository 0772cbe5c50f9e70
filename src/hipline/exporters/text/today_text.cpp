#include "hipline/exporters/text/today_text.hpp"

#include <algorithm>

#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/text/origin_text.hpp"
#include "hipline/exporters/text/race_text.hpp"
#include "hipline/exporters/text/reference_text.hpp"
#include "hipline/exporters/words/say_words.hpp"

namespace hipline::exporters {
namespace {

using catalog::Texts;
using rules::Level;

constexpr std::ptrdiff_t screen_lines = 24;

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

bool race_page_is_near(const TodayPage& page) {
  return page.race_week && page.race_week->days_to_race <= page.catalog.parameters.value("plan.race_page_days");
}

/// Sentences as one paragraph.
std::string joined(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) text += (text.empty() ? "" : " ") + sentence;
  return text;
}

/// A sentence with what to type for it.
std::string with_command(const Texts& texts, const std::string& sentence, const char* command) {
  return texts.say("today.with_command",
                   {{"sentence", sentence}, {"command", texts.say("today.command_" + std::string(command))}});
}

std::string labelled(const Texts& texts, const char* label, const std::string& text) {
  const std::string first = texts.say(label);
  return wrap(text, columns_of(first), first);
}

std::string stop_rules(const StopWords& stops, const Texts& texts) {
  return wrap(texts.say("today.stop_rules", {{"walk", stops.walk},
                                             {"title", stops.title},
                                             {"above", stops.when.at(0)},
                                             {"sharp", stops.when.at(1)},
                                             {"limp", stops.when.at(2)},
                                             {"home", stops.home}}));
}

/// The numbers to follow and the stop rules to carry along.
std::string how(const TodayPage& page, const TodayWords& words) {
  const Texts& texts = page.catalog.texts;
  std::string text;
  const bool instead = page.catalog.find_instead(rules::name(page.decision.level)) != nullptr;
  for (std::size_t i = 0; i < words.how.size(); ++i) {
    const bool more = i == 0 && instead && !is_race_morning(page);
    text += wrap(more ? words.how[i] + " " + with_command(texts, texts.say("today.instead_more"), "options")
                      : words.how[i]);
  }
  if (is_race_morning(page) && page.race_week->start != plan::GateState::met)
    text += open_gate_text(page) + wrap(with_command(texts, texts.say("today.race_choices"), "race"));
  if (!words.race_stop.empty()) text += "\n" + wrap(words.race_stop);
  if (!words.stops.title.empty()) text += "\n" + stop_rules(words.stops, texts);
  return text;
}

std::string why_line(const TodayPage& page, const TodayWords& words) {
  const std::string rule = words.lead_rule.empty() ? "" : " (" + words.lead_rule + ")";
  return wrap(page.catalog.texts.say("today.why", {{"reasons", joined(words.lead) + rule}}));
}

std::string circuit_line(const TodayPage& page, const TodayWords& words) {
  if (!words.circuit) return {};
  if (!words.circuit->any) return words.circuit->none.empty() ? "" : wrap(words.circuit->none);
  const Texts& texts = page.catalog.texts;
  return wrap(with_command(texts, texts.say("today.circuit", {{"dose", words.circuit->dose}}), "circuit"));
}

/// What a clinician level says, or the questions that stand before it.
std::string referral_text(const TodayPage& page, const TodayWords& words) {
  const Texts& texts = page.catalog.texts;
  if (page.decision.kind != rules::Kind::unanswered) return referral_lines(page) + wrap(words.emergency);
  std::string text = wrap(words.closed->sentence) + "\n";
  for (const OpenQuestion& open : words.open) text += labelled(texts, "today.open", open.text);
  return text;
}

/// That the day is closed, and what opens it.
std::string closed_line(const TodayPage& page, const TodayWords& words) {
  const Texts& texts = page.catalog.texts;
  const char* command = page.decision.kind == rules::Kind::sticky ? "advice" : "correct";
  const std::string opens = words.closed->opens.empty() ? "" : " " + with_command(texts, words.closed->opens, command);
  return wrap(texts.say("today.closed") + opens);
}

std::string next_line(const TodayPage& page, const TodayWords& words) {
  const Texts& texts = page.catalog.texts;
  const char* command = words.next.action == NextAction::note ? "note" : "check_in";
  return wrap(texts.say("today.next", {{"step", with_command(texts, words.next.sentence, command)}}));
}

std::string freshness(const TodayPage& page, const TodayWords& words) {
  if (words.old_answer.empty()) return {};
  std::string text = wrap(with_command(page.catalog.texts, words.old_answer.front(), "check_in"));
  for (std::size_t i = 1; i < words.old_answer.size(); ++i) text += wrap(words.old_answer[i]);
  return text + "\n";
}

/// A sentence of its own, or nothing.
std::string line_of(const std::string& sentence) { return sentence.empty() ? sentence : wrap(sentence); }

/// The first screen, with a line that may stand on it where there is room.
std::string first_screen(const TodayPage& page, const TodayWords& words, const std::string& where_there_is_room) {
  const Texts& texts = page.catalog.texts;
  std::string text = wrap(words.title + (words.made_up.empty() ? "" : " · " + words.made_up)) + "\n";
  text += freshness(page, words);
  text += underline(wrap(words.headline + "."));
  if (words.closed) {
    text += referral_text(page, words) + "\n" + why_line(page, words);
    text += closed_line(page, words) + line_of(words.advice);
    text += "\n" + next_line(page, words);
    text += wrap(texts.say("today.more_closed"));
  } else {
    text += how(page, words) + line_of(words.advice) + "\n" + why_line(page, words) + line_of(words.since) +
            line_of(where_there_is_room) + "\n" + circuit_line(page, words);
    text += next_line(page, words);
    text += wrap(texts.say(race_page_is_near(page) ? "today.more_race" : "today.more"));
  }
  return text + wrap(words.not_reviewed);
}

/// Which unanswered questions would change the answer, and to what.
std::string would_change_text(const TodayPage& page) {
  if (page.would_change.empty()) return {};
  const Texts& texts = page.catalog.texts;
  std::string text = wrap(texts.say("today.change_title"));
  for (const ChangeWords& change : change_words(page)) {
    text += wrap(texts.say("today.change", {{"question", change.text}, {"least", change.least}, {"most", change.most}}),
                 4, "  - ");
  }
  return text + "\n";
}

}  // namespace

std::string referral_lines(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  const auto referral = referral_of(page.decision, page.catalog);
  if (!referral) return {};
  return labelled(texts, "today.stop", referral->stop) + labelled(texts, "today.see", referral->whom) +
         labelled(texts, "today.how_soon", referral->how_soon) + labelled(texts, "today.say", referral->say);
}

std::string today_text(const TodayPage& page) {
  const TodayWords words = today_words(page);
  const std::string whole = first_screen(page, words, words.origin);
  return std::count(whole.begin(), whole.end(), '\n') <= screen_lines ? whole : first_screen(page, words, {});
}

std::string today_why(const TodayPage& page) {
  const Texts& texts = page.catalog.texts;
  std::string text = wrap(texts.say("today.why_title")) + "\n";
  const std::vector<WhyWords> all = why_words(page);
  // The lock stands between the rules that fired today and those that hold from an earlier answer.
  const auto fired = [&](const WhyWords& one) {
    return std::ranges::any_of(page.decision.fired, [&](const auto& f) { return f.id == one.rule->id; });
  };
  const auto sheet = [&](const WhyWords& one) {
    std::string facts;
    for (const std::string& fact : one.facts) facts += (facts.empty() ? "" : "; ") + fact;
    return rule_sheet(*one.rule, texts, facts) + "\n";
  };
  for (const WhyWords& one : all)
    if (fired(one)) text += sheet(one);
  if (page.decision.lock) text += wrap(texts.say("today.why_lock", {{"date", long_date(page.decision.lock->since)}}));
  for (const WhyWords& one : all)
    if (!fired(one)) text += sheet(one);
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
