#include "hipline/plan/plan.hpp"

#include <algorithm>
#include <iterator>

#include "hipline/base/assertion.hpp"
#include "hipline/load/distance.hpp"
#include "hipline/plan/day_facts.hpp"
#include "hipline/plan/draft.hpp"
#include "hipline/plan/words.hpp"

namespace hipline::plan {
namespace {

using baseline::SessionKind;

bool limits_the_single_run(const rules::Rule& rule) {
  return std::any_of(rule.then.begin(), rule.then.end(), [](const rules::Outcome& outcome) {
    const auto* limit = std::get_if<rules::Limit>(&outcome);
    return limit && limit->name == words::spike_max;
  });
}

/// The race, as long as the baseline still shows its day or the days after it.
std::optional<model::Race> current_race(const PlanInput& input) {
  const auto& race = input.history.race;
  const auto days_after = static_cast<int>(input.parameters.value("baseline.days_after_race"));
  if (!race || input.history.today - race->day > days_after) return std::nullopt;
  return race;
}

std::size_t detailed_days(const PlanInput& input, const std::optional<model::Race>& race) {
  const std::size_t all = input.baseline.days.size();
  const bool far =
      race && race->day - input.history.today > static_cast<int>(input.parameters.value("plan.full_days_ahead"));
  return far ? std::min(all, static_cast<std::size_t>(input.parameters.value("plan.detail_days"))) : all;
}

std::vector<WeekOutline> outline(const Draft& draft) {
  std::vector<WeekOutline> weeks;
  const auto& days = draft.input.baseline.days;
  for (std::size_t i = draft.detailed_days; i < days.size() && draft.race && days[i].day < draft.race->day; ++i) {
    if ((i - draft.detailed_days) % 7 == 0) weeks.push_back({.first_day = days[i].day, .distance = {}, .longest = {}});
    weeks.back().distance += days[i].distance;
    weeks.back().longest = std::max(weeks.back().longest, days[i].distance);
  }
  return weeks;
}

LocalDay first_day_of_this_week(const Draft& draft) {
  const LocalDay today = draft.input.history.today;
  for (int ago = 0; ago < 7; ++ago) {
    DayPlan day;
    day.day = today - ago;
    day.days_to_race = days_to_race(draft, day.day);
    if (day.begins_week()) return day.day;
  }
  return today;
}

/// The rules that allow no plan today, with their sentences.
std::vector<Reason> reasons_for_no_plan(const Draft& draft) {
  const DayRules today(
      draft.rules, facts_of_day(draft, {.day = draft.input.history.today, .planned = draft.input.decision.as_planned}));
  std::vector<Reason> reasons;
  for (const DayRule& day_rule : today.all()) {
    const auto& then = day_rule.rule->then;
    const bool no_plan = std::any_of(then.begin(), then.end(), [](const rules::Outcome& outcome) {
      const auto* forbid = std::get_if<rules::Forbid>(&outcome);
      return forbid && forbid->tag == words::plan;
    });
    if (no_plan && day_rule.fires == rules::Truth::yes) reasons.push_back({day_rule.rule->id, note_of(*day_rule.rule)});
  }
  return reasons;
}

}  // namespace

std::optional<int> days_to_race(const Draft& draft, LocalDay day) {
  return draft.race ? std::optional(draft.race->day - day) : std::nullopt;
}

bool is_long_or_fast(SessionKind kind) {
  return kind == SessionKind::long_run || kind == SessionKind::quality || kind == SessionKind::race;
}

Plan make_plan(const PlanInput& input) {
  HIPLINE_ASSERT(!input.baseline.days.empty() && input.baseline.days.front().day == input.history.today);
  Draft draft{.input = input, .race = current_race(input), .rules = {}, .ground = {}, .lately = {}, .days = {}};
  for (const rules::Rule& rule : input.plan_rules) draft.rules.push_back(&rule);
  for (const rules::Rule& rule : input.today_rules) {
    if (limits_the_single_run(rule)) draft.rules.push_back(&rule);
  }
  const LocalDay lately = input.history.today - load::spike_window_days;
  std::ranges::copy_if(input.history.runs, std::back_inserter(draft.lately),
                       [&](const model::Run& run) { return run.day >= lately; });
  draft.ground = std::make_shared<const rules::Facts>(ground_of(draft));

  Plan plan;
  plan.origin = input.baseline.origin;
  plan.withheld = reasons_for_no_plan(draft);
  // The level alone is enough: without a rule's sentence the plan stays empty all the same.
  if (rules::is_clinician_level(input.decision.level) || !plan.withheld.empty()) return plan;

  draft.detailed_days = detailed_days(input, draft.race);
  plan_runs(draft);
  if (input.prescribe) plan_circuits(draft);
  give_reasons(draft);
  plan.unmet = unmet_aims(draft);
  plan.outline = outline(draft);
  if (draft.race && draft.race->day >= input.history.today) {
    plan.race_to_longest = load::spike(draft.race->distance, longest_before(draft, draft.race->day)).value_or(0);
  }
  plan.week_from = first_day_of_this_week(draft);
  plan.done_this_week = load::distance_between(input.history.runs, plan.week_from, input.history.today - 1).known;
  for (DraftDay& day : draft.days) {
    plan.days.push_back(std::move(day.plan));
  }
  return plan;
}

}  // namespace hipline::plan
