#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "runner.hpp"

namespace hipline::plan {
namespace {

using baseline::SessionKind;
using rules::Level;

struct Case {
  model::History history;
  today::Decision decision;
  Plan plan;
};

Case any_case() {
  Case one;
  model::History& history = one.history;
  history.today = monday + *rc::gen::inRange(0, 7);
  history.runner.done_circuit_before =
      *rc::gen::element(std::optional<bool>(), std::optional(true), std::optional(false));
  if (*rc::gen::inRange(0, 8) > 0) history.race = marathon_on(history.today + *rc::gen::inRange(-13, 48));
  const int runs = *rc::gen::element(0, 2, 12, 24, 36);
  for (int i = 0; i < runs; ++i) {
    history.runs.push_back(
        run_on(history.today - *rc::gen::inRange(1, 43), *rc::gen::inRange(3, 33), *rc::gen::inRange(240, 480)));
  }
  std::ranges::sort(history.runs.edit(), {}, &model::Run::start);
  if (*rc::gen::inRange(0, 3) == 0) {
    for (int day = 0; day < 40; ++day) {
      const auto kind = *rc::gen::element<std::string>("easy", "long", "quality", "rest", "cross_train");
      model::PlannedSession session{history.today + day, kind, std::nullopt, *rc::gen::arbitrary<bool>()};
      if (kind != "rest" && *rc::gen::inRange(0, 4) > 0) session.distance = kilometres(*rc::gen::inRange(3, 36));
      history.runner.own_plan.push_back(session);
    }
  }
  if (*rc::gen::inRange(0, 4) == 0) history.runs.push_back(run_on(history.today, *rc::gen::inRange(3, 20)));
  if (*rc::gen::arbitrary<bool>()) {
    model::CircuitEntry entry;
    entry.day = history.today - *rc::gen::inRange(0, 4);
    history.circuits.push_back(entry);
  }
  const auto level = *rc::gen::element(Level::rest, Level::cross_train, Level::modify, Level::as_planned);
  std::vector<std::string> yes;
  if (level == Level::rest)
    yes.push_back(
        *rc::gen::element<std::string>("flare_rest", "warm_up_soreness_days_off", "mid_run_soreness_day_off"));
  if (level == Level::cross_train && *rc::gen::arbitrary<bool>()) yes.emplace_back("flare_open");
  const double step = level == Level::as_planned ? 1.0 : *rc::gen::element(1.0, 0.7, 0.5, 0.35);
  one.decision = decision_of(history, level, *rc::gen::inRange(0, level == Level::as_planned ? 3 : 9), step, yes);
  one.plan = plan_for(history, one.decision);
  return one;
}

/// The longest run of the 30 days before a planned day, taken afresh from the runs and the plan.
double longest_before(const Case& one, LocalDay day) {
  double longest = 0;
  for (const model::Run& run : one.history.runs) {
    const int ago = day - run.day;
    if (ago >= 1 && ago <= 30) longest = std::max(longest, run.distance->value());
  }
  for (const DayPlan& planned : one.plan.days) {
    const int ago = day - planned.day;
    if (ago >= 1 && ago <= 30 && baseline::is_running(planned.kind) && !planned.done)
      longest = std::max(longest, planned.distance.value());
  }
  return longest;
}

void days_follow_each_other_and_each_has_a_reason(const Case& one) {
  RC_ASSERT(!one.plan.days.empty());
  for (std::size_t i = 0; i < one.plan.days.size(); ++i) {
    const DayPlan& day = one.plan.days[i];
    RC_ASSERT(day.day == one.history.today + static_cast<int>(i));
    RC_ASSERT(!day.reasons.empty());
    for (const Reason& reason : day.reasons) RC_ASSERT(!reason.rule.empty() && !reason.text.empty());
  }
}

void no_run_but_the_race_is_a_tenth_longer_than_the_longest_of_30_days(const Case& one) {
  for (const DayPlan& day : one.plan.days) {
    if (!baseline::is_running(day.kind) || day.kind == SessionKind::race) continue;
    const double longest = longest_before(one, day.day);
    if (longest > 0) RC_ASSERT(day.distance.value() <= 1.10 * longest + 1e-6);
  }
}

void runs_stay_short_in_the_last_two_weeks(const Case& one) {
  for (const DayPlan& day : one.plan.days) {
    if (!one.history.race || !baseline::is_running(day.kind)) continue;
    if (day.days_to_race >= 1 && day.days_to_race <= 7) RC_ASSERT(day.duration.value() <= 70 * 60 + 1e-6);
    if (day.days_to_race >= 8 && day.days_to_race <= 14) RC_ASSERT(day.duration.value() <= 100 * 60 + 1e-6);
    RC_ASSERT(day.days_to_race >= 0 || day.days_to_race <= -8);
  }
}

/// Running from `first` to `last`, done or planned, the race left out.
double running(const Case& one, LocalDay first, LocalDay last) {
  double sum = 0;
  for (const model::Run& run : one.history.runs) {
    if (run.day >= first && run.day <= last) sum += run.distance->value();
  }
  for (const DayPlan& day : one.plan.days) {
    const bool counts = day.day >= first && day.day <= last && day.kind != SessionKind::race && !day.done;
    if (counts) sum += day.distance.value();
  }
  return sum;
}

/// What was run already cannot be taken back, and a third of the week as if nothing hurt stays open for run and walk.
void no_week_of_the_taper_grows(const Case& one) {
  if (!one.history.race || one.history.race->day < one.history.today) return;
  // Without a known run before today nobody knows what the weeks held.
  if (one.history.runs.empty() || one.history.runs.front().day == one.history.today) return;
  for (const int week : {2, 1}) {
    const LocalDay first = one.history.race->day - 7 * week;
    if (first + 6 < one.history.today) continue;
    double done = 0;
    for (const model::Run& run : one.history.runs) {
      if (run.day >= first && run.day <= first + 6) done += run.distance->value();
    }
    double as_if_nothing_hurt = done;
    for (const DayPlan& day : one.plan.days) {
      if (day.day >= first && day.day <= first + 6) as_if_nothing_hurt += day.baseline.distance.value();
    }
    const double before = running(one, first - 7, first - 1);
    if (one.plan.days.back().day < first + 6) continue;  // a far race: this week is only outlined
    RC_ASSERT(running(one, first, first + 6) <= std::max({before, 0.35 * as_if_nothing_hurt, done}) + 1);
  }
}

void each_aim_that_is_not_met_says_what_prevented_it(const Case& one) {
  for (const UnmetAim& aim : one.plan.unmet) {
    RC_ASSERT(!aim.prevented_by.empty());
    const auto& rules = content().plan_rules;
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const auto& r) { return r.id == aim.rule; });
    RC_ASSERT(rule != rules.end() && rule->binding == rules::Binding::aim);
  }
}

