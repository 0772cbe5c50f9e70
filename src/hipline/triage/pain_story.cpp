#include <algorithm>
#include <cmath>
#include <span>
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

/// The run that a morning's pain belongs to, of those that had begun by then.
ToldRun* run_before_morning(std::span<ToldRun> begun, Instant morning) {
  for (auto run = begun.rbegin(); run != begun.rend(); ++run) {
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
  const bool run_known = !runs.empty() && runs.front().start <= check_in.at;
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

void PainTeller::go_on_to(const model::History& then) {
  story_.usual = then.runner.usual_pain.value_or(0);
  story_.today = then.today;
  story_.now = then.now;
  read_runs(then.runs);
  add_runs();
  add_own_mornings();
  story_.trend_from = then.ache.onset_day;
  story_.seen_until.reset();
  if (const model::Advice* permission = standing_permission(then)) {
    // What the clinician has seen is no longer a trend: it starts again after the visit.
    story_.seen_until = permission->at;
    if (!story_.trend_from || permission->day > *story_.trend_from) story_.trend_from = permission->day;
  }
}

void PainTeller::read_runs(const SharedList<model::Run>& runs) {
  if (read_.shares(runs)) return;
  read_ = runs;
  std::vector<ToldRun> told;
  for (const model::Run& run : runs) {
    if (model::is_run(run.sport)) told.push_back({run.start, run.end(), run.day, run.answers});
  }
  std::stable_sort(told.begin(), told.end(), [](const ToldRun& a, const ToldRun& b) { return a.start < b.start; });
  runs_ = std::move(told);
}

void PainTeller::add_runs() {
  for (; next_run_ < runs_.size(); ++next_run_) {
    const ToldRun& run = runs_[next_run_];
    const bool told = story_.now ? run.start <= *story_.now : run.day <= story_.today;
    if (told) {
      story_.runs.push_back(run);
      // A run's own next-morning answer is a morning like any other, on the day after.
      if (run.answers.next_morning_pain)
        own_mornings_.push_back({run.day + 1, run.end + 12L * 3600, *run.answers.next_morning_pain});
    } else if (story_.now) {
      break;
    }
  }
}

void PainTeller::add_own_mornings() {
  std::erase_if(own_mornings_, [&](const Morning& morning) {
    if (morning.day > story_.today) return false;
    if (!std::binary_search(mornings_told_.begin(), mornings_told_.end(), morning.day)) put_morning(morning);
    return true;
  });
}

void PainTeller::put_morning(const Morning& morning) {
  auto& mornings = story_.mornings;
  const auto place = std::lower_bound(mornings.begin(), mornings.end(), morning.day,
                                      [](const Morning& one, LocalDay day) { return one.day < day; });
  if (place != mornings.end() && place->day == morning.day)
    *place = morning;  // the latest answer of a day wins
  else
    mornings.insert(place, morning);
}

void PainTeller::take(const model::CheckIn& check_in) {
  const auto& takes = run_answers();
  add_run_told_of(check_in, story_.runs);
  const auto after = std::partition_point(story_.runs.begin(), story_.runs.end(),
                                          [&](const ToldRun& run) { return run.start <= check_in.at; });
  const std::span begun(story_.runs.begin(), after);
  for (const model::Answer& answer : check_in.answers) {
    const auto number = number_in(answer);
    const auto pain = number ? as_pain(*number) : std::nullopt;
    if (const auto take = takes.find(answer.fact); take != takes.end()) {
      if (!begun.empty()) take->second(answer, begun.back().answers);
    } else if (pain && answer.fact == "pain_this_morning") {
      put_morning({check_in.day, check_in.at, *pain});
      const auto place = std::lower_bound(mornings_told_.begin(), mornings_told_.end(), check_in.day);
      if (place == mornings_told_.end() || *place != check_in.day) mornings_told_.insert(place, check_in.day);
      if (ToldRun* run = run_before_morning(begun, check_in.at)) run->answers.next_morning_pain = *pain;
    } else if (pain && answer.fact == "present_pain") {
      story_.present.push_back({check_in.day, check_in.at, *pain});
    }
  }
}

PainStory pain_story(const model::History& history) {
  PainTeller teller;
  teller.go_on_to(history);
  for (const model::CheckIn& check_in : history.check_ins) {
    if (is_told(history, check_in)) teller.take(check_in);
  }
  return std::move(teller).story();
}

}  // namespace hipline::triage
