#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "hipline/model/history.hpp"
#include "hipline/rules/question.hpp"
#include "hipline/triage/answers.hpp"
#include "hipline/triage/pain.hpp"

namespace hipline::triage {

/// What a runner told up to a moment, read once for all that is made from it. It grows check-in by check-in.
class Told {
 public:
  explicit Told(const std::vector<rules::Question>& questions) : answers_(questions) {}

  /// Goes on to the moment of `then`: the same history as far as it was read, at a moment that does not lie before the
  /// last one. Where that has no hour, the story ends: then all that is told by the day counts, and nothing may follow.
  void go_on_to(const model::History& then);
  /// One more check-in at the moment that was reached, whether or not the history holds it.
  void add(const model::CheckIn& check_in);

  [[nodiscard]] const AnswerLog& answers() const { return answers_; }
  [[nodiscard]] const PainStory& pain() const& { return pain_.story(); }
  [[nodiscard]] PainStory pain() && { return std::move(pain_).story(); }
  /// How many of the history's check-ins were read.
  [[nodiscard]] std::size_t read() const { return read_; }

 private:
  AnswerLog answers_;
  PainTeller pain_;
  std::size_t read_ = 0;
};

/// All of it up to the history's moment, from the beginning.
Told told(const model::History& history, const std::vector<rules::Question>& questions);

}  // namespace hipline::triage
