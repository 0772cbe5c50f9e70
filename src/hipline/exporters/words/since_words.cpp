// What the latest check-in changed.
#include <algorithm>
#include <cmath>

#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/text/reference_text.hpp"
#include "hipline/exporters/words/today_words.hpp"

namespace hipline::exporters {
namespace {

using catalog::Texts;
using today::ChangedSince;

std::string when_text(const TodayPage& page, LocalDay day) {
  const Texts& texts = page.catalog.texts;
  if (day == page.decision.day) return texts.say("today.changed_today");
  if (day + 1 == page.decision.day) return texts.say("today.changed_yesterday");
  return texts.say("today.changed_day", {{"date", long_date(day)}});
}

std::string percent(double share) { return plain_number(std::round(share * 100)) + " %"; }

/// Down at once: what did it. A morning that was told speaks before all else, since that is the answer that counts.
std::string reason_down(const TodayPage& page, const ChangedSince& changed) {
  const Texts& texts = page.catalog.texts;
  const auto differs = [&](const char* name) {
    return std::ranges::any_of(changed.facts, [&](const ChangedSince::Fact& fact) { return fact.name == name; });
  };
  const auto morning = page.decision.facts.number("pain_this_morning");
  const auto worst = page.decision.facts.number("worst");
  const bool by_morning = morning && (differs("settled") || (worst && *worst == *morning && differs("worst")));
  if (by_morning && *morning > 0) return texts.say("today.changed_morning", {{"pain", plain_number(*morning)}});
  if (differs("worst") && worst) return texts.say("today.changed_worst", {{"pain", plain_number(*worst)}});
  for (const ChangedSince::Fact& fact : changed.facts) {
    const bool* now = std::get_if<bool>(&fact.now);
    const auto known = page.catalog.facts.find(fact.name);
    if (now && *now && known != page.catalog.facts.end())
      return texts.say("today.changed_fact", {{"fact", known->second.meaning}});
  }
  return {};
}

std::string reason_up(const TodayPage& page) {
  const auto runs = page.decision.facts.number("low_pain_runs");
  return runs && *runs >= 2 ? page.catalog.texts.say("today.changed_settled") : std::string();
}

}  // namespace

std::string since_words(const TodayPage& page) {
  // Behind a clinician level the page itself says what is new, and has no line to spare.
  if (!page.decision.changed_since || rules::is_clinician_level(page.decision.level)) return {};
  const ChangedSince& changed = *page.decision.changed_since;
  const Texts& texts = page.catalog.texts;
  const auto step = page.decision.facts.number("pain_step");
  const bool same_level = changed.level_before == page.decision.level;
  const bool down = same_level ? step && changed.step_before && *step < *changed.step_before
                               : page.decision.level < changed.level_before;
  const std::string reason = down ? reason_down(page, changed) : reason_up(page);
  const std::string since = when_text(page, changed.day);
  std::string week;
  if (changed.week_before && changed.week_now &&
      distance_text(*changed.week_before, page.units) != distance_text(*changed.week_now, page.units)) {
    week = texts.say("today.changed_week", {{"now", distance_text(*changed.week_now, page.units)},
                                            {"before", distance_text(*changed.week_before, page.units)}});
  }
  if (!same_level) {
    return texts.say("today.changed_level", {{"since", since},
                                             {"before", level_word(texts, changed.level_before)},
                                             {"now", level_word(texts, page.decision.level)},
                                             {"reason", reason},
                                             {"week", week}});
  }
  if (!step || !changed.step_before) return {};
  return texts.say(down ? "today.changed_down" : "today.changed_up", {{"since", since},
                                                                      {"step", percent(*step)},
                                                                      {"before", percent(*changed.step_before)},
                                                                      {"reason", reason},
                                                                      {"week", week}});
}

}  // namespace hipline::exporters
