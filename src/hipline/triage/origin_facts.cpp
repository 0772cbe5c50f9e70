#include "hipline/triage/origin_facts.hpp"

#include <algorithm>
#include <optional>

#include "hipline/load/distance.hpp"

namespace hipline::triage {
namespace {

using model::PainOnset;
using model::Side;
using rules::Truth;

template <typename T>
bool has(const std::vector<T>& values, T wanted) {
  return std::find(values.begin(), values.end(), wanted) != values.end();
}

int days(const rules::Parameters& parameters, std::string_view id) { return static_cast<int>(parameters.value(id)); }

void add_feel(const model::Ache& ache, rules::Facts& facts) {
  const auto feels = [&](model::Quality quality) {
    return ache.qualities.empty() ? Truth::unknown : rules::truth_of(has(ache.qualities, quality));
  };
  facts.set("ache_dull", feels(model::Quality::dull));
  facts.set("ache_sharp", feels(model::Quality::sharp));
  facts.set("ache_both_sides", ache.side ? rules::truth_of(*ache.side == Side::both) : Truth::unknown);
  using model::Site;
  const bool at_the_front = std::any_of(ache.sites.begin(), ache.sites.end(), [](Site site) {
    return site == Site::front_of_hip || site == Site::groin || site == Site::front_of_thigh ||
           site == Site::lower_belly;
  });
  facts.set("ache_elsewhere", ache.sites.empty() ? Truth::unknown : rules::truth_of(!at_the_front));
}

/// Whether an earlier strain was on the side of today's ache.
Truth same_side(const model::EarlierEpisode& episode, const model::Ache& ache) {
  if (!episode.side || !ache.side) return Truth::unknown;
  return rules::truth_of(*episode.side == *ache.side || *episode.side == Side::both || *ache.side == Side::both);
}

/// That no earlier strain was told does not say that there was none.
void add_earlier(const model::History& history, rules::Facts& facts) {
  Truth same = history.runner.earlier_episodes.empty() ? Truth::unknown : Truth::no;
  Truth over = Truth::yes;
  std::optional<LocalDay> latest;
  for (const model::EarlierEpisode& episode : history.runner.earlier_episodes) {
    const Truth here = same_side(episode, history.ache);
    if (here == Truth::yes || same == Truth::no) same = here;
    if (here != Truth::yes) continue;
    if (episode.when && (!latest || *episode.when > *latest)) latest = episode.when;
    const Truth gone = episode.healed ? rules::truth_of(*episode.healed) : Truth::unknown;
    if (gone == Truth::no || over == Truth::yes) over = gone;
  }
  facts.set("earlier_same_side", same);
  facts.set("earlier_over", same == Truth::yes ? over : Truth::unknown);
  std::optional<double> between;
  if (latest && history.ache.onset_day) between = std::max(0, *history.ache.onset_day - *latest);
  facts.set("earlier_episode_days", between);
}

/// Counts what the latest runs say: yes or no where most of them agree, whatever is unknown among them.
class Majority {
 public:
  void add(Truth truth) {
    ++all_;
    yes_ += truth == Truth::yes;
    no_ += truth == Truth::no;
  }
  [[nodiscard]] Truth answer() const {
    if (yes_ * 2 > all_) return Truth::yes;
    return all_ == 0 || (all_ - no_) * 2 > all_ ? Truth::unknown : Truth::no;
  }

 private:
  int all_ = 0;
  int yes_ = 0;
  int no_ = 0;
};

/// Where in the latest runs with an ache it began.
void add_where_in_runs(const model::Ache& ache, const PainStory& story, const rules::Parameters& parameters,
                       rules::Facts& facts) {
  Majority from_the_start;
  Majority warms_up;
  Majority late;
  int told = 0;
  for (auto run = story.runs.rbegin(); run != story.runs.rend() && told < days(parameters, "origin.runs_told"); ++run) {
    if (ache.onset_day && run->day < *ache.onset_day) break;
    const auto& where = run->answers.pain_onset;
    if (!where || *where == PainOnset::none) continue;
    ++told;
    const bool warm_up = *where == PainOnset::warm_up;
    const auto& eased = run->answers.eased_within_10_min;
    const Truth stays = !warm_up ? Truth::no : eased ? rules::truth_of(!*eased) : Truth::unknown;
    from_the_start.add(stays);
    warms_up.add(!warm_up ? Truth::no : eased ? rules::truth_of(*eased) : Truth::unknown);
    late.add(rules::truth_of(*where == PainOnset::late || *where == PainOnset::after));
  }
  facts.set("pain_from_the_warm_up", from_the_start.answer());
  facts.set("pain_warms_up", warms_up.answer());
  facts.set("pain_late_or_after", late.answer());
}

/// The runs up to the history's moment that a beginning on `onset` is looked at with, and how far back all of them
/// reach.
class Timeline {
 public:
  Timeline(const model::History& history, LocalDay onset, const rules::Parameters& parameters) {
    const LocalDay from =
        onset - std::max(2 * load::spike_window_days, days(parameters, "origin.peak_window_days")) - 7;
    for (const model::Run& run : history.runs) {
      if (!model::is_run(run.sport)) continue;
      if (history.now ? run.start > *history.now : run.day > history.today) continue;
      if (!first_ || run.day < *first_) first_ = run.day;
      if (run.day >= from) runs_.push_back(run);
    }
  }

