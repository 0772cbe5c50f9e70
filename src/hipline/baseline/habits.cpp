#include "hipline/baseline/habits.hpp"

#include <algorithm>
#include <cmath>

namespace hipline::baseline {
namespace {

/// One run of the weeks looked at, with what the habits need of it.
struct Seen {
  const model::Run* run;
  int week;  ///< 0 = the seven days before today
  bool longest_of_week = false;
  bool fast = false;
};

std::optional<double> seconds_per_km(const model::Run& run) {
  const double seconds = run.moving.value_or(run.elapsed).value();
  // Under a kilometre the watch's start and stop weigh more than the running.
  if (!run.distance || run.distance->value() < 1000 || !(seconds > 0)) return std::nullopt;
  return seconds / (run.distance->value() / 1000);
}

std::vector<Seen> runs_of_last_weeks(const model::History& history, const Parameters& parameters) {
  std::vector<Seen> seen;
  for (const model::Run& run : history.runs) {
    const int ago = history.today - run.day;
    if (!model::is_run(run.sport) || ago < 1 || ago > parameters.weeks_looked_at * 7) continue;
    seen.push_back({&run, (ago - 1) / 7});
  }
  return seen;
}

void mark_longest(std::vector<Seen>& seen, int weeks) {
  for (int week = 0; week < weeks; ++week) {
    Seen* longest = nullptr;
    for (Seen& one : seen) {
      if (one.week == week && one.run->distance && (!longest || *one.run->distance > *longest->run->distance))
        longest = &one;
    }
    if (longest) longest->longest_of_week = true;
  }
}

void mark_fast(std::vector<Seen>& seen, const Parameters& parameters) {
  std::vector<double> paces;
  for (const Seen& one : seen) {
    if (const auto pace = seconds_per_km(*one.run)) paces.push_back(*pace);
  }
  const double middle = median(paces);
  for (Seen& one : seen) {
    const auto pace = seconds_per_km(*one.run);
    const bool quick = pace && *pace <= middle * parameters.quality_pace_share;
    const bool hard =
        one.run->session_rpe && *one.run->session_rpe >= parameters.quality_effort && !one.longest_of_week;
    one.fast = quick || hard;
  }
}

/// The weekdays that hold most of the running, as many as the runner usually runs on in a week.
std::array<bool, 7> usual_run_days(const std::vector<Seen>& seen, const model::History& history, int weeks) {
  std::array<int, 7> count{};
  std::vector<double> days_per_week;
  for (int week = 0; week < weeks; ++week) {
    std::array<bool, 7> ran{};
    for (const Seen& one : seen) {
      if (one.week == week) ran[static_cast<std::size_t>(one.run->day.weekday())] = true;
    }
    const auto days = std::count(ran.begin(), ran.end(), true);
    if (days == 0) continue;
    days_per_week.push_back(static_cast<double>(days));
    for (std::size_t day = 0; day < 7; ++day) count[day] += ran[day];
  }
  std::vector<int> candidates;
  for (int day = 0; day < 7; ++day) {
    const auto& free = history.runner.days_available;
    if (free.empty() || std::find(free.begin(), free.end(), day) != free.end()) candidates.push_back(day);
  }
  std::stable_sort(candidates.begin(), candidates.end(), [&](int a, int b) {
    return count[static_cast<std::size_t>(a)] > count[static_cast<std::size_t>(b)];
  });
  const auto wanted = static_cast<std::size_t>(std::lround(median(days_per_week)));
  std::array<bool, 7> days{};
  for (std::size_t i = 0; i < std::min(wanted, candidates.size()); ++i)
    days[static_cast<std::size_t>(candidates[i])] = true;
  return days;
}

/// Among the running days, the weekday that `counts` best; nothing where none counts.
template <typename Counts>
std::optional<int> best_weekday(const std::vector<Seen>& seen, const std::array<bool, 7>& run_days,
                                const Counts& counts) {
  std::array<int, 7> count{};
  for (const Seen& one : seen) {
    if (counts(one)) ++count[static_cast<std::size_t>(one.run->day.weekday())];
  }
  std::optional<int> best;
  for (int day = 0; day < 7; ++day) {
    const auto at = static_cast<std::size_t>(day);
    // The later weekday wins a tie: weekends are where long runs lie.
    if (run_days[at] && count[at] > 0 && (!best || count[at] >= count[static_cast<std::size_t>(*best)])) best = day;
  }
  return best;
}

int last_run_day(const std::array<bool, 7>& run_days) {
  for (int day = 6; day >= 0; --day) {
    if (run_days[static_cast<std::size_t>(day)]) return day;
  }
  return 6;
}

int weeks_with_speed(const std::vector<Seen>& seen, int weeks) {
  int found = 0;
  for (int week = 0; week < weeks; ++week) {
    found += std::any_of(seen.begin(), seen.end(), [&](const Seen& one) { return one.week == week && one.fast; });
  }
  return found;
}

}  // namespace

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

Habits habits_of(const model::History& history, const Parameters& parameters) {
  std::vector<Seen> seen = runs_of_last_weeks(history, parameters);
  mark_longest(seen, parameters.weeks_looked_at);
  mark_fast(seen, parameters);

  Habits habits;
  habits.runs = static_cast<int>(seen.size());
  std::vector<double> weeks;
  std::vector<double> longs;
  std::vector<double> shares;
  for (int week = 0; week < parameters.weeks_looked_at; ++week) {
    double total = 0;
    double longest = 0;
    for (const Seen& one : seen) {
      if (one.week != week || !one.run->distance) continue;
      total += one.run->distance->value();
      longest = std::max(longest, one.run->distance->value());
    }
    if (!(total > 0)) continue;
    weeks.push_back(total);
    longs.push_back(longest);
    shares.push_back(longest / total);
  }
  habits.peak_week = Metres(weeks.empty() ? 0 : *std::max_element(weeks.begin(), weeks.end()));
  habits.usual_week = Metres(median(weeks));
  habits.usual_long = Metres(median(longs));
  habits.longest = Metres(longs.empty() ? 0 : *std::max_element(longs.begin(), longs.end()));
  habits.long_share = median(shares);

  std::vector<double> easy;
  std::vector<double> paces;
  std::vector<double> climbs;
  for (const Seen& one : seen) {
    if (one.run->distance && !one.fast && !one.longest_of_week) easy.push_back(one.run->distance->value());
    if (const auto pace = seconds_per_km(*one.run); pace && !one.fast) paces.push_back(*pace);
    if (one.run->ascent && one.run->distance && one.run->distance->value() >= 1000) {
      climbs.push_back(one.run->ascent->value() / (one.run->distance->value() / 1000));
    }
  }
  habits.usual_easy = Metres(median(easy));
  if (!paces.empty()) habits.pace_per_km = Seconds(median(paces));
  habits.hilly = !climbs.empty() && median(climbs) >= parameters.hilly_metres_per_km;

  habits.run_days = usual_run_days(seen, history, parameters.weeks_looked_at);
  habits.long_weekday = best_weekday(seen, habits.run_days, [](const Seen& one) {
                          return one.longest_of_week;
                        }).value_or(last_run_day(habits.run_days));
  if (weeks_with_speed(seen, parameters.weeks_looked_at) >= parameters.quality_weeks_needed) {
    habits.quality_weekday = best_weekday(seen, habits.run_days, [&](const Seen& one) {
      return one.fast && one.run->day.weekday() != habits.long_weekday;
    });
  }
  return habits;
}

}  // namespace hipline::baseline
