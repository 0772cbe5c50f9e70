#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "hipline/model/history.hpp"
#include "hipline/rules/evidence.hpp"
#include "hipline/rules/facts.hpp"

namespace hipline::triage {

/// One run with everything said of it, whether in the run itself or in a later check-in.
struct ToldRun {
  Instant start;
  Instant end;
  LocalDay day;
  model::RunAnswers answers;
};

/// One morning's pain.
struct Morning {
  LocalDay day;
  Instant at;
  int pain = 0;
};

/// The pain of one runner up to the history's moment, oldest first: what all pain facts are computed from.
struct PainStory {
  LocalDay today;
  std::optional<Instant> now;
  std::vector<ToldRun> runs;      ///< every run, known pain or not
  std::vector<Morning> mornings;  ///< the latest answer of each day
  std::vector<Morning> present;   ///< pain at other moments
  int usual = 0;
  std::optional<LocalDay> trend_from;  ///< trends look at runs from this day on: the ache's onset or a clinician's look
  std::optional<Instant> seen_until;   ///< what happened before it, a clinician has seen and let the runner go on
};

/// Tells one runner's story from its beginning on, so that a moment later needs only what came in between. A run's
/// answers come from the run and from check-ins after it (`worst_in_last_run`, onset, limp, …); morning pain belongs to
/// the last run that ended 6 to 36 hours before.
class PainTeller {
 public:
  /// Goes on to the moment of `then`, which does not lie before the last one, nor are runs up to that one others than
  /// they were.
  void go_on_to(const model::History& then);
  /// The next check-in told by then; they come in the order of time.
  void take(const model::CheckIn& check_in);
  [[nodiscard]] const PainStory& story() const& { return story_; }
  [[nodiscard]] PainStory story() && { return std::move(story_); }

 private:
  void read_runs(const SharedList<model::Run>& runs);
  void add_runs();
  void add_own_mornings();
  void put_morning(const Morning& morning);

  SharedList<model::Run> read_;        ///< what `runs_` was made from
  SharedList<ToldRun> runs_;           ///< all of them, by their start, as they were before any check-in
  std::vector<Morning> own_mornings_;  ///< of runs that were told, on days still to come
  std::size_t next_run_ = 0;
  std::vector<LocalDay> mornings_told_;  ///< days told by check-ins, in order: they go before a run.s own
  PainStory story_;
};

/// The story up to the history's moment, from its beginning.
PainStory pain_story(const model::History& history);

/// Pain stays a whole number from 0 to 10; anything else is not an answer.
std::optional<int> as_pain(double value);

/// Whether the morning after a day was as on any good day: usual pain, one point being noise. Nothing where it was not
/// told. Parameters: pain.settled_margin.
std::optional<bool> settled_morning_after(const PainStory& story, LocalDay day, const rules::Parameters& parameters);

/// The named pain facts of docs/facts.md. Thresholds come from content/parameters/pain.yaml.
void add_pain_facts(const PainStory& story, const model::Ache& ache, const rules::Parameters& parameters,
                    rules::Facts& facts);

/// The share of the baseline's distance that pain allows today: one of the steps of content/parameters (1.0, 0.7, 0.5,
/// 0.35), by replaying the known runs: down at once, up one step after two settled runs with low pain.
double pain_step(const PainStory& story, const rules::Parameters& parameters);

}  // namespace hipline::triage
