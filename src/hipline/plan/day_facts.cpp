#include "hipline/plan/day_facts.hpp"

#include <algorithm>
#include <array>

#include "hipline/load/distance.hpp"

namespace hipline::plan {
namespace {

using baseline::SessionKind;
using rules::truth_of;
using rules::Value;

std::optional<LocalDay> last_run_day(const model::History& history) {
  std::optional<LocalDay> last;
  for (const model::Run& run : history.runs) {
    if (model::is_run(run.sport) && run.day <= history.today && (!last || run.day > *last)) last = run.day;
  }
  return last;
}

/// Days between the last run and today on which the runner usually runs, or meant to.
double missed_run_days(const Draft& draft, LocalDay last_run) {
  const auto& history = draft.input.history;
  std::array<bool, 7> usual{};
  for (const baseline::Session& session : draft.input.baseline.days) {
    if (baseline::is_running(session.kind) && session.kind != SessionKind::race) {
      usual[static_cast<std::size_t>(session.day.weekday())] = true;
    }
  }
  const auto& own = history.runner.own_plan;
  double missed = 0;
  for (LocalDay day = last_run + 1; day < history.today; day = day + 1) {
    const bool planned = std::any_of(own.begin(), own.end(), [&](const auto& session) {
      const auto kind = baseline::session_kind_named(session.kind);
      return session.day == day && kind && baseline::is_running(*kind);
    });
    missed += own.empty() ? usual[static_cast<std::size_t>(day.weekday())] : planned;
  }
  return missed;
}

/// Whether a missing answer keeps this level of the check-in before.
bool keeps(const today::Decision& decision, rules::Level level) {
  return decision.facts.truth("pain_unknown") == rules::Truth::yes && decision.last_level == level;
}

/// Rest for one day must not hide that another rule asks for days without running, nor that a missing answer keeps the
/// level of before.
bool asks_for_cross_training(const today::Decision& decision) {
  if (decision.level != rules::Level::rest) return decision.level == rules::Level::cross_train;
  return keeps(decision, rules::Level::cross_train) ||
         std::any_of(decision.fired.begin(), decision.fired.end(),
                     [](const today::FiredRule& fired) { return fired.level == rules::Level::cross_train; });
}

std::optional<double> known_km(Metres distance) {
  return distance.value() > 0 ? std::optional(distance.value() / 1000) : std::nullopt;
}

}  // namespace

std::optional<Metres> longest_before(const Draft& draft, LocalDay day) {
  std::optional<Metres> longest = load::longest_run(draft.lately, day);
  for (const DraftDay& earlier : draft.days) {
    const DayPlan& plan = earlier.plan;
    if (plan.day >= day || day - plan.day > load::spike_window_days) continue;
    // What was run today counts as it was run, not as it was planned; it stands among the runs.
    if (plan.done || !baseline::is_running(plan.kind) || !(plan.distance.value() > 0)) continue;
    longest = longest ? std::max(*longest, plan.distance) : plan.distance;
  }
  return longest;
}

rules::Facts ground_of(const Draft& draft) {
  const PlanInput& input = draft.input;
  const LocalDay today = input.history.today;
  rules::Facts facts = input.decision.facts;
  facts.set("race_set", truth_of(draft.race.has_value()));
  facts.set("clinician_level", truth_of(rules::is_clinician_level(input.decision.level)));
  facts.set("rest_level", truth_of(input.decision.level == rules::Level::rest));
  facts.set("rest_kept", truth_of(keeps(input.decision, rules::Level::rest)));
  facts.set("cross_train_level", truth_of(asks_for_cross_training(input.decision)));
  const auto last = last_run_day(input.history);
  facts.set("days_without_run", last ? std::optional<double>(std::max(today - *last - 1, 0)) : std::nullopt);
  facts.set("missed_run_days", last ? std::optional(missed_run_days(draft, *last)) : std::nullopt);
  // Of today; a later day counts on from it.
  facts.set("days_since_last_run", last ? std::optional<double>(today - *last) : std::nullopt);
  return facts;
}

rules::Facts facts_of_day(const Draft& draft, const DayOutlook& outlook) {
  const SessionKind kind = outlook.planned.kind;
  const auto to_race = days_to_race(draft, outlook.day);
  const double days_ahead = outlook.day - draft.input.history.today;

  rules::Facts facts(draft.ground);
  facts.set("days_to_race", to_race ? std::optional<double>(*to_race) : std::nullopt);
  facts.set("race_day", truth_of(to_race == 0));
  facts.set("days_ahead", Value(days_ahead));
  facts.set("pain_step", Value(outlook.step));
  facts.set("step_below_full", truth_of(outlook.step < 1.0));
  facts.set("held_back", truth_of(outlook.held_back));
  facts.set("counts_on_settling", truth_of(outlook.counts_on_settling));

  const auto longest = longest_before(draft, outlook.day);
  facts.set("run_today", truth_of(baseline::is_running(kind)));
  facts.set("long_or_fast_run_today", truth_of(is_long_or_fast(kind)));
  facts.set("planned_speed_or_hills", truth_of(kind == SessionKind::quality || outlook.planned.hilly));
  facts.set("planned_km", known_km(outlook.planned.distance));
  facts.set("planned_minutes",
            outlook.planned.duration.value() > 0 ? std::optional(outlook.planned.duration.value() / 60) : std::nullopt);
  facts.set("longest_30_days_km", longest ? known_km(*longest) : std::nullopt);
  const bool distance_counts = baseline::is_running(kind) && outlook.planned.distance.value() > 0;
  facts.set("spike", distance_counts              ? load::spike(outlook.planned.distance, longest)
                     : baseline::is_running(kind) ? std::nullopt
                                                  : std::optional(0.0));
  facts.set("race_to_longest", to_race == 0 ? load::spike(draft.race->distance, longest) : std::nullopt);

  const auto since_run = draft.ground->number("days_since_last_run");
  facts.set("days_since_last_run", since_run ? std::optional(*since_run + days_ahead) : std::nullopt);
  return facts;
}

}  // namespace hipline::plan