  [[nodiscard]] const std::vector<model::Run>& runs() const { return runs_; }
  [[nodiscard]] bool reaches(LocalDay day) const { return first_ && *first_ <= day; }
  /// Whether every run from one day to another has a distance.
  [[nodiscard]] bool complete(LocalDay from, LocalDay to) const {
    return load::distance_between(runs_, from, to).without_distance == 0;
  }

 private:
  std::vector<model::Run> runs_;
  std::optional<LocalDay> first_;
};

Truth after_longest_run(const Timeline& timeline, LocalDay onset, const rules::Parameters& parameters) {
  const LocalDay from = onset + 1 - load::spike_window_days;
  if (!timeline.reaches(onset - days(parameters, "origin.longest_least_days"))) return Truth::unknown;
  if (!timeline.complete(from, onset)) return Truth::unknown;
  const auto longest = load::longest_run(timeline.runs(), onset + 1);
  if (!longest) return Truth::unknown;
  return rules::truth_of(std::any_of(timeline.runs().begin(), timeline.runs().end(), [&](const model::Run& run) {
    const int before = onset - run.day;
    return run.distance && *run.distance >= *longest && before >= 0 &&
           before <= days(parameters, "origin.after_longest_days");
  }));
}

Truth spike_before(const Timeline& timeline, LocalDay onset, const rules::Parameters& parameters) {
  bool any_known = false;
  bool any_unknown = false;
  for (const model::Run& run : timeline.runs()) {
    if (run.day > onset || run.day <= onset - load::spike_window_days) continue;
    const LocalDay from = run.day - load::spike_window_days;
    const auto longest = load::longest_run(timeline.runs(), run.day);
    if (!timeline.reaches(from) || !timeline.complete(from, run.day) || !longest) {
      any_unknown = true;
      continue;
    }
    any_known = true;
    const auto spike = load::spike(*run.distance, longest);
    if (spike && *spike > parameters.value("plan.spike_band_1")) return Truth::yes;
  }
  return any_unknown || !any_known ? Truth::unknown : Truth::no;
}

Truth in_peak_weeks(const Timeline& timeline, LocalDay onset, LocalDay today, const rules::Parameters& parameters) {
  const LocalDay from = onset - days(parameters, "origin.peak_window_days");
  if (!timeline.reaches(onset - days(parameters, "origin.peak_least_days"))) return Truth::unknown;
  if (!timeline.complete(from, today)) return Truth::unknown;
  const auto biggest = [&](LocalDay first, LocalDay last) {
    Metres most;
    for (LocalDay end = first; end <= last; end = end + 1)
      most = std::max(most, load::distance_between(timeline.runs(), end - 6, end).known);
    return most;
  };
  const Metres peak = biggest(from + 6, today);
  if (!(peak.value() > 0)) return Truth::unknown;
  return rules::truth_of(biggest(onset - 7, onset) / peak >= parameters.value("origin.peak_share"));
}

}  // namespace

void add_origin_facts(const model::History& history, const PainStory& story, const rules::Parameters& parameters,
                      rules::Facts& facts) {
  add_feel(history.ache, facts);
  add_earlier(history, facts);
  add_where_in_runs(history.ache, story, parameters, facts);
  const auto& onset = history.ache.onset_day;
  if (!onset || *onset > history.today) {
    for (const char* fact : {"onset_after_longest_run", "spike_before_onset", "onset_in_peak_weeks"})
      facts.set(fact, Truth::unknown);
    return;
  }
  const Timeline timeline(history, *onset, parameters);
  facts.set("onset_after_longest_run", after_longest_run(timeline, *onset, parameters));
  facts.set("spike_before_onset", spike_before(timeline, *onset, parameters));
  facts.set("onset_in_peak_weeks", in_peak_weeks(timeline, *onset, history.today, parameters));
}

}  // namespace hipline::triage
