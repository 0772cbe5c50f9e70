#pragma once

#include <gtest/gtest.h>

#include "hipline/baseline/baseline.hpp"
#include "hipline/bundler/embedded.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/circuit/prescribe.hpp"
#include "hipline/plan/plan.hpp"
#include "hipline/today/session_today.hpp"

namespace hipline::plan {

/// The content this test was built with.
inline const catalog::Catalog& content() {
  static const auto read = catalog::read_catalog(bundler::embedded_bundle());
  if (!read) ADD_FAILURE() << read.error().where << ": " << read.error().message;
  return *read;
}

/// A Monday.
inline const LocalDay monday(20003);

inline model::Run run_on(LocalDay day, double km, double seconds_per_km = 360) {
  model::Run run;
  run.day = day;
  run.start = Instant::from_seconds(static_cast<std::int64_t>(day.days_since_1970()) * 86400 + 8 * 3600);
  run.distance = kilometres(km);
  run.elapsed = Seconds(km * seconds_per_km);
  return run;
}

inline model::Race marathon_on(LocalDay day) {
  return {.day = day, .distance = Metres(42195), .name = "", .goal = {}, .transfer_deadline = {}};
}

/// The source's runner: Tuesday, Thursday (fast), Saturday and a long Sunday of 26 to 32 km; about 60 km a week.
inline model::History marathon_runner(LocalDay today, int days_to_race) {
  model::History history;
  history.today = today;
  history.runner.done_circuit_before = true;
  history.race = marathon_on(today + days_to_race);
  for (LocalDay day = today - 42; day < today; day = day + 1) {
    const bool peak = today - day > 14 && today - day <= 21;
    switch (day.weekday()) {
      case 1: history.runs.push_back(run_on(day, 12)); break;
      case 3: history.runs.push_back(run_on(day, 10, 300)); break;
      case 5: history.runs.push_back(run_on(day, peak ? 15 : 12)); break;
      case 6: history.runs.push_back(run_on(day, peak ? 29 : 26)); break;
      default: break;
    }
  }
  return history;
}

inline baseline::Baseline baseline_of(const model::History& history) {
  return baseline::make_baseline(history, baseline_parameters(content().parameters)).value();
}

/// A decision of this level with everything reassuring known, but for what the test sets in `facts`.
inline today::Decision decision_of(const model::History& history, rules::Level level, double worst, double pain_step,
                                   const std::vector<std::string>& yes = {}) {
  today::Decision decision;
  const auto baseline = baseline_of(history);
  decision.day = history.today;
  decision.level = level;
  decision.as_planned = baseline.days.front();
  for (const char* fact :
       {"flare_rest", "flare_open", "warm_up_soreness_days_off", "mid_run_soreness_day_off", "hurts_walking",
        "limps_walking", "painkiller_to_run", "fever_or_ill", "may_exercise_only"}) {
    decision.facts.set(fact, rules::Truth::no);
  }
  for (const std::string& fact : yes) decision.facts.set(fact, rules::Truth::yes);
  decision.facts.set("pain_this_morning", rules::Value(0.0));
  decision.facts.set("worst", rules::Value(worst));
  decision.facts.set("pain_step", rules::Value(pain_step));
  if (!rules::is_clinician_level(level)) {
    decision.session = today::session_at(level, decision, pain_step, baseline.longest_30_days, content().parameters);
  }
  return decision;
}

inline Plan plan_for(const model::History& history, const today::Decision& decision) {
  circuit::DoseInput dose;
  dose.day = history.today;
  dose.done_circuit_before = history.runner.done_circuit_before;
  dose.irritability = circuit::Irritability::low;
  const auto baseline = baseline_of(history);
  return make_plan({history, baseline, decision, content().plan_rules, content().today, content().parameters, dose,
                    [](const circuit::DoseInput& input) {
                      return circuit::prescribe(input, content().library, content().circuit_rules,
                                                content().parameters);
                    }});
}

inline bool is_hip_day(const DayPlan& day) { return day.circuit.any && day.circuit.focus == "full"; }

inline bool has_reason(const DayPlan& day, const std::string& rule) {
  for (const Reason& reason : day.reasons) {
    if (reason.rule == rule) return true;
  }
  return false;
}

}  // namespace hipline::plan
