#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"
#include "hipline/baseline/session.hpp"
#include "hipline/model/history.hpp"
#include "hipline/rules/facts.hpp"
#include "hipline/rules/level.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline::today {

/// A rule that fired, or that stayed open because an answer is missing, with the facts that made it so.
struct FiredRule {
  std::string id;
  rules::Truth fires = rules::Truth::yes;
  struct Fact {
    std::string name;
    rules::Value value;
  };
  std::vector<Fact> facts;
  std::optional<rules::Level> level = std::nullopt;  ///< the most careful one it asks for
};

/// What is left of the day's session after the rules: the numbers to follow.
struct TodaySession {
  baseline::SessionKind kind = baseline::SessionKind::rest;
  Metres distance;
  Seconds duration;
  double step = 1.0;       ///< share of the baseline's distance that today's pain allows: 1.0, 0.7, 0.5, 0.35 or 0
  bool flat = false;       ///< no hills
  bool hilly = false;      ///< the baseline's session has hills, and they stay
  bool easy_only = false;  ///< no speed
  int run_minutes = 0;     ///< walk-break pattern; 0: none
  int walk_minutes = 0;
  int stop_above_pain = 5;  ///< stop when pain climbs above this
  double effort_low = 0;    ///< session RPE 0-10 to aim at; both 0: none to name
  double effort_high = 0;
};

/// One level that was not chosen: what it would look like and why not.
struct OptionNotChosen {
  rules::Level level = rules::Level::modify;
  TodaySession session;
  std::vector<std::string> because;  ///< rule ids; empty where nothing asked for so much care
};

/// Screening questions left open, each of which would change the answer.
struct OpenQuestion {
  std::string question;
  std::vector<std::string> facts;
};

/// A sticky outcome of an earlier check-in that still stands.
struct Lock {
  LocalDay since;
  rules::Level level = rules::Level::clinician_before_running;
  std::vector<std::string> rules;
};

/// A level with what opens it again.
struct Verdict {
  rules::Level level = rules::Level::modify;
  rules::Kind kind = rules::Kind::changeable;
};

/// An unanswered question whose answer would change the day, with the two ends of what it could lead to.
struct ChangingQuestion {
  std::string question;
  std::vector<std::string> facts;  ///< those that have no answer
  Verdict least_careful;
  Verdict most_careful;
};

/// How the answer differs from the one before the latest check-in.
struct ChangedSince {
  struct Fact {
    std::string name;
    rules::Value before;
    rules::Value now;
  };

  LocalDay day;  ///< of the check-in before the latest one
  rules::Level level_before = rules::Level::modify;
  std::optional<double> step_before;
  std::vector<std::string> because_before;
  std::vector<Fact> facts;            ///< those that decided then or now and are different
  std::optional<Metres> week_before;  ///< running planned for the next seven days, today among them
  std::optional<Metres> week_now;
};

/// The answer for one day.
struct Decision {
  LocalDay day;
  rules::Level level = rules::Level::modify;
  rules::Kind kind = rules::Kind::changeable;
  bool fresh = true;             ///< false: made from answers older than a day or than the last run
  baseline::Session as_planned;  ///< what the baseline holds for the day
  TodaySession session;
  std::vector<std::string> because;  ///< ids of the rules that set the level, the first one leads
  std::vector<FiredRule> fired;      ///< every rule that fired, in the order of its group
  std::vector<rules::Limit> limits;
  std::vector<std::string> forbidden;
  std::vector<std::string> required;
  std::vector<std::string> notes;
  std::vector<OpenQuestion> open_questions;
  std::vector<OptionNotChosen> options;
  std::vector<std::string> held_by;  ///< ids of plan rules that made today's session smaller than the day's own rules
  std::optional<Lock> lock;
  std::optional<rules::Level> last_level;  ///< of the latest check-in before the day: unknown pain keeps it
  std::optional<model::Advice> advice;     ///< the latest word of a clinician
  std::optional<ChangedSince> changed_since;
  rules::Facts facts;  ///< the named facts that it was made from
};

}  // namespace hipline::today
