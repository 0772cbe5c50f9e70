#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/base/error.hpp"
#include "hipline/catalog/setup_field.hpp"
#include "hipline/catalog/texts.hpp"
#include "hipline/circuit/exercise.hpp"
#include "hipline/circuit/programme.hpp"
#include "hipline/rules/evidence.hpp"
#include "hipline/rules/facts.hpp"
#include "hipline/rules/question.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline::catalog {

/// A fact that rules and questions may name (content/facts.yaml).
struct KnownFact {
  enum class Form { yes_no, number };

  std::string name;
  Form form = Form::yes_no;
  std::string unit;     ///< of a number
  std::string meaning;  ///< one line
};

/// One case of a rule: with these facts it fires, does not, or cannot tell.
struct RuleCase {
  std::string name;
  rules::Facts facts;
  rules::Truth fires = rules::Truth::unknown;
};

/// What to do in place of the run on a day of rest or of cross-training (content/instead).
struct Instead {
  struct Choice {
    std::string title;
    std::string how;
    std::string not_if;
    std::vector<std::string> evidence;
    rules::Grade grade = rules::Grade::none;
    bool opinion = false;
  };

  std::string id;        ///< the level's name: rest or cross_train
  std::string in_short;  ///< one line for the first screen
  std::vector<Choice> choices;
  std::string reviewed;
};

/// Everything that clinicians and writers wrote, checked and ready to be decided with.
struct Catalog {
  std::string hash;  ///< of the content, shown in every answer
  std::vector<rules::Rule> triage;
  std::vector<rules::Rule> today;
  std::vector<rules::Rule> circuit_rules;
  std::vector<rules::Rule> plan_rules;
  std::vector<rules::Rule> origin_rules;   ///< signs of a strain or of load
  std::vector<rules::Question> questions;  ///< in the order they are asked
  std::vector<SetupField> setup;           ///< what setup asks, in the order it is asked
  rules::Parameters parameters;
  std::vector<rules::Evidence> evidence;
  circuit::Library library;  ///< exercises and circuits
  /// The whole files of content/figures as JSON, by id: how a body is drawn is the shell's to read.
  std::map<std::string, std::string, std::less<>> drawings;
  std::vector<circuit::Programme> programmes;  ///< in the order of when they may begin
  std::vector<Instead> instead;
  Texts texts;
  std::map<std::string, KnownFact, std::less<>> facts;
  std::map<std::string, std::vector<RuleCase>, std::less<>> cases;  ///< by rule id
  std::set<std::string, std::less<>> retired;                       ///< ids that are never used again

  /// Nothing where the content holds no such id.
  [[nodiscard]] const rules::Rule* find_rule(std::string_view id) const;
  [[nodiscard]] const rules::Evidence* find_evidence(std::string_view id) const;
  [[nodiscard]] const rules::Question* find_question(std::string_view id) const;
  [[nodiscard]] const Instead* find_instead(std::string_view level) const;
  /// Every rule of every group.
  [[nodiscard]] std::vector<const rules::Rule*> all_rules() const;
};

/// Reads a content bundle (the bundler's JSON). Strict: the first unknown field, missing field, wrong type, unknown
/// word or reference to something that does not exist refuses the whole bundle, with its place as a JSON pointer.
Result<Catalog> read_catalog(std::string_view bundle_json);

/// What is wrong with a bundle, all of it: for those who write content.
std::vector<Error> reading_problems(std::string_view bundle_json);

}  // namespace hipline::catalog
