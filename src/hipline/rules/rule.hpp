#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "hipline/rules/level.hpp"

namespace hipline::rules {

/// A condition over named facts: the whole rule language of `when`.
struct Condition {
  enum class Form { fact, comparison, all_of, any_of, at_least, negation };
  enum class Operator { at_least, more_than, at_most, less_than, equals };

  Form form = Form::all_of;  ///< an empty `all_of` is always true
  std::string fact;          ///< of fact and comparison
  Operator op = Operator::at_least;
  double threshold = 0;
  int count = 0;  ///< of at_least: how many of `parts`
  std::vector<Condition> parts;
};

/// What a rule that fires does: the whole rule language of `then`.
struct SetLevel {
  Level level = Level::modify;
};
/// A named bound, for instance distance_factor_max 0.7 or run_minutes_max 60.
struct Limit {
  std::string name;
  double value = 0;
  std::string unit;
};
struct Forbid {
  std::string tag;
};
struct Require {
  std::string tag;
};
struct Ask {
  std::string question;
};
struct Note {
  std::string text;
};
using Outcome = std::variant<SetLevel, Limit, Forbid, Require, Ask, Note>;

/// How sure the source makes us, for the use that Hipline makes of it (GRADE).
enum class Grade { high, moderate, low, very_low, none };
/// Whether a plan may miss the rule: a must is never broken, a missed aim is listed with its reason.
enum class Binding { must, aim };

/// What to tell a runner who must see a clinician.
struct Referral {
  std::string stop;      ///< what to stop
  std::string whom;      ///< whom to see
  std::string how_soon;  ///< and how soon
  std::string say;       ///< what to tell them
};

/// One rule as a clinician wrote it in content/rules.
struct Rule {
  std::string id;
  std::string title;
  Condition when;
  std::vector<Outcome> then;
  Kind kind = Kind::changeable;
  Binding binding = Binding::must;   ///< of plan rules
  std::optional<Referral> referral;  ///< of rules at a clinician level, always there
  std::string why;
  std::string not_for;
  std::vector<std::string> evidence;
  Grade grade = Grade::none;
  bool opinion = false;
  std::string reviewed;  ///< by whom and when, or "not yet by a clinician"
};

/// The most careful level among a rule's outcomes, if it sets one.
std::optional<Level> level_of(const Rule& rule);

}  // namespace hipline::rules
