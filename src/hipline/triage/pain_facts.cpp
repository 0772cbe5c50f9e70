#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "hipline/triage/pain.hpp"

namespace hipline::triage {
namespace {

using model::PainOnset;
using rules::Truth;
using rules::Value;

/// Hours from a moment to the story's present; by whole days where the present has no hour.
double hours_since(const PainStory& story, Instant at, LocalDay day) {
  return story.now ? (*story.now - at) / 3600 : (story.today - day) * 24.0;
}

/// The runs from a day on, found without looking at all of them. A journey sets a run's day apart from that of its
/// start, and a run can last for days, so that those of a week before come too: who counts days looks at each run's
/// own.
std::span<const ToldRun> runs_from(const PainStory& story, LocalDay day) {
  const Instant from = start_of_day(day - 7, 0);
  const auto first =
      std::partition_point(story.runs.begin(), story.runs.end(), [&](const ToldRun& run) { return run.start < from; });
  return {first, story.runs.end()};
}

/// Mornings lie in the order of their days, one a day.
std::span<const Morning> mornings_from(const PainStory& story, LocalDay day) {
  const auto first = std::partition_point(story.mornings.begin(), story.mornings.end(),
                                          [&](const Morning& morning) { return morning.day < day; });
  return {first, story.mornings.end()};
}

bool is_settled(const PainStory& story, int morning, const rules::Parameters& parameters) {
  return morning <= story.usual + parameters.value("pain.settled_margin");
}

std::optional<bool> settled_after(const PainStory& story, const ToldRun& run, const rules::Parameters& parameters) {
  if (story.mornings.empty() || story.mornings.back().day <= run.day) return std::nullopt;
  return is_settled(story, story.mornings.back().pain, parameters);
}

/// The next morning of one run, which for older runs is what counts.
std::optional<bool> settled_next_morning(const PainStory& story, const ToldRun& run,
                                         const rules::Parameters& parameters) {
  if (!run.answers.next_morning_pain) return settled_morning_after(story, run.day, parameters);
  return is_settled(story, *run.answers.next_morning_pain, parameters);
}

bool is_calm(const PainStory& story, int pain, const rules::Parameters& parameters) {
  return pain <=
         std::min<double>(parameters.value("pain.low_highest"), story.usual + parameters.value("pain.settled_margin"));
}

/// A run's worst stops counting three days later, once the two latest mornings since were calm and nothing else hurt:
/// without this, one bad run would keep a runner from running for ever, since only a run can replace it.
bool has_calmed(const PainStory& story, LocalDay since, const rules::Parameters& parameters) {
  if (story.today - since < static_cast<int>(parameters.value("pain.calm_days"))) return false;
  const auto later = mornings_from(story, since + 1);
  const auto needed = static_cast<std::size_t>(parameters.value("pain.calm_mornings"));
  if (later.size() < needed) return false;
  const bool mornings_calm = std::ranges::all_of(
      later.last(needed), [&](const Morning& morning) { return is_calm(story, morning.pain, parameters); });
  const bool present_calm = std::none_of(story.present.begin(), story.present.end(), [&](const Morning& m) {
    return m.day - since >= 2 && !is_calm(story, m.pain, parameters);
  });
  return mornings_calm && present_calm;
}

bool is_flare(const ToldRun& run, double acceptable_highest) {
  return (run.answers.worst_pain && *run.answers.worst_pain > acceptable_highest) ||
         run.answers.became_sharp.value_or(false);
}

bool seen_by_clinician(const PainStory& story, Instant at) { return story.seen_until && at <= *story.seen_until; }

struct Flare {
  Instant at;
  LocalDay day;
};

constexpr int flares_counted_days = 14;

/// Every occasion of pain above the acceptable band, or of an ache that turned sharp, that a fact of today still looks
/// back to. The morning after a bad run is not a second occasion.
std::vector<Flare> flares(const PainStory& story, const rules::Parameters& parameters) {
  const int days = std::max({flares_counted_days, static_cast<int>(parameters.value("pain.run_counts_days")),
                             static_cast<int>(std::ceil(parameters.value("pain.flare_rest_h") / 24))});
  // Two days more: an evening's run, and the morning that belongs to it.
  const LocalDay from = story.today - (days + 2);
  const double acceptable_highest = parameters.value("pain.acceptable_highest");
  std::vector<Flare> found;
  for (const ToldRun& run : runs_from(story, from)) {
    if (is_flare(run, acceptable_highest)) found.push_back({run.end, run.day});
  }
  const auto add_other = [&](const Morning& m) {
    if (m.pain <= acceptable_highest || m.day < from) return;
    const bool told = std::any_of(found.begin(), found.end(),
                                  [&](const Flare& f) { return m.day - f.day >= 0 && m.day - f.day <= 1; });
    if (!told) found.push_back({m.at, m.day});
  };
  std::ranges::for_each(mornings_from(story, from), add_other);
  std::ranges::for_each(story.present, add_other);
  std::sort(found.begin(), found.end(), [](const Flare& a, const Flare& b) { return a.at < b.at; });
  return found;
}

/// Runs of the trend with known worst pain, oldest first.
std::vector<const ToldRun*> trend_runs(const PainStory& story) {
  std::vector<const ToldRun*> runs;
  for (const ToldRun& run : story.trend_from ? runs_from(story, *story.trend_from) : std::span(story.runs)) {
    if (run.answers.worst_pain && (!story.trend_from || run.day >= *story.trend_from)) runs.push_back(&run);
  }
  return runs;
}

int worst_of(const ToldRun* run) { return *run->answers.worst_pain; }

/// Earlier in the run is the smaller number; nothing where no pain began.
std::optional<int> onset_rank(const ToldRun& run) {
  if (!run.answers.pain_onset || *run.answers.pain_onset == PainOnset::none) return std::nullopt;
  return static_cast<int>(*run.answers.pain_onset);
}

Truth growing(const std::vector<const ToldRun*>& runs, Truth started_earlier_twice,
              const rules::Parameters& parameters) {
  if (started_earlier_twice == Truth::yes) return Truth::yes;
  if (runs.size() < 3) return Truth::unknown;
  const ToldRun& a = *runs[runs.size() - 3];
  const ToldRun& b = *runs[runs.size() - 2];
  const ToldRun& c = *runs[runs.size() - 1];
  const auto rank_a = onset_rank(a);
  const auto rank_b = onset_rank(b);
  const auto rank_c = onset_rank(c);
  if (rank_a && rank_b && rank_c && *rank_b < *rank_a && *rank_c < *rank_b) return Truth::yes;
  const bool rose = worst_of(&b) > worst_of(&a) && worst_of(&c) > worst_of(&b);
  return rules::truth_of(rose && worst_of(&c) - worst_of(&a) >= parameters.value("pain.growing_rise"));
}

std::optional<double> mean_worst(const PainStory& story, LocalDay first, LocalDay last) {
  int sum = 0;
  int count = 0;
  for (const ToldRun& run : runs_from(story, first)) {
    if (run.answers.worst_pain && run.day >= first && run.day <= last) {
      sum += *run.answers.worst_pain;
      ++count;
    }
  }
  if (count == 0) return std::nullopt;
  return static_cast<double>(sum) / count;
}

double mean_of(std::vector<const ToldRun*>::const_iterator first, int count) {
  return std::accumulate(first, first + count, 0.0,
                         [](double sum, const ToldRun* run) { return sum + worst_of(run); }) /
         count;
}

double median_of_three(std::vector<const ToldRun*>::const_iterator first) {
  const int a = worst_of(first[0]);
  const int b = worst_of(first[1]);
  const int c = worst_of(first[2]);
  return std::max(std::min(a, b), std::min(std::max(a, b), c));
}

/// The highest pain that counts today. Nothing where the last run's pain is unknown and nothing else alarms.
std::optional<double> worst_now(const PainStory& story, const rules::Parameters& parameters) {
  std::optional<int> other;
  const auto take = [&](const Morning& m) {
    if (m.day == story.today) other = std::max(other.value_or(0), m.pain);
  };
  std::ranges::for_each(mornings_from(story, story.today), take);
  std::ranges::for_each(story.present, take);
  if (story.runs.empty() ||
      story.today - story.runs.back().day > static_cast<int>(parameters.value("pain.run_counts_days"))) {
    return other;
  }
  const ToldRun& last = story.runs.back();
  if (!last.answers.worst_pain) {
    // Unknown never lowers care: what is known counts where it asks for more of it.
    return other && *other > parameters.value("pain.low_highest") ? std::optional<double>(*other) : std::nullopt;
  }
  // A calmed ache without an answer of today is not less known than one that has not calmed.
  const bool counts_anyway = !other && *last.answers.worst_pain <= parameters.value("pain.low_highest");
  if (has_calmed(story, last.day, parameters) && !counts_anyway) return other;
  return std::max(other.value_or(0), *last.answers.worst_pain);
}

/// How easily the ache is stirred up. A settled next morning means that it lasted less than a day, whatever was not
/// asked.
void add_irritability(const PainStory& story, const rules::Parameters& parameters, rules::Facts& facts) {
  const ToldRun* last = story.runs.empty() ? nullptr : &story.runs.back();
  const auto hours = last ? last->answers.settled_after_h : std::nullopt;
  const auto settled = last ? settled_after(story, *last, parameters) : std::nullopt;
  Truth high = Truth::unknown;
  Truth low = Truth::unknown;
  if (facts.truth("hurts_at_rest") == Truth::yes) {
    high = Truth::yes;
  } else if (hours) {
    high = rules::truth_of(*hours > 24);
  } else if (settled.value_or(false)) {
    high = Truth::no;
  }
  if (high == Truth::yes) {
    low = Truth::no;
  } else if (hours) {
    low = rules::truth_of(*hours <= 1);
  }
  facts.set("irritability_high", high);
  facts.set("irritability_low", low);
  // Where only "not high" is known, it counts as the higher of what is left.
  facts.set("irritability_moderate", high == Truth::no    ? rules::truth_of(low != Truth::yes)
                                     : high == Truth::yes ? Truth::no
                                                          : Truth::unknown);
}

void add_flare_facts(const PainStory& story, const rules::Parameters& parameters, rules::Facts& facts) {
  const auto all = flares(story, parameters);
  bool rest = false;
  bool open = false;
  if (!all.empty()) {
    const Flare& last = all.back();
    rest = hours_since(story, last.at, last.day) < parameters.value("pain.flare_rest_h");
    open = !rest && story.today - last.day <= static_cast<int>(parameters.value("pain.run_counts_days")) &&
           !has_calmed(story, last.day, parameters);
  }
  const auto recent = std::count_if(all.begin(), all.end(), [&](const Flare& f) {
    return story.today - f.day < flares_counted_days && !seen_by_clinician(story, f.at);
  });
  facts.set("flare_rest", rules::truth_of(rest));
  facts.set("flare_open", rules::truth_of(open));
  facts.set("over_5_twice_in_14_days", rules::truth_of(recent >= 2));
}

void add_last_run_facts(const PainStory& story, const rules::Parameters& parameters, rules::Facts& facts) {
  const ToldRun* last = story.runs.empty() ? nullptr : &story.runs.back();
  bool warm_up_off = false;
  bool mid_run_off = false;
  Truth only_after = Truth::unknown;
  if (last && last->answers.worst_pain && last->answers.pain_onset) {
    const PainOnset onset = *last->answers.pain_onset;
    const int days = story.today - last->day;
    const bool sore = *last->answers.worst_pain >= parameters.value("pain.acceptable_lowest");
    // An ease that nobody confirmed is no ease.
    warm_up_off =
        sore && onset == PainOnset::warm_up && !last->answers.eased_within_10_min.value_or(false) && days <= 2;
    mid_run_off = sore && (onset == PainOnset::mid || onset == PainOnset::late) && days <= 1;
    const auto settled = settled_after(story, *last, parameters);
    only_after = onset != PainOnset::after ? Truth::no : settled ? rules::truth_of(*settled) : Truth::unknown;
  }
  facts.set("warm_up_soreness_days_off", rules::truth_of(warm_up_off));
  facts.set("mid_run_soreness_day_off", rules::truth_of(mid_run_off));
  facts.set("only_after_gone_by_morning", only_after);

  // The first run after a break of five or more days without running.
  Truth after_break = Truth::no;
  const bool seen = last && seen_by_clinician(story, last->end);
  if (last && !seen && story.runs.size() >= 2) {
    const int free_days = last->day - story.runs[story.runs.size() - 2].day - 1;
    if (free_days >= parameters.value("triage.break_days") &&
        last->answers.pain_onset.value_or(PainOnset::none) == PainOnset::warm_up) {
      after_break = last->answers.worst_pain
                        ? rules::truth_of(*last->answers.worst_pain >= parameters.value("triage.break_pain"))
                        : Truth::unknown;
    }
  }
  facts.set("warm_up_pain_after_break", after_break);

  // The limp of the latest run; a daily answer of "no" about that run takes its place in pain_story.
  if (last && !seen && last->answers.limped) facts.set("ran_with_limp", rules::truth_of(*last->answers.limped));
}

constexpr int painkillers_counted_days = 28;

void add_painkiller_facts(const PainStory& story, rules::Facts& facts) {
  int taken = 0;
  Truth to_run = Truth::no;
  for (const ToldRun& run : runs_from(story, story.today - painkillers_counted_days)) {
    if (!run.answers.painkiller_taken.value_or(false) || seen_by_clinician(story, run.end)) continue;
    taken += story.today - run.day < painkillers_counted_days;
    if (hours_since(story, run.end, run.day) <= 48) to_run = Truth::yes;
  }
  if (facts.truth("painkiller_today") == Truth::yes) {
    to_run = Truth::yes;
    ++taken;
  }
  facts.set("painkiller_to_run", to_run);
  facts.set("painkiller_repeated", rules::truth_of(taken >= 2));
}

/// A week of low, settled pain is the end of the way back up, however far down the step was.
bool settled_week(const PainStory& story, const rules::Parameters& parameters) {
  int known = 0;
  for (const ToldRun& run : runs_from(story, story.today - 7)) {
    if (story.today - run.day > 7 || !run.answers.worst_pain) continue;
    if (worst_of(&run) > parameters.value("pain.low_highest")) return false;
    if (!settled_next_morning(story, run, parameters).value_or(true)) return false;
    ++known;
  }
  return known >= 2 && settled_after(story, story.runs.back(), parameters).value_or(false);
}

}  // namespace

std::optional<bool> settled_morning_after(const PainStory& story, LocalDay day, const rules::Parameters& parameters) {
  const auto later = mornings_from(story, day + 1);
  if (later.empty() || later.front().day != day + 1) return std::nullopt;
  return is_settled(story, later.front().pain, parameters);
}

void add_pain_facts(const PainStory& story, const model::Ache& ache, const rules::Parameters& parameters,
                    rules::Facts& facts) {
  facts.set("usual", Value(static_cast<double>(story.usual)));
  facts.set("worst", worst_now(story, parameters));

  Truth settled = Truth::unknown;
  if (!story.runs.empty()) {
    if (const auto known = settled_after(story, story.runs.back(), parameters)) settled = rules::truth_of(*known);
  } else if (!story.mornings.empty() && story.mornings.back().day == story.today) {
    settled = rules::truth_of(story.mornings.back().pain <= story.usual + parameters.value("pain.settled_margin"));
  }
  facts.set("settled", settled);

  const auto trend = trend_runs(story);
  facts.set("growing", growing(trend, facts.truth("started_earlier_twice"), parameters));

  const auto this_week = mean_worst(story, story.today - 6, story.today);
  const auto week_before = mean_worst(story, story.today - 13, story.today - 7);
  facts.set("rising_week", this_week && week_before
                               ? rules::truth_of(*this_week >= *week_before + parameters.value("pain.rising_week"))
                               : Truth::unknown);

  std::optional<double> rise;
  if (trend.size() >= 6) rise = mean_of(trend.end() - 3, 3) - mean_of(trend.end() - 6, 3);
  facts.set("rise_over_three_runs", rise);
  std::optional<double> fall;
  if (trend.size() >= 4) {
    const double last_three = median_of_three(trend.end() - 3);
    // An ache that is gone has fallen as far as it can, however mild it began.
    fall = last_three == 0 ? 10 : median_of_three(trend.begin()) - last_three;
  }
  facts.set("fall_since_first_runs", fall);

  std::optional<double> in_48_h;
  const auto take_48 = [&](Instant at, LocalDay day, int pain) {
    if (hours_since(story, at, day) <= 48) in_48_h = std::max(in_48_h.value_or(0), static_cast<double>(pain));
  };
  const LocalDay two_days_ago = story.today - 3;
  for (const ToldRun& run : runs_from(story, two_days_ago)) {
    if (run.answers.worst_pain) take_48(run.end, run.day, *run.answers.worst_pain);
  }
  for (const Morning& m : mornings_from(story, two_days_ago)) take_48(m.at, m.day, m.pain);
  for (const Morning& m : story.present) take_48(m.at, m.day, m.pain);
  facts.set("worst_in_48_h", in_48_h);

  const double low_highest = parameters.value("pain.low_highest");
  double low_runs = 0;
  for (auto run = trend.rbegin(); run != trend.rend(); ++run) {
    if (worst_of(*run) > low_highest || !settled_next_morning(story, **run, parameters).value_or(false)) break;
    ++low_runs;
  }
  facts.set("low_pain_runs", Value(low_runs));
  const double step = pain_step(story, parameters);
  facts.set("step_below_full", rules::truth_of(step < 1.0));
  facts.set("pain_step", Value(step));

  add_irritability(story, parameters, facts);
  add_flare_facts(story, parameters, facts);
  add_last_run_facts(story, parameters, facts);
  add_painkiller_facts(story, facts);

  std::optional<double> ache_days;
  if (ache.onset_day) ache_days = story.today - *ache.onset_day;
  facts.set("ache_days", ache_days);
  // What a clinician has seen since, or what the runs show to be easing, has not lasted.
  const bool seen = ache.onset_day && story.trend_from && *story.trend_from > *ache.onset_day;
  const bool eased = fall && *fall >= parameters.value("triage.eased_points");
  facts.set("lasting_ache_days", ache_days && (seen || eased) ? 0 : ache_days);
}

double pain_step(const PainStory& story, const rules::Parameters& parameters) {
  if (settled_week(story, parameters)) return 1.0;
  const std::vector<double> steps = {1.0, parameters.value("pain.step_1"), parameters.value("pain.step_2"),
                                     parameters.value("pain.step_walk_run")};
  constexpr std::size_t half_step = 2;
  const double acceptable_highest = parameters.value("pain.acceptable_highest");
  std::size_t step = 0;
  int settled_low = 0;
  const int memory_days = static_cast<int>(parameters.value("pain.step_memory_days"));
  for (const ToldRun* run : trend_runs(story)) {
    if (story.today - run->day > memory_days) continue;
    const auto settled = settled_next_morning(story, *run, parameters);
    const bool only_after = run->answers.pain_onset == PainOnset::after;
    const bool eased =
        run->answers.pain_onset == PainOnset::warm_up && run->answers.eased_within_10_min.value_or(false);
    if (is_flare(*run, acceptable_highest)) {
      step = steps.size() - 1;
      settled_low = 0;
    } else if (worst_of(run) >= parameters.value("pain.acceptable_lowest")) {
      // An ache that settles takes the step down to half, not to walk-run: the band is 30 to 50 % shorter.
      const std::size_t lowest = std::max(step, settled.value_or(false) ? half_step : steps.size() - 1);
      if (!(settled.value_or(false) && (only_after || eased))) step = std::min(step + 1, lowest);
      settled_low = 0;
    } else if (settled.value_or(false)) {
      ++settled_low;
      if (settled_low >= 2 && step > 0) {
        --step;
        settled_low = 0;
      }
    } else {
      settled_low = 0;
    }
  }
  return steps[step];
}

}  // namespace hipline::triage
