#include "hipline/circuit/progress.hpp"

#include <algorithm>
#include <cmath>

#include "hipline/rules/facts.hpp"

namespace hipline::circuit {
namespace {

using model::CircuitEntry;

/// The times one exercise was done before the day, oldest first.
std::vector<const CircuitEntry*> times_of(const DoseInput& input, std::string_view exercise) {
  std::vector<const CircuitEntry*> times;
  for (const CircuitEntry& entry : input.circuits) {
    if (entry.day < input.day && entry.exercise == exercise) times.push_back(&entry);
  }
  std::stable_sort(times.begin(), times.end(),
                   [](const CircuitEntry* a, const CircuitEntry* b) { return a->day < b->day; });
  return times;
}

template <typename Items, typename Holds>
int latest_in_a_row(const Items& items, const Holds& holds) {
  int count = 0;
  for (auto item = items.rbegin(); item != items.rend() && holds(*item); ++item) ++count;
  return count;
}

std::optional<bool> morning_after(const DoseInput& input, LocalDay circuit) {
  for (const MorningAfter& morning : input.mornings_after) {
    if (morning.circuit == circuit) return morning.settled;
  }
  return std::nullopt;
}

std::string text_of(double number) { return rules::to_text(rules::Value(number)); }

std::optional<Seconds> seconds_of(const std::optional<double>& number) {
  return number ? std::optional(Seconds(*number)) : std::nullopt;
}

void keep_longer(std::optional<Seconds>& best, const std::optional<double>& held) {
  if (held && (!best || *held > best->value())) best = Seconds(*held);
}

LastTime last_of(const std::vector<const CircuitEntry*>& times) {
  const CircuitEntry& entry = *times.back();
  LastTime last;
  last.day = entry.day;
  last.sets = entry.sets;
  last.repetitions = entry.repetitions;
  last.left = seconds_of(entry.hold_left_s);
  last.right = seconds_of(entry.hold_right_s);
  last.band = entry.band;
  last.effort = entry.effort;
  last.pain = entry.pain;
  last.pinched = entry.pinching.value_or(false);
  for (const CircuitEntry* time : times) {
    keep_longer(last.best_left, time->hold_left_s);
    keep_longer(last.best_right, time->hold_right_s);
  }
  return last;
}

std::string rule_of(const Prescription& dose, std::string_view what, const std::string& exercise) {
  std::string rule;
  for (const Difference& difference : dose.differences) {
    if (difference.what == what && difference.exercise == exercise) rule = difference.rule;
  }
  return rule;
}

/// The seconds to aim for on one side: last time's, a step more where it may grow, less where the day stops short.
std::optional<Seconds> aim(const std::optional<Seconds>& last, const PrescribedExercise& today,
                           const Prescription& dose, const Growth& growth, const rules::Parameters& parameters) {
  const bool near_fatigue = dose.to_fatigue || dose.stop_short_repetitions > 0;
  if (!last || !today.work || !today.variant.empty() || !near_fatigue) return std::nullopt;
  double seconds = std::floor(last->value() * growth.share);
  if (growth.steps_up) seconds += parameters.value("circuit.step_seconds");
  if (!dose.to_fatigue) seconds -= dose.stop_short.value();
  return Seconds(std::max(1.0, seconds));
}

Held held(const PrescribedExercise& today, const CircuitEntry& last, const DoseInput& input, const Growth& growth,
          const rules::Parameters& parameters) {
  if (growth.steps_up || !today.offer.empty()) return Held::no;
  if (growth.calm_enough) return Held::not_on_such_a_day;
  const bool hurt = (last.pain && *last.pain > parameters.value("circuit.pain_calm_max")) ||
                    last.pinching.value_or(false) || last.stopped_early.value_or(false) || worse_after(input, last.day);
  if (hurt) return Held::hurt;
  if (!calm(last, parameters)) return Held::not_told;
  if (!settled_after(input, last.day)) return Held::morning_not_told;
  return Held::one_calm_so_far;
}

}  // namespace

bool calm(const CircuitEntry& entry, const rules::Parameters& parameters) {
  const bool no_pinch = entry.pinching && !*entry.pinching;
  return entry.pain && *entry.pain <= parameters.value("circuit.pain_calm_max") && no_pinch &&
         !entry.stopped_early.value_or(false);
}

bool settled_after(const DoseInput& input, LocalDay circuit) { return morning_after(input, circuit).value_or(false); }
bool worse_after(const DoseInput& input, LocalDay circuit) { return !morning_after(input, circuit).value_or(true); }

std::vector<LocalDay> circuit_days(const DoseInput& input) {
  std::vector<LocalDay> days;
  for (const CircuitEntry& entry : input.circuits) {
    if (entry.day < input.day) days.push_back(entry.day);
  }
  std::sort(days.begin(), days.end());
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

int calm_circuits_in_a_row(const DoseInput& input, const rules::Parameters& parameters) {
  return latest_in_a_row(circuit_days(input), [&](LocalDay day) {
    return settled_after(input, day) &&
           std::all_of(input.circuits.begin(), input.circuits.end(),
                       [&](const CircuitEntry& entry) { return entry.day != day || calm(entry, parameters); });
  });
}

int calm_times_in_a_row(const DoseInput& input, std::string_view exercise, const rules::Parameters& parameters) {
  return latest_in_a_row(times_of(input, exercise), [&](const CircuitEntry* entry) {
    return calm(*entry, parameters) && settled_after(input, entry->day);
  });
}

int times_beyond_dose_in_a_row(const DoseInput& input, const Exercise& exercise, const rules::Parameters& parameters) {
  const double more_repetitions = parameters.value("circuit.step_repetitions");
  const double more_seconds = parameters.value("circuit.step_seconds");
  return latest_in_a_row(times_of(input, exercise.id), [&](const CircuitEntry* entry) {
    if (exercise.dose.repetitions) {
      return entry->repetitions && *entry->repetitions >= *exercise.dose.repetitions + more_repetitions;
    }
    const double target = exercise.dose.seconds->high + more_seconds;
    return entry->hold_left_s && entry->hold_right_s && *entry->hold_left_s >= target && *entry->hold_right_s >= target;
  });
}

Progress progress_of(const PrescribedExercise& today, const Prescription& dose, const DoseInput& input,
                     const Growth& growth, const rules::Parameters& parameters) {
  Progress progress;
  const auto times = times_of(input, today.exercise);
  if (times.empty()) return progress;
  progress.last = last_of(times);
  const LastTime& last = *progress.last;
  const auto changed = [&](std::string what, std::string before, std::string now, std::string rule) {
    progress.changes.push_back({std::move(what), std::move(before), std::move(now), std::move(rule)});
  };
  if (today.left_out_because) {
    changed("left_out", "done", "left_out", *today.left_out_because);
    return progress;
  }
  progress.held = held(today, *times.back(), input, growth, parameters);
  if (!today.variant.empty()) changed("variant", "", today.variant, rule_of(dose, "variant", today.exercise));
  if (!last.band.empty() && last.band != today.band)
    changed("band", last.band, today.band, rule_of(dose, "band", today.exercise));
  if (last.sets > 0 && last.sets != today.sets)
    changed("sets", text_of(last.sets), text_of(today.sets), rule_of(dose, "work", today.exercise));
  if (last.repetitions && today.repetitions && *last.repetitions != *today.repetitions) {
    changed("repetitions", text_of(*last.repetitions), text_of(*today.repetitions),
            rule_of(dose, "work", today.exercise));
  }
  progress.aim_left = aim(last.left, today, dose, growth, parameters);
  progress.aim_right = aim(last.right, today, dose, growth, parameters);
  const std::string rule_of_time = !dose.to_fatigue ? rule_of(dose, "to_fatigue", {}) : growth.rule;
  const auto side = [&](const char* what, const std::optional<Seconds>& before, const std::optional<Seconds>& now) {
    if (before && now && *before != *now) changed(what, text_of(before->value()), text_of(now->value()), rule_of_time);
  };
  side("left", last.left, progress.aim_left);
  side("right", last.right, progress.aim_right);
  if (!today.offer.empty()) changed("offer", "", today.offer, growth.rule);
  return progress;
}

std::vector<Change> changes_of_rounds(const Prescription& dose, const DoseInput& input) {
  const std::vector<LocalDay> days = circuit_days(input);
  if (days.empty() || !dose.any) return {};
  std::optional<int> before;
  for (const CircuitEntry& entry : input.circuits) {
    if (entry.day == days.back() && entry.rounds) before = std::max(before.value_or(0), *entry.rounds);
  }
  // A range that holds what was done is no change.
  if (!before || (*before >= dose.rounds && *before <= dose.rounds_highest)) return {};
  return {{"rounds", text_of(*before), text_of(dose.rounds),
           *before > dose.rounds ? rule_of(dose, "rounds", {}) : std::string{}}};
}

}  // namespace hipline::circuit
