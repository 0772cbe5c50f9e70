#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/catalog/catalog.hpp"
#include "hipline/circuit/prescription.hpp"
#include "hipline/model/history.hpp"
#include "hipline/model/runner.hpp"
#include "hipline/plan/day_plan.hpp"
#include "hipline/plan/race_week.hpp"
#include "hipline/today/decision.hpp"
#include "hipline/triage/origin.hpp"

namespace hipline::exporters {

/// What stands round a decision on the page.
struct TodayPage {
  const today::Decision& decision;
  const catalog::Catalog& catalog;
  model::Units units = model::Units::metric;
  std::optional<model::Race> race;
  std::optional<std::string> country;
  std::optional<circuit::Prescription> circuit;
  std::optional<plan::DoneRun> done_today;  ///< what was already run today
  std::optional<plan::RaceWeek> race_week = {};
  std::vector<today::ChangingQuestion> would_change = {};  ///< the weightiest first
  std::optional<triage::Origin> origin = {};               ///< strain or load
  bool made_up = false;
  std::optional<rules::Level> last_level;  ///< of the last decision, shown as old where this one is not fresh
  std::optional<LocalDay> last_day;
  std::string_view version;
};

/// What the runner does next; a terminal names a command for it, a page has a button.
enum class NextAction : std::uint8_t { check_in, answer, note, race };

/// A sentence that leads somewhere.
struct NextStep {
  std::string sentence;  ///< begins small and has no full stop: it follows "Next:"
  NextAction action = NextAction::check_in;
};

/// One of the few numbers of a run.
struct NumberWords {
  std::string label;
  std::string value;
  std::string detail;
};

/// When to stop on a run; empty where there is none.
struct StopWords {
  std::string walk;
  std::string title;              ///< the beginning of each `when`
  std::vector<std::string> when;  ///< "climbs above 5"
  std::string home;
};

/// Today's circuit in a line.
struct CircuitWords {
  bool any = false;
  std::string dose;                  ///< "3 rounds of 4 exercises, effort 6-7, 26 min"; begins small
  std::string none;                  ///< why there is none
  std::vector<std::string> details;  ///< what goes before it, what rules say of it
  std::vector<std::string> exercises;
  std::vector<std::string> readings;  ///< how the therapist's dose was read
};

/// A day that is closed, and what opens it.
struct ClosedWords {
  std::string sentence;
  std::string opens;  ///< no full stop; empty: nothing but the questions of the page
};

/// A screening question that stands before a run.
struct OpenQuestion {
  std::string question;
  std::string text;
};

/// One rule that took part.
struct WhyWords {
  const rules::Rule* rule = nullptr;
  std::vector<std::string> facts;  ///< "worst: 4"
  bool leading = false;
};

/// A level the day could have, the chosen one among them.
struct OptionWords {
  rules::Level level = rules::Level::modify;
  bool chosen = false;
  std::string word;
  std::string detail;   ///< what it would look like; empty at clinician levels
  std::string why;      ///< why it is the answer, or why not
  std::string held_by;  ///< of the chosen one: that the plan holds it lower; empty where it does not
  std::vector<std::string> rules;
};

/// An unanswered question that would change the day.
struct ChangeWords {
  std::string question;
  std::string text;
  std::string least;
  std::string most;
};

/// Today's answer in sentences, unbroken, without commands and without markup: what a terminal and a page lay out.
struct TodayWords {
  std::string title;
  std::string made_up;                  ///< empty: a real runner
  std::vector<std::string> old_answer;  ///< empty: the answer is fresh; the first has no full stop
  std::string since;                    ///< what changed since the check-in before; empty where nothing did
  std::string headline;                 ///< no full stop
  std::vector<std::string> lead;        ///< why, in one to three sentences
  std::string lead_rule;                ///< the rule behind its last sentence; may be empty
  std::vector<NumberWords> numbers;
  std::vector<std::string> how;  ///< what goes with the run, or with the day in its place
  StopWords stops;
  std::string race_stop;  ///< on race morning, in the place of `stops`
  std::string advice;     ///< what a clinician said, while it bounds the day
  std::optional<CircuitWords> circuit;
  std::string origin;  ///< strain or load, in a line; empty where it is not to be said
  NextStep next;
  std::optional<ClosedWords> closed;
  std::optional<rules::Referral> referral;  ///< whom to see, and what to say
  std::string emergency;  ///< the number to call, in a sentence; at clinician levels that are answered
  std::vector<OpenQuestion> open;
  std::string not_reviewed;
};

TodayWords today_words(const TodayPage& page);

/// The level as one says it; where only questions are open nobody is sent to anyone.
std::string day_word(const TodayPage& page);
/// What the latest check-in changed, in one or two sentences; empty where it changed neither level nor step, and at a
/// clinician level.
std::string since_words(const TodayPage& page);
/// Every rule that took part, those that decide first as the decision lists them.
std::vector<WhyWords> why_words(const TodayPage& page);
/// The chosen level, then every level not chosen.
std::vector<OptionWords> option_words(const TodayPage& page);
/// The unanswered questions that would change the day, and to what.
std::vector<ChangeWords> change_words(const TodayPage& page);

/// What a clinician said, with its day and limits.
std::string advice_words(const model::Advice& advice, const catalog::Texts& texts);

/// Race day, at a level that speaks of the race and not of a clinician.
bool is_race_morning(const TodayPage& page);

}  // namespace hipline::exporters