/// The musts in their own words, asked afresh of the finished day.
void nothing_is_on_a_day_that_a_must_forbids(const Case& one) {
  for (const DayPlan& day : one.plan.days) {
    if (one.history.race && *day.days_to_race >= -14 && *day.days_to_race <= -1) {
      RC_ASSERT(day.kind != SessionKind::quality);
      if (*day.days_to_race >= -7) RC_ASSERT(!baseline::is_running(day.kind) && !is_hip_day(day));
    }
    const bool sore_before_the_race = one.decision.facts.number("worst").value_or(0) >= 3 && one.history.race &&
                                      *day.days_to_race >= 1 && *day.days_to_race <= 21;
    if (sore_before_the_race) RC_ASSERT(day.kind != SessionKind::quality);
    if (day.step < 1.0 && baseline::is_running(day.kind) && day.kind != SessionKind::race)
      RC_ASSERT(day.flat && day.kind != SessionKind::quality);
  }
}

void no_day_holds_more_running_than_its_baseline(const Case& one) {
  for (const DayPlan& day : one.plan.days) {
    RC_ASSERT(day.distance <= day.baseline.distance);
    if (baseline::is_running(day.kind)) RC_ASSERT(baseline::is_running(day.baseline.kind));
  }
}

void nobody_runs_at_rest_or_cross_train(const Case& one) {
  const Level level = one.decision.level;
  if (level > Level::cross_train) return;
  RC_ASSERT(!baseline::is_running(one.plan.days[0].kind));
  const bool one_day_off = one.decision.facts.truth("mid_run_soreness_day_off") == rules::Truth::yes;
  if (!one_day_off && one.plan.days.size() > 1) RC_ASSERT(!baseline::is_running(one.plan.days[1].kind));
}

