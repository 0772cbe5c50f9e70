#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/app/ports/zones.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/model/history.hpp"
#include "hipline/rules/level.hpp"
#include "hipline/rules/question.hpp"
#include "hipline/triage/facts.hpp"

namespace hipline::app {

/// What a check-in asks: what is due, everything again, or only what was answered on the same day, to correct it.
enum class Asking { due, again, corrections };

/// One check-in as a conversation: which question comes next, given everything known and what was just said. Pure.
///
/// The first time it asks every health question, in their order, and then how the hip is. Later it asks the daily set:
/// the last run where nothing was told of it, this morning, walking and night, anything new; then more about what is
/// new, and the health questions whose answers have run out and were not renewed.
class Interview {
 public:
  /// `so_far` as the store knows it at the moment of the check-in, `today` being the check-in's day. Both must outlive
  /// this. `told` was said already, by flags: it is not asked.
  Interview(const model::History& so_far, const catalog::Catalog& catalog, Asking asking = Asking::due,
            std::vector<model::Answer> told = {});

  /// The next question as it is to be asked, with only the choices that apply; nothing when all is said.
  [[nodiscard]] std::optional<rules::Question> next() const;
  /// Takes the answers to the question that `next` gave.
  void answer(std::vector<model::Answer> answers);
  /// Takes the last answer back; false at the first question.
  bool back();

  /// Everything said so far, in the order it was said.
  [[nodiscard]] std::vector<model::Answer> answers() const;
  /// Whether this runner has never gone through all health questions.
  [[nodiscard]] bool is_first() const { return first_; }
  /// The level that an answer of this interview gives by itself, where it means help today or within two days. From
  /// then on only what could make it more urgent is asked.
  [[nodiscard]] std::optional<rules::Level> alarm() const;
  /// How many screening questions are still open.
  [[nodiscard]] int open() const;

 private:
  struct Given {
    std::string question;
    std::vector<model::Answer> answers;
  };

  /// What is known with these answers on top of what was told before.
  [[nodiscard]] triage::NamedFacts facts_with(const std::vector<model::Answer>& answers) const;
  [[nodiscard]] std::optional<rules::Level> level_with(std::vector<model::Answer> answers) const;
  [[nodiscard]] bool was_given(const std::string& question) const;
  [[nodiscard]] bool told_all(const rules::Question& question) const;
  [[nodiscard]] bool answered_today(const rules::Question& question) const;
  [[nodiscard]] bool skipped_lately(const rules::Question& question) const;
  [[nodiscard]] bool could_be_emergency(const rules::Question& question) const;
  [[nodiscard]] std::optional<rules::Question> follow_up(const rules::Question& question) const;
  [[nodiscard]] bool is_due(const rules::Question& question, const rules::Facts& facts) const;

  const model::History& so_far_;
  const catalog::Catalog& catalog_;
  Asking asking_ = Asking::due;
  bool first_ = false;
  bool run_untold_ = false;
  triage::Told known_;  ///< before this interview
  std::vector<rules::Question> sequence_;
  std::set<std::string, std::less<>> emergency_facts_;
  std::optional<rules::Level> before_;  ///< the level by what was known before this interview
  std::vector<model::Answer> told_;
  std::vector<Given> given_;
};

/// A check-in's day: the local day three hours earlier, so that a late evening still belongs to its day.
/// Errors: unknown_zone.
Result<LocalDay> check_in_day(const Zones& zones, std::string_view zone, Instant at);

/// The moment of a check-in: morning before noon, later after a run of which nothing was told yet, else other.
model::Moment moment_of(const model::History& so_far, Instant at, int offset_s);

}  // namespace hipline::app
