#include "hipline/app/import/merging.hpp"

#include <utility>

#include "hipline/importers/merge.hpp"

namespace hipline::app {
namespace {

importers::Activity as_activity(const KnownRun& known) {
  importers::Activity activity;
  activity.run = known.run;
  activity.run.answers = {};  // told, not read
  activity.kind = known.kind;
  activity.sport_is_a_guess = known.sport_is_a_guess;
  activity.start_known = known.only_its_day ? importers::StartKnown::by_day : importers::StartKnown::exactly;
  return activity;
}

/// A better file may know another day than a list did; what the runner told stays laid over.
void remember(KnownRun& known, const importers::Activity& made) {
  const model::RunAnswers answers = known.run.answers;
  const auto sources = known.run.sources;
  known.run = made.run;
  known.run.answers = answers;
  known.run.sources = sources;
  known.kind = made.kind;
  known.sport_is_a_guess = made.sport_is_a_guess;
  known.has_series = known.has_series || made.samples.records() > 0;
  known.only_its_day = made.start_known == importers::StartKnown::by_day;
}

}  // namespace

Result<Merged> merge_into_store(Store& store, const std::string& runner_id, KnownRun& known,
                                const importers::Activity& again) {
  Merged merged;
  importers::Activity before = as_activity(known);
  const bool brings_series = again.samples.records() > 0;
  if (brings_series && known.has_series) {
    auto samples = store.samples(runner_id, known.id);
    if (!samples) return std::unexpected(samples.error());
    before.samples = std::move(*samples);
  }
  // A list has totals only; where something is kept second by second, that is richer without looking.
  merged.second_is_richer = (brings_series || !known.has_series) && importers::is_richer(again, before);
  importers::Activity made = merged.second_is_richer ? again : before;
  // Only a moment may take the place of a day: a richer list still keeps the start that a watch wrote.
  if (merged.second_is_richer && again.start_known != importers::StartKnown::exactly &&
      before.start_known == importers::StartKnown::exactly) {
    made.run.start = before.run.start;
    made.run.day = before.run.day;
    made.run.file_offset_s = before.run.file_offset_s;
    made.start_known = before.start_known;
  }
  merged.added = importers::add_missing(made, merged.second_is_richer ? before : again);
  std::erase(merged.added, "pain");
  if (!merged.second_is_richer && again.run.answers.worst_pain && !known.run.answers.worst_pain)
    merged.added.emplace_back("pain");
  if (!merged.second_is_richer && merged.added.empty()) return merged;
  made.run.sources = known.run.sources;
  if (known.has_series && made.samples.records() == 0) {
    auto samples = store.samples(runner_id, known.id);
    if (!samples) return std::unexpected(samples.error());
    made.samples = std::move(*samples);
  }
  const Status kept = store.replace_run(runner_id, known.id, known.import, made.kind, made.run, made.samples);
  if (!kept) return std::unexpected(kept.error());
  remember(known, made);
  return merged;
}

}  // namespace hipline::app