void full_circuits_lie_two_days_apart_and_never_before_a_long_or_fast_run(const Case& one) {
  std::optional<LocalDay> last;
  if (!one.history.circuits.empty()) last = one.history.circuits.back().day;
  for (std::size_t i = 0; i < one.plan.days.size(); ++i) {
    const DayPlan& day = one.plan.days[i];
    if (!is_hip_day(day)) continue;
    const bool the_one_done_today = last == day.day && i == 0;
    RC_ASSERT(!last || the_one_done_today || day.day - *last >= 2);
    last = day.day;
    if (i + 1 == one.plan.days.size()) continue;
    const SessionKind tomorrow = one.plan.days[i + 1].kind;
    RC_ASSERT(tomorrow != SessionKind::long_run && tomorrow != SessionKind::quality && tomorrow != SessionKind::race);
  }
}

TEST(PlanProperty, weeks_fall_towards_the_race_where_nothing_hurts) {
  EXPECT_TRUE(rc::check([] {
    model::History history = marathon_runner(monday, *rc::gen::inRange(21, 28));
    for (model::Run& run : history.runs.edit()) run.distance = *run.distance * (0.01 * *rc::gen::inRange(60, 130));
    const Plan plan = plan_for(history, decision_of(history, Level::as_planned, 0, 1.0));
    double week[4] = {};
    for (const DayPlan& day : plan.days) {
      if (day.days_to_race >= 1 && day.days_to_race <= 21)
        week[(*day.days_to_race - 1) / 7 + 1] += day.distance.value();
    }
    RC_ASSERT(week[3] + 700 >= week[2]);
    RC_ASSERT(week[2] + 700 >= week[1]);
  }));
}

void the_same_case_gives_the_same_plan(const Case& one) {
  const Plan again = plan_for(one.history, one.decision);
  RC_ASSERT(again.days.size() == one.plan.days.size());
  for (std::size_t i = 0; i < again.days.size(); ++i) {
    RC_ASSERT(again.days[i].distance == one.plan.days[i].distance && again.days[i].kind == one.plan.days[i].kind);
    RC_ASSERT(again.days[i].circuit.rounds == one.plan.days[i].circuit.rounds);
  }
  RC_ASSERT(again.unmet.size() == one.plan.unmet.size());
}

// One search for all of them: making the plans is what takes the time.
TEST(PlanProperty, musts_hold_in_any_plan) {
  EXPECT_TRUE(rc::check([] {
    const Case one = any_case();
    days_follow_each_other_and_each_has_a_reason(one);
    no_run_but_the_race_is_a_tenth_longer_than_the_longest_of_30_days(one);
    runs_stay_short_in_the_last_two_weeks(one);
    no_day_holds_more_running_than_its_baseline(one);
    no_week_of_the_taper_grows(one);
    each_aim_that_is_not_met_says_what_prevented_it(one);
    nothing_is_on_a_day_that_a_must_forbids(one);
    nobody_runs_at_rest_or_cross_train(one);
    full_circuits_lie_two_days_apart_and_never_before_a_long_or_fast_run(one);
    the_same_case_gives_the_same_plan(one);
  }));
}

}  // namespace
}  // namespace hipline::plan
