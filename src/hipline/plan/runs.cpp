#include <algorithm>
#include <array>
#include <cmath>

#include "hipline/load/distance.hpp"
#include "hipline/plan/day_facts.hpp"
#include "hipline/plan/draft.hpp"
#include "hipline/plan/words.hpp"
#include "hipline/today/session_today.hpp"

namespace hipline::plan {
namespace {

using baseline::SessionKind;

/// Down to the half kilometre, as today's session is given; short runs to 100 m. Rounding up would pass a limit.
Metres rounded_down(Metres distance) {
  const double grain = distance.value() >= 1000 ? 500 : 100;
  return Metres(std::floor(distance.value() / grain) * grain);
}

void scale_to(DayPlan& day, Metres distance) {
  if (day.distance.value() > 0) day.duration = day.duration * (distance / day.distance);
  day.distance = distance;
}

/// The steps that pain allows, followed forward on the careful assumption that each is held for two settled runs.
class Steps {
 public:
  Steps(const PlanInput& input, const DayRules& today)
      : ladder_{1.0, input.parameters.value("pain.step_1"), input.parameters.value("pain.step_2"),
                input.parameters.value("pain.step_walk_run")},
        runs_per_step_(static_cast<int>(input.parameters.value("plan.runs_per_step"))) {
    const today::Decision& decision = input.decision;
    // Without a told step, a level below as_planned starts one step down.
    const bool as_planned = decision.level == rules::Level::as_planned;
    double share = 1.0;
    // What the rules leave of a run holds for the first run after days off, too.
    if (!as_planned) share = today::distance_share(decision, decision.facts.number("pain_step").value_or(ladder_[1]));
    if (const auto most = today.limit(words::step_max)) share = std::min(share, most->value);
    while (at_ + 1 < ladder_.size() && ladder_[at_] > share + 1e-9) ++at_;
    gentle_runs_ = as_planned ? 0 : runs_per_step_;
    start_ = at_;
    gentle_at_start_ = gentle_runs_ > 0;
  }

  [[nodiscard]] double step() const { return ladder_[at_]; }
  [[nodiscard]] bool held_back() const { return at_ > 0 || gentle_runs_ > 0; }
  /// True once the step is higher, or the running less gentle, than what is known today allows.
  [[nodiscard]] bool counts_on_settling() const { return at_ < start_ || (gentle_at_start_ && gentle_runs_ == 0); }
  void ran() {
    gentle_runs_ = std::max(gentle_runs_ - 1, 0);
    if (++runs_here_ < runs_per_step_ || at_ == 0) return;
    --at_;
    runs_here_ = 0;
  }

 private:
  std::array<double, 4> ladder_;
  int runs_per_step_;
  std::size_t at_ = 0;
  std::size_t start_ = 0;
  bool gentle_at_start_ = false;
  int runs_here_ = 0;
  int gentle_runs_ = 0;
};

class Running {
 public:
  explicit Running(Draft& draft) : draft_(draft), input_(draft.input), parameters_(input_.parameters) {}

  void plan() {
    const std::size_t count = draft_.detailed_days;
    const DayRules today(draft_.rules,
                         facts_of_day(draft_, {.day = input_.history.today, .planned = input_.baseline.days.front()}));
    Steps steps(input_, today);
    for (std::size_t i = 0; i < count; ++i) {
      const baseline::Session& planned = input_.baseline.days[i];
      const bool after_race = days_to_race(draft_, planned.day).value_or(0) < 0;
      const bool is_race = planned.kind == SessionKind::race;
      const double step = after_race || is_race ? 1.0 : steps.step();
      const bool training = !after_race && !is_race;
      DraftDay day = plan_day(i, {.day = planned.day,
                                  .planned = planned,
                                  .step = step,
                                  .held_back = training && steps.held_back(),
                                  .counts_on_settling = training && steps.counts_on_settling()});
      if (baseline::is_running(day.plan.kind) && !is_race && !after_race) steps.ran();
      draft_.days.push_back(std::move(day));
    }
  }

