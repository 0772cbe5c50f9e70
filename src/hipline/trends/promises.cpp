#include "hipline/trends/promises.hpp"

#include <algorithm>
#include <map>
#include <string>

#include "hipline/load/distance.hpp"
#include "hipline/triage/pain.hpp"

namespace hipline::trends {
namespace {

/// Two stretches of days of the same length, the later one ending with a day.
struct Stretches {
  LocalDay last;
  int days = 0;

  /// 1 for the later stretch, 0 for the earlier one, nothing outside.
  [[nodiscard]] std::optional<std::size_t> of(LocalDay day) const {
    if (day > last || day <= last - 2 * days) return std::nullopt;
    return day > last - days ? 1U : 0U;
  }
};

/// What was measured in each of the two.
using Found = std::vector<double>[2];

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

/// Differences up to `noise` are none.
Measure compare(What what, std::optional<double> before, std::optional<double> now, int have, int need, double noise,
                bool less_is_better) {
  Measure measure{.what = what, .before = before, .now = now, .have = have, .need = need};
  if (have < need || !before || !now) return measure;
  const double gain = less_is_better ? *before - *now : *now - *before;
  measure.course = gain >= noise ? Course::better : gain <= -noise ? Course::worse : Course::same;
  return measure;
}

std::optional<double> mean_of(const std::vector<double>& values) {
  return values.empty() ? std::nullopt : std::optional(mean(values));
}

int poorer(const Found& found) { return static_cast<int>(std::min(found[0].size(), found[1].size())); }

/// The worst known pain of each of these days: in a run, in the morning or at another moment.
std::map<LocalDay, int> worst_by_day(const triage::PainStory& story, const Stretches& stretches) {
  std::map<LocalDay, int> worst;
  const auto take = [&](LocalDay day, int pain) {
    if (!stretches.of(day)) return;
    const auto [known, is_new] = worst.try_emplace(day, pain);
    if (!is_new) known->second = std::max(known->second, pain);
  };
  for (const triage::ToldRun& run : story.runs)
    if (run.answers.worst_pain) take(run.day, *run.answers.worst_pain);
  for (const auto* told : {&story.mornings, &story.present})
    for (const triage::Morning& one : *told) take(one.day, one.pain);
  return worst;
}

Measure pain_measure(const triage::PainStory& story, const rules::Parameters& parameters) {
  const Stretches stretches{story.today, static_cast<int>(parameters.value("trends.pain_days"))};
  Found found;
  for (const auto& [day, pain] : worst_by_day(story, stretches)) found[*stretches.of(day)].push_back(pain);
  return compare(What::pain, mean_of(found[0]), mean_of(found[1]), poorer(found),
                 static_cast<int>(parameters.value("trends.least_days")), parameters.value("pain.settled_margin"),
                 true);
}

Measure stiffness_measure(const model::History& history, const rules::Parameters& parameters) {
  const Stretches stretches{history.today, static_cast<int>(parameters.value("trends.long_days"))};
  std::map<LocalDay, double> by_day;  // the latest word of each day
  for (const model::CheckIn& check_in : history.check_ins) {
    if (!stretches.of(check_in.day)) continue;
    for (const model::Answer& answer : check_in.answers) {
      const double* number = std::get_if<double>(&answer.value);
      if (answer.fact == "stiffness_on_rising" && number) by_day[check_in.day] = *number;
    }
  }
  Found found;
  for (const auto& [day, stiffness] : by_day) found[*stretches.of(day)].push_back(stiffness);
  return compare(What::stiffness, mean_of(found[0]), mean_of(found[1]), poorer(found),
                 static_cast<int>(parameters.value("trends.least_times")), parameters.value("pain.settled_margin"),
                 true);
}

/// The exercise that was held on most days of both stretches: the same exercise is compared with itself.
std::string most_held(const model::History& history, const Stretches& stretches) {
  std::map<std::string, int> times;
  for (const model::CircuitEntry& entry : history.circuits)
    if (stretches.of(entry.day) && (entry.hold_left_s || entry.hold_right_s)) ++times[entry.exercise];
  const auto most = std::ranges::max_element(times, {}, [](const auto& one) { return one.second; });
  return most == times.end() ? std::string() : most->first;
}

Measure hold_measure(What what, const model::History& history, const rules::Parameters& parameters) {
  const Stretches stretches{history.today, static_cast<int>(parameters.value("trends.long_days"))};
  const std::string exercise = most_held(history, stretches);
  Found found;
  for (const model::CircuitEntry& entry : history.circuits) {
    const auto& held = what == What::hold_left ? entry.hold_left_s : entry.hold_right_s;
    const auto which = stretches.of(entry.day);
    if (entry.exercise == exercise && held && which) found[*which].push_back(*held);
  }
  const auto longest = [](const std::vector<double>& values) {
    return values.empty() ? std::optional<double>() : *std::ranges::max_element(values);
  };
  return compare(what, longest(found[0]), longest(found[1]), poorer(found),
                 static_cast<int>(parameters.value("trends.least_times")), parameters.value("trends.hold_margin_s"),
                 false);
}

/// Whether a day went as it was asked: some running where running was asked and not much more than that, none where
/// none was.
bool was_kept(Metres asked, const load::Distance& done, const rules::Parameters& parameters) {
  if (!(asked.value() > 0)) return done.runs == 0;
  if (done.runs == 0 || done.without_distance > 0) return done.runs > 0;
  const double share = done.known / asked;
  return share >= parameters.value("trends.kept_share_least") && share <= parameters.value("trends.kept_share_most");
}

std::vector<Measure> course_measures(const model::History& history, const std::vector<AskedDay>& asked,
                                     const rules::Parameters& parameters) {
  const Stretches stretches{history.today - 1, static_cast<int>(parameters.value("trends.long_days"))};
  Found kept;
  double wanted[2] = {0, 0};
  double done[2] = {0, 0};
  for (const AskedDay& one : asked) {
    const auto which = stretches.of(one.day);
    if (!which) continue;
    const load::Distance run = load::distance_between(history.runs, one.day, one.day);
    kept[*which].push_back(was_kept(one.distance, run, parameters) ? 1 : 0);
    wanted[*which] += one.distance.value();
    done[*which] += std::min(run.known.value(), one.distance.value());
  }
  const int need = static_cast<int>(parameters.value("trends.least_answered_days"));
  const double noise = parameters.value("trends.kept_margin");
  const auto share = [&](std::size_t which) {
    return wanted[which] > 0 ? std::optional(done[which] / wanted[which]) : std::nullopt;
  };
  return {compare(What::days_kept, mean_of(kept[0]), mean_of(kept[1]), poorer(kept), need, noise, false),
          compare(What::distance_kept, share(0), share(1), poorer(kept), need, noise, false)};
}

}  // namespace

Promises measure_promises(const model::History& history, const triage::PainStory& pain,
                          const std::vector<AskedDay>& asked, const rules::Parameters& parameters) {
  return {.looser = {stiffness_measure(history, parameters), hold_measure(What::hold_left, history, parameters),
                     hold_measure(What::hold_right, history, parameters)},
          .calmer = {pain_measure(pain, parameters)},
          .on_course = course_measures(history, asked, parameters)};
}

}  // namespace hipline::trends
