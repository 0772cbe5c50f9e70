#include "hipline/trends/trends.hpp"

#include <algorithm>

#include "hipline/load/distance.hpp"
#include "hipline/load/session_load.hpp"
#include "hipline/triage/pain.hpp"

namespace hipline::trends {
namespace {

constexpr int week = 7;

std::optional<int> latest_of(const std::vector<triage::Morning>& told, LocalDay day) {
  std::optional<int> pain;
  for (const triage::Morning& one : told)
    if (one.day == day) pain = one.pain;
  return pain;
}

std::optional<int> worst_in_runs(const triage::PainStory& story, LocalDay day) {
  std::optional<int> worst;
  for (const triage::ToldRun& run : story.runs) {
    if (run.day != day || !run.answers.worst_pain) continue;
    worst = std::max(worst.value_or(0), *run.answers.worst_pain);
  }
  return worst;
}

std::optional<double> sum_of(const std::vector<std::optional<load::SessionLoad>>& loads) {
  double sum = 0;
  for (const auto& one : loads) {
    if (!one) return std::nullopt;
    sum += one->value();
  }
  return sum;
}

/// Loads of the `days` days that end with `last`.
std::vector<std::optional<load::SessionLoad>> loads_until(const model::History& history, LocalDay last, int days) {
  return load::daily_loads(history.runs, last + 1, days);
}

std::optional<Seconds> seconds(const std::optional<double>& held) {
  return held ? std::optional(Seconds(*held)) : std::nullopt;
}

void keep_best(std::optional<Seconds>& best, const std::optional<Seconds>& held) {
  if (held && (!best || *held > *best)) best = held;
}

std::vector<Holds> holds_of(const model::History& history) {
  std::vector<Holds> all;
  for (const model::CircuitEntry& entry : history.circuits) {
    if (!entry.hold_left_s && !entry.hold_right_s) continue;
    auto holds = std::ranges::find(all, entry.exercise, &Holds::exercise);
    if (holds == all.end()) holds = all.insert(all.end(), Holds{.exercise = entry.exercise});
    const Hold hold{entry.day, seconds(entry.hold_left_s), seconds(entry.hold_right_s)};
    keep_best(holds->best_left, hold.left);
    keep_best(holds->best_right, hold.right);
    holds->points.push_back(hold);
  }
  std::ranges::stable_sort(all, std::ranges::greater{}, [](const Holds& one) { return one.points.size(); });
  return all;
}

std::vector<Trained> trained_since(const model::History& history, LocalDay from, const circuit::Library& library) {
  std::vector<Trained> trained;
  for (const circuit::Direction direction : circuit::directions) {
    Trained one{.direction = direction};
    for (const model::CircuitEntry& entry : history.circuits) {
      const circuit::Exercise* exercise = library.find_exercise(entry.exercise);
      if (entry.day < from || !exercise || !exercise->trains_direction(direction)) continue;
      if (std::ranges::find(one.exercises, entry.exercise) == one.exercises.end())
        one.exercises.push_back(entry.exercise);
    }
    trained.push_back(std::move(one));
  }
  return trained;
}

}  // namespace

Trends make_trends(const model::History& history, int days, const circuit::Library& library,
                   std::optional<double> spike_max) {
  Trends trends;
  const triage::PainStory story = triage::pain_story(history);
  const auto loads = loads_until(history, history.today, days);
  std::optional<LocalDay> first_run;
  for (const model::Run& run : history.runs)
    if (model::is_run(run.sport) && (!first_run || run.day < *first_run)) first_run = run.day;
  for (int i = 0; i < days; ++i) {
    Day day{.day = history.today - (days - 1 - i)};
    const load::Distance run = load::distance_between(history.runs, day.day, day.day);
    day.distance = run.known;
    day.runs = run.runs;
    if (run.runs > 0 && loads[static_cast<std::size_t>(i)]) day.load = loads[static_cast<std::size_t>(i)]->value();
    day.longest_30_days = load::longest_run(history.runs, day.day);
    if (day.longest_30_days && spike_max) day.limit = *day.longest_30_days * *spike_max;
    const LocalDay from = day.day - (load::spike_window_days - 1);
    if (first_run && *first_run <= from) day.last_30_days = load::distance_between(history.runs, from, day.day).known;
    day.pain_in_run = worst_in_runs(story, day.day);
    day.pain_morning = latest_of(story.mornings, day.day);
    day.pain_later = latest_of(story.present, day.day);
    trends.days.push_back(day);
  }
  trends.holds = holds_of(history);
  trends.week_from = history.today - (week - 1);
  trends.trained = trained_since(history, trends.week_from, library);
  trends.load_last_7_days = sum_of(loads_until(history, history.today, week));
  trends.load_before = sum_of(loads_until(history, history.today - week, week));
  return trends;
}

}  // namespace hipline::trends