 private:
  [[nodiscard]] DayPlan at_step(std::size_t i, const baseline::Session& planned, double step) const {
    DayPlan day;
    day.day = planned.day;
    day.days_to_race = days_to_race(draft_, planned.day);
    day.baseline = planned;
    day.kind = planned.kind;
    day.distance = planned.distance;
    day.duration = planned.duration;
    if (i == 0) {
      const today::TodaySession& today = input_.decision.session;
      day.kind = today.kind;
      day.distance = today.distance;
      day.duration = today.duration;
      day.flat = today.flat;
      day.easy_only = today.easy_only;
      day.step = today.step;
      day.run_minutes = today.run_minutes;
      day.walk_minutes = today.walk_minutes;
      return day;
    }
    if (!baseline::is_running(day.kind) || step >= 1.0) return day;
    day.step = step;
    if (day.distance.value() > 0) {
      scale_to(day, rounded_down(day.distance * step));
    } else {
      day.duration = day.duration * step;
    }
    const bool walk_run = step <= parameters_.value("pain.step_walk_run");
    day.run_minutes =
        static_cast<int>(parameters_.value(walk_run ? "today.walk_run_run_min" : "today.walk_break_run_min"));
    day.walk_minutes =
        static_cast<int>(parameters_.value(walk_run ? "today.walk_run_walk_min" : "today.walk_break_walk_min"));
    return day;
  }

  DraftDay plan_day(std::size_t i, DayOutlook outlook) const {
    DraftDay day;
    day.plan = at_step(i, outlook.planned, outlook.step);
    day.held_back = outlook.held_back;
    if (i == 0) day.plan.done = done_today();
    outlook.planned.kind = day.plan.kind;
    outlook.planned.distance = day.plan.distance;
    outlook.planned.duration = day.plan.duration;
    day.facts = facts_of_day(draft_, outlook);
    day.rules = DayRules(draft_.rules, day.facts);
    day.level = i == 0 ? input_.decision.level : day.held_back ? rules::Level::modify : rules::Level::as_planned;
    apply(day, i);
    return day;
  }

  void apply(DraftDay& day, std::size_t i) const {
    const rules::Rule* rest = day.rules.required_by(words::rest);
    if (rest && day.plan.kind == SessionKind::cross_train) {
      take_run(day, *rest, SessionKind::rest);
      return;
    }
    if (!baseline::is_running(day.plan.kind)) return;
    if (const rules::Rule* no_run = day.rules.forbidden_by(words::run)) {
      const bool cross_train = !rest && day.rules.required_by(words::cross_train) != nullptr;
      take_run(day, *no_run, cross_train ? SessionKind::cross_train : SessionKind::rest);
      return;
    }
    // Race day is the one day on which neither length nor speed is limited; it carries its own reasons instead.
    if (day.plan.kind == SessionKind::race) return;
    limit_speed_and_hills(day);
    limit_minutes(day);
    limit_spike(day);
    limit_week(day, i);
  }

  void take_run(DraftDay& day, const rules::Rule& rule, SessionKind instead) const {
    const Seconds most = minutes(parameters_.value("today.cross_train_most_min"));
    const Seconds usual = minutes(parameters_.value("today.cross_train_usual_min"));
    day.plan.kind = instead;
    day.plan.distance = Metres(0);
    const Seconds planned = day.plan.baseline.duration;
    day.plan.duration = instead == SessionKind::rest ? Seconds(0)
                        : planned.value() > 0        ? std::min(planned, most)
                                                     : usual;
    day.plan.flat = false;
    day.plan.easy_only = instead == SessionKind::cross_train;
    day.plan.run_minutes = day.plan.walk_minutes = 0;
    day.level = std::min(day.level, instead == SessionKind::rest ? rules::Level::rest : rules::Level::cross_train);
    day.plan.held_by.push_back(rule.id);
  }

  static void limit_speed_and_hills(DraftDay& day) {
    if (const rules::Rule* rule = day.rules.forbidden_by(words::speed)) {
      if (day.plan.kind == SessionKind::quality) {
        day.plan.kind = SessionKind::easy;
        day.plan.held_by.push_back(rule->id);
      }
      day.plan.easy_only = true;
    }
    if (const rules::Rule* rule = day.rules.forbidden_by(words::hills)) {
      if (day.plan.baseline.hilly && !day.plan.flat) day.plan.held_by.push_back(rule->id);
      day.plan.flat = true;
    }
  }

