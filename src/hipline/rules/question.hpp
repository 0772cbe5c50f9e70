#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/rules/rule.hpp"

namespace hipline::rules {

/// How long an answer counts before it is unknown again.
enum class Validity { ever, days_28, days_7, day_1 };

/// One thing a question can set: the fact and the words shown for it in a list.
struct Choice {
  std::string fact;
  std::string label;         ///< empty for a question that sets one fact
  bool weighs_only = false;  ///< inside a screening list: only for strain or load; left open it holds nobody
};

/// A question as it stands in content/questions.
struct Question {
  /// yes_no sets one fact to yes or no; list sets each ticked fact to yes and, by "none of these", the others to no;
  /// scale sets one number 0-10; number sets one number in `unit`; one_of ticks exactly one fact and sets the others to
  /// no.
  enum class Form { yes_no, list, scale, number, one_of };
  /// When it belongs: at setup, every day, after a run, or whenever its answer has run out.
  enum class Occasion { intake, daily, after_run };

  std::string id;
  int order = 0;  ///< smaller is asked earlier
  Occasion occasion = Occasion::intake;
  Form form = Form::yes_no;
  std::string text;
  std::string help;
  std::string unit;
  std::optional<double> lowest;
  std::optional<double> highest;
  std::vector<Choice> sets;
  std::string none_label;  ///< of a list: the words of its "none of these"
  Condition asked_when;
  Validity valid_for = Validity::day_1;
  bool screening = false;       ///< left open, it holds the runner at clinician_before_running
  bool private_matter = false;  ///< explained, optional, kept apart
  bool renews = false;          ///< of a list: its "none of these" also renews every earlier no (fact `nothing_new`)
};

/// Days an answer counts; nothing for `ever`.
std::optional<int> days_valid(Validity validity);

}  // namespace hipline::rules
