#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/model/history.hpp"
#include "hipline/rules/facts.hpp"
#include "hipline/rules/question.hpp"

namespace hipline::triage {

/// The fact by which "nothing new" renews every earlier no.
inline constexpr std::string_view nothing_new = "nothing_new";

/// The latest word of a clinician up to the history's moment, whatever it was.
const model::Advice* latest_advice(const model::History& history);
/// The latest word that let the runner run or exercise, if no "not yet" came after it.
const model::Advice* standing_permission(const model::History& history);

/// Every answer given so far, fact by fact. It grows check-in by check-in, so that a story can be told again from its
/// beginning without reading all of it each time.
class AnswerLog {
 public:
  /// How long a fact's answer counts: the longest of the questions that set it, since the daily list only repeats the
  /// others.
  explicit AnswerLog(const std::vector<rules::Question>& questions);

  /// Takes the answers of the next check-in; they must come in the order of time.
  void add(const model::CheckIn& check_in);
  /// The asked facts as they stand at the history's moment, from the answers taken so far: the latest answer per fact
  /// wins, an answer counts as long as its question says, "nothing new" renews every earlier no, and what a clinician
  /// has seen no longer alarms by itself. Facts without a valid answer are unknown.
  [[nodiscard]] rules::Facts facts(const model::History& history) const;

  /// One answer with its moment.
  struct Given {
    model::Answer answer;
    Instant at;
    LocalDay day;
  };

 private:
  struct Entry {
    rules::Validity validity = rules::Validity::day_1;
    bool screening = false;
    std::vector<Given> given;  ///< oldest first; of a row of the same answer the first and the last
  };

  std::map<std::string, Entry, std::less<>> entries_;
};

/// Whether a check-in lies before the history's moment, or at it.
bool is_told(const model::History& history, const model::CheckIn& check_in);

/// Whether a question has to be asked: yes, no, or unknown where another open answer decides it.
rules::Truth applies(const rules::Question& question, const rules::Facts& facts);

/// A question with the facts that still lack a valid answer.
struct OpenFacts {
  std::string question;
  std::vector<std::string> facts;
};

/// Screening questions that apply and are not fully answered, in the order in which they are asked.
std::vector<OpenFacts> open_screening(const std::vector<rules::Question>& questions, const rules::Facts& facts);

}  // namespace hipline::triage
