#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_map>

#include "hipline/triage/answers.hpp"
#include "hipline/triage/pain.hpp"

namespace hipline::triage {
namespace {

using model::PainOnset;

std::optional<double> number_in(const model::Answer& answer) {
  const double* number = std::get_if<double>(&answer.value);
  return number ? std::optional(*number) : std::nullopt;
}

/// What an answer of a check-in says of the last run.
using TakeRunAnswer = void (*)(const model::Answer& answer, model::RunAnswers& run);

template <std::optional<bool> model::RunAnswers::*Field>
void take_truth(const model::Answer& answer, model::RunAnswers& run) {
  if (const bool* truth = std::get_if<bool>(&answer.value)) run.*Field = *truth;
}

template <PainOnset onset>
void take_onset(const model::Answer& answer, model::RunAnswers& run) {
  const bool* truth = std::get_if<bool>(&answer.value);
  if (truth && *truth) run.pain_onset = onset;
}

template <int hours>
void take_hours(const model::Answer& answer, model::RunAnswers& run) {
  const bool* truth = std::get_if<bool>(&answer.value);
  if (truth && *truth) run.settled_after_h = hours;
}

void take_worst(const model::Answer& answer, model::RunAnswers& run) {
  if (const auto number = number_in(answer)) run.worst_pain = as_pain(*number);
}

/// By the fact's name: a log of months holds thousands of answers, and most of them are not about a run.
const std::unordered_map<std::string_view, TakeRunAnswer>& run_answers() {
  using model::RunAnswers;
  static const std::unordered_map<std::string_view, TakeRunAnswer> answers = {
      {"worst_in_last_run", take_worst},
      {"ran_with_limp", take_truth<&RunAnswers::limped>},
      {"became_sharp", take_truth<&RunAnswers::became_sharp>},
      {"painkiller_taken", take_truth<&RunAnswers::painkiller_taken>},
      {"cut_short", take_truth<&RunAnswers::cut_short>},
      {"had_to_walk", take_truth<&RunAnswers::had_to_walk>},
      {"eased_within_10_min", take_truth<&RunAnswers::eased_within_10_min>},
      {"settled_within_1_h", take_hours<1>},
      {"settled_within_24_h", take_hours<24>},
      {"settled_later", take_hours<48>},
      {"onset_warm_up", take_onset<PainOnset::warm_up>},
      {"onset_mid", take_onset<PainOnset::mid>},
      {"onset_late", take_onset<PainOnset::late>},
      {"onset_after", take_onset<PainOnset::after>},
  };
  return answers;
}

void put_morning(std::vector<Morning>& mornings, Morning morning) {
  const auto same_day =
      std::find_if(mornings.begin(), mornings.end(), [&](const Morning& m) { return m.day == morning.day; });
  if (same_day == mornings.end()) {
    mornings.push_back(morning);
  } else {
    *same_day = morning;  // the latest answer of a day wins
  }
}

/// The run that a morning's pain belongs to.
ToldRun* run_before_morning(std::vector<ToldRun>& runs, Instant morning) {
  for (auto run = runs.rbegin(); run != runs.rend(); ++run) {
    const double hours = (morning - run->end) / 3600;
    if (hours >= 6 && hours <= 36) return &*run;
    if (hours > 36) break;
  }
  return nullptr;
}

/// A run that was told of and never entered: pain told of "the last run" must not be lost where no run is known. It
/// stands on the day before the telling.
void add_run_told_of(const model::CheckIn& check_in, std::vector<ToldRun>& runs) {
  constexpr std::int64_t one_day_s = 24 * 3600;
  const bool run_known =
      std::any_of(runs.begin(), runs.end(), [&](const ToldRun& run) { return run.start <= check_in.at; });
  const bool told = std::any_of(check_in.answers.begin(), check_in.answers.end(), [](const model::Answer& answer) {
    return answer.fact == "worst_in_last_run" && number_in(answer).has_value();
  });
  if (run_known || !told) return;
  const Instant start = check_in.at + -one_day_s;
  runs.insert(runs.begin(), ToldRun{start, start, check_in.day - 1, {}});
}

}  // namespace

std::optional<int> as_pain(double value) {
  if (!(value >= 0 && value <= 10) || value != std::floor(value)) return std::nullopt;
  return static_cast<int>(value);
}

PainStory pain_story(const model::History& history) {
  PainStory story;
  story.today = history.today;
  story.now = history.now;
  story.usual = history.runner.usual_pain.value_or(0);
  for (const model::Run& run : history.runs) {
    if (!model::is_run(run.sport)) continue;
    if (history.now ? run.start > *history.now : run.day > history.today) continue;
    story.runs.push_back({run.start, run.end(), run.day, run.answers});
  }
  std::stable_sort(story.runs.begin(), story.runs.end(),
                   [](const ToldRun& a, const ToldRun& b) { return a.start < b.start; });
  // A run's own next-morning answer is a morning like any other, on the day after.
  for (const ToldRun& run : story.runs) {
    if (!run.answers.next_morning_pain || run.day + 1 > history.today) continue;
    put_morning(story.mornings, {run.day + 1, run.end + 12L * 3600, *run.answers.next_morning_pain});
  }
  const auto& takes = run_answers();
  for (const model::CheckIn& check_in : history.check_ins) {
    if (history.now ? check_in.at > *history.now : check_in.day > history.today) continue;
    add_run_told_of(check_in, story.runs);
    ToldRun* last = nullptr;
    for (ToldRun& run : story.runs) {
      if (run.start <= check_in.at) last = &run;
    }
    for (const model::Answer& answer : check_in.answers) {
      const auto take = takes.find(answer.fact);
      if (last && take != takes.end()) take->second(answer, last->answers);
      const auto number = number_in(answer);
      const auto pain = number ? as_pain(*number) : std::nullopt;
      if (!pain) continue;
      if (answer.fact == "pain_this_morning") {
        put_morning(story.mornings, {check_in.day, check_in.at, *pain});
        if (ToldRun* run = run_before_morning(story.runs, check_in.at)) run->answers.next_morning_pain = *pain;
      } else if (answer.fact == "present_pain") {
        story.present.push_back({check_in.day, check_in.at, *pain});
      }
    }
  }
  std::stable_sort(story.mornings.begin(), story.mornings.end(),
                   [](const Morning& a, const Morning& b) { return a.day < b.day; });
  story.trend_from = history.ache.onset_day;
  if (const model::Advice* permission = standing_permission(history)) {
    // What the clinician has seen is no longer a trend: it starts again after the visit.
    story.seen_until = permission->at;
    if (!story.trend_from || permission->day > *story.trend_from) story.trend_from = permission->day;
  }
  return story;
}

}  // namespace hipline::triage
