#include "hipline/triage/origin_facts.hpp"

#include <gtest/gtest.h>

namespace hipline::triage {
namespace {

using model::PainOnset;
using model::Side;
using rules::Truth;

const LocalDay today = *LocalDay::parse("2026-11-22");
const LocalDay onset = today - 12;

rules::Parameters parameters() {
  rules::Parameters parameters;
  for (const auto& [id, value] : {std::pair{"origin.runs_told", 3.0}, std::pair{"origin.after_longest_days", 3.0},
                                  std::pair{"origin.longest_least_days", 14.0}, std::pair{"origin.peak_share", 0.9},
                                  std::pair{"origin.peak_window_days", 84.0}, std::pair{"origin.peak_least_days", 28.0},
                                  std::pair{"plan.spike_band_1", 1.1}}) {
    parameters.add({id, value, "", "", {}, rules::Grade::none, true});
  }
  return parameters;
}

model::Run run_on(LocalDay day, std::optional<double> km) {
  model::Run run;
  run.day = day;
  run.start = start_of_day(day, 0) + 9 * 3600;
  run.elapsed = Seconds(3600);
  if (km) run.distance = kilometres(*km);
  return run;
}

/// Ten kilometres every second day for so many days before the ache.
model::History history_of(int days_before_onset) {
  model::History history;
  history.today = today;
  history.ache.onset_day = onset;
  for (int back = days_before_onset; back > 0; back -= 2) history.runs.push_back(run_on(onset - back, 10));
  return history;
}

rules::Facts facts_of(const model::History& history) {
  rules::Facts facts;
  add_origin_facts(history, pain_story(history), parameters(), facts);
  return facts;
}

Truth after_longest(const model::History& history) { return facts_of(history).truth("onset_after_longest_run"); }
Truth spike(const model::History& history) { return facts_of(history).truth("spike_before_onset"); }
Truth peak(const model::History& history) { return facts_of(history).truth("onset_in_peak_weeks"); }

TEST(OriginFacts, know_whether_the_ache_began_within_three_days_of_the_longest_run) {
  for (const auto& [days, expected] : {std::pair{0, Truth::yes}, std::pair{3, Truth::yes}, std::pair{4, Truth::no}}) {
    model::History history = history_of(20);
    history.runs.push_back(run_on(onset - days, 29));
    EXPECT_EQ(after_longest(history), expected) << days;
  }
}

TEST(OriginFacts, do_not_take_a_later_run_for_the_reason) {
  model::History history = history_of(20);
  history.runs.push_back(run_on(onset - 10, 20));
  history.runs.push_back(run_on(onset + 1, 29));
  EXPECT_EQ(after_longest(history), Truth::no);
}

TEST(OriginFacts, leave_the_longest_run_open_where_the_log_cannot_tell) {
  EXPECT_EQ(after_longest(history_of(13)), Truth::unknown) << "too short a log";
  model::History history = history_of(20);
  history.runs.push_back(run_on(onset - 1, 29));
  history.runs.push_back(run_on(onset - 9, std::nullopt));
  EXPECT_EQ(after_longest(history), Truth::unknown) << "a run without a distance";
  history = history_of(20);
  history.ache.onset_day.reset();
  EXPECT_EQ(after_longest(history), Truth::unknown) << "no day of onset";
}

TEST(OriginFacts, see_a_spike_only_above_the_limit_and_only_where_30_days_before_it_are_known) {
  model::History history = history_of(64);
  history.runs.push_back(run_on(onset - 1, 11));
  EXPECT_EQ(spike(history), Truth::no);
  history.runs.edit().back() = run_on(onset - 1, 11.1);
  EXPECT_EQ(spike(history), Truth::yes);
  model::History short_log = history_of(20);
  short_log.runs.push_back(run_on(onset - 1, 20));
  EXPECT_EQ(spike(short_log), Truth::unknown);
}

TEST(OriginFacts, compare_the_weeks_before_the_ache_with_the_biggest_one) {
  model::History even = history_of(84);
  EXPECT_EQ(peak(even), Truth::yes);
  model::History bigger_before = history_of(84);
  bigger_before.runs.push_back(run_on(onset - 40, 30));
  EXPECT_EQ(peak(bigger_before), Truth::no);
  model::History bigger_since = history_of(84);
  bigger_since.runs.push_back(run_on(onset + 5, 60));
  EXPECT_EQ(peak(bigger_since), Truth::no);
  EXPECT_EQ(peak(history_of(27)), Truth::unknown);
}

TEST(OriginFacts, know_an_earlier_strain_of_the_same_side_and_how_long_it_lies_back) {
  model::History history = history_of(20);
  EXPECT_EQ(facts_of(history).truth("earlier_same_side"), Truth::unknown);
  history.ache.side = Side::right;
  history.runner.earlier_episodes = {{Side::right, onset - 56, "strain", true}};
  EXPECT_EQ(facts_of(history).truth("earlier_same_side"), Truth::yes);
  EXPECT_EQ(facts_of(history).number("earlier_episode_days"), 56);
  EXPECT_EQ(facts_of(history).truth("earlier_over"), Truth::yes);
  history.runner.earlier_episodes.push_back({Side::both, onset - 200, "strain", false});
  EXPECT_EQ(facts_of(history).number("earlier_episode_days"), 56);
  EXPECT_EQ(facts_of(history).truth("earlier_over"), Truth::no);
  history.runner.earlier_episodes = {{Side::left, onset - 56, "strain", false}};
  EXPECT_EQ(facts_of(history).truth("earlier_same_side"), Truth::no);
  EXPECT_FALSE(facts_of(history).number("earlier_episode_days"));
  history.ache.side.reset();
  EXPECT_EQ(facts_of(history).truth("earlier_same_side"), Truth::unknown);
}

TEST(OriginFacts, hear_from_the_latest_runs_where_the_ache_begins) {
  model::History history = history_of(20);
  const auto told = [&](int days_ago, PainOnset where, std::optional<bool> eased = {}) {
    model::Run run = run_on(today - days_ago, 8);
    run.answers.worst_pain = 3;
    run.answers.pain_onset = where;
    run.answers.eased_within_10_min = eased;
    history.runs.push_back(run);
  };
  EXPECT_EQ(facts_of(history).truth("pain_late_or_after"), Truth::unknown);
  told(9, PainOnset::warm_up, false);
  told(7, PainOnset::late);
  told(5, PainOnset::after);
  EXPECT_EQ(facts_of(history).truth("pain_late_or_after"), Truth::yes);
  EXPECT_EQ(facts_of(history).truth("pain_from_the_warm_up"), Truth::no);
  told(3, PainOnset::warm_up);
  told(1, PainOnset::warm_up, true);
  EXPECT_EQ(facts_of(history).truth("pain_late_or_after"), Truth::no);
  EXPECT_EQ(facts_of(history).truth("pain_from_the_warm_up"), Truth::no);
  EXPECT_EQ(facts_of(history).truth("pain_warms_up"), Truth::unknown);
}

TEST(OriginFacts, know_how_the_ache_feels_only_where_it_was_told) {
  model::History history = history_of(20);
  for (const char* fact : {"ache_dull", "ache_sharp", "ache_both_sides", "ache_elsewhere"})
    EXPECT_EQ(facts_of(history).truth(fact), Truth::unknown) << fact;
  history.ache.qualities = {model::Quality::dull};
  history.ache.sites = {model::Site::buttock};
  history.ache.side = Side::both;
  EXPECT_EQ(facts_of(history).truth("ache_dull"), Truth::yes);
  EXPECT_EQ(facts_of(history).truth("ache_sharp"), Truth::no);
  EXPECT_EQ(facts_of(history).truth("ache_both_sides"), Truth::yes);
  EXPECT_EQ(facts_of(history).truth("ache_elsewhere"), Truth::yes);
  history.ache.sites.push_back(model::Site::groin);
  EXPECT_EQ(facts_of(history).truth("ache_elsewhere"), Truth::no);
}

}  // namespace
}  // namespace hipline::triage
