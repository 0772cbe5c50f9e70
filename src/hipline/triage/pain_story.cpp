#include <algorithm>
#include <cmath>
#include <string_view>

#include "hipline/triage/answers.hpp"
#include "hipline/triage/pain.hpp"

namespace hipline::triage {
namespace {

using model::PainOnset;

std::optional<double> number_in(const model::Answer& answer) {
  const double* number = std::get_if<double>(&answer.value);
  return number ? std::optional(*number) : std::nullopt;
}

void take_truth(const model::Answer& answer, std::string_view fact, std::optional<bool>& into) {
  if (answer.fact != fact) return;
  if (const bool* truth = std::get_if<bool>(&answer.value)) into = *truth;
}

void take_onset(const model::Answer& answer, std::string_view fact, PainOnset onset, std::optional<PainOnset>& into) {
  const bool* truth = std::get_if<bool>(&answer.value);
  if (answer.fact == fact && truth && *truth) into = onset;
}

void take_hours(const model::Answer& answer, std::string_view fact, double hours, std::optional<double>& into) {
  const bool* truth = std::get_if<bool>(&answer.value);
  if (answer.fact == fact && truth && *truth) into = hours;
}

/// Answers of a check-in that speak of the last run.
void take_run_answers(const model::Answer& answer, model::RunAnswers& run) {
  if (answer.fact == "worst_in_last_run") {
    if (const auto number = number_in(answer)) run.worst_pain = as_pain(*number);
  }
  take_truth(answer, "ran_with_limp", run.limped);
  take_truth(answer, "became_sharp", run.became_sharp);
  take_truth(answer, "painkiller_taken", run.painkiller_taken);
  take_truth(answer, "cut_short", run.cut_short);
  take_truth(answer, "had_to_walk", run.had_to_walk);
  take_truth(answer, "eased_within_10_min", run.eased_within_10_min);
  take_hours(answer, "settled_within_1_h", 1, run.settled_after_h);
  take_hours(answer, "settled_within_24_h", 24, run.settled_after_h);
  take_hours(answer, "settled_later", 48, run.settled_after_h);
  take_onset(answer, "onset_warm_up", PainOnset::warm_up, run.pain_onset);
  take_onset(answer, "onset_mid", PainOnset::mid, run.pain_onset);
  take_onset(answer, "onset_late", PainOnset::late, run.pain_onset);
  take_onset(answer, "onset_after", PainOnset::after, run.pain_onset);
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
  constexpr double one_day_s = 24 * 3600;
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
    put_morning(story.mornings, {run.day + 1, run.end + 12 * 3600, *run.answers.next_morning_pain});
  }
  for (const model::CheckIn& check_in : history.check_ins) {
    if (history.now ? check_in.at > *history.now : check_in.day > history.today) continue;
    add_run_told_of(check_in, story.runs);
    ToldRun* last = nullptr;
    for (ToldRun& run : story.runs) {
      if (run.start <= check_in.at) last = &run;
    }
    for (const model::Answer& answer : check_in.answers) {
      if (last) take_run_answers(answer, last->answers);
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