  void limit_minutes(DraftDay& day) const {
    const auto limit = day.rules.limit(words::run_minutes_max);
    if (!limit) return;
    const Seconds most = minutes(limit->value);
    Seconds length = day.plan.duration;
    if (!(length.value() > 0)) {
      // The pace is not known: a slow one is assumed, so that the limit rather bites too early.
      length = Seconds(parameters_.value("plan.pace_when_unknown") * day.plan.distance.value() / 1000);
    }
    if (length <= most) return;
    if (day.plan.distance.value() > 0) {
      const Metres shorter = rounded_down(day.plan.distance * (most / length));
      scale_to(day.plan, shorter);
    } else {
      day.plan.duration = most;
    }
    day.plan.held_by.push_back(limit->rule->id);
  }

  void limit_spike(DraftDay& day) const {
    const auto limit = day.rules.limit(words::spike_max);
    const auto longest = longest_before(draft_, day.plan.day);
    if (!limit || !longest || !(longest->value() > 0)) return;
    const Metres most = *longest * limit->value;
    if (day.plan.distance <= most) return;
    scale_to(day.plan, rounded_down(most));
    day.plan.held_by.push_back(limit->rule->id);
  }

  [[nodiscard]] std::optional<DoneRun> done_today() const {
    std::optional<DoneRun> done;
    for (const model::Run& run : input_.history.runs) {
      if (!model::is_run(run.sport) || run.day != input_.history.today) continue;
      if (!done) done.emplace();
      done->distance += run.distance.value_or(Metres(0));
      done->duration += run.moving.value_or(run.elapsed);
    }
    return done;
  }

  /// What was run, or is planned so far, on the days from `first` to `last`.
  [[nodiscard]] double running_between(LocalDay first, LocalDay last) const {
    const LocalDay yesterday = input_.history.today - 1;
    double sum = load::distance_between(input_.history.runs, first, std::min(last, yesterday)).known.value();
    for (const DraftDay& day : draft_.days) {
      const bool counts = day.plan.day >= first && day.plan.day <= last && day.plan.kind != SessionKind::race;
      if (counts) sum += day.plan.running().value();
    }
    return sum;
  }

  /// Shares what the rule leaves of the day's week over the runs still to come in it. Running on the lowest step stays
  /// open: after a week without running a strict reading would close the way back altogether.
  void limit_week(DraftDay& day, std::size_t i) const {
    const auto limit = day.rules.limit(words::week_before_share_max);
    const int to_race = day.plan.days_to_race.value_or(0);
    if (!limit || to_race < 1 || day.plan.done || !(input_.baseline.peak_week.value() > 0)) return;
    const LocalDay first = draft_.race->day - ((to_race - 1) / 7 + 1) * 7;
    const double so_far = running_between(first, day.plan.day - 1);
    double to_come = 0;
    double week_as_if_nothing_hurt =
        load::distance_between(input_.history.runs, first, std::min(first + 6, input_.history.today - 1)).known.value();
    for (std::size_t at = 0; at < input_.baseline.days.size(); ++at) {
      const baseline::Session& session = input_.baseline.days[at];
      if (session.day < first || session.day > first + 6 || session.kind == SessionKind::race) continue;
      week_as_if_nothing_hurt += session.distance.value();
      if (at >= i) to_come += session.distance.value();
    }
    const double lowest_step = parameters_.value("pain.step_walk_run");
    const double week =
        std::max(running_between(first - 7, first - 1) * limit->value, week_as_if_nothing_hurt * lowest_step);
    if (!(to_come > 0)) return;
    const double share = day.plan.baseline.distance.value() / to_come;
    const Metres most = rounded_down(Metres(std::max(week - so_far, 0.0) * share));
    if (day.plan.distance <= most) return;
    if (most.value() > 0) {
      scale_to(day.plan, most);
      day.plan.held_by.push_back(limit->rule->id);
    } else {
      take_run(day, *limit->rule, SessionKind::rest);
    }
  }

  Draft& draft_;
  const PlanInput& input_;
  const rules::Parameters& parameters_;
};

}  // namespace

void plan_runs(Draft& draft) { Running(draft).plan(); }

}  // namespace hipline::plan
