// From the log and the next morning to the dose: on the real content.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

#include "hipline/exporters/text/circuit_text.hpp"
#include "hipline/exporters/text/progress_text.hpp"
#include "real_content.hpp"

namespace hipline::circuit {
namespace {

/// A time that was calm in every way, with the therapist's dose.
model::CircuitEntry calm_time(LocalDay day, const std::string& id) {
  const Exercise& written = *content().library.find_exercise(id);
  model::CircuitEntry entry;
  entry.day = day;
  entry.exercise = id;
  entry.sets = written.dose.sets;
  entry.repetitions = written.dose.repetitions;
  if (written.dose.seconds) entry.hold_left_s = entry.hold_right_s = written.dose.seconds->low;
  entry.band = name(written.band.best);
  entry.effort = 7;
  entry.pain = 2;
  entry.pinching = false;
  return entry;
}

/// Two calm times of everything, each with a settled morning after it.
DoseInput twice_calm(int days_to_race = 30) {
  DoseInput input = calm_runner(days_to_race);
  for (const int ago : {6, 3}) {
    for (const std::string& id : {pulses, stretch, climber, hold})
      input.circuits.push_back(calm_time(input.day - ago, id));
    input.mornings_after.push_back({input.day - ago, true});
  }
  return input;
}

model::CircuitEntry& last(DoseInput& input, const std::string& id) {
  auto& all = input.circuits.edit();
  return *std::find_if(all.rbegin(), all.rend(), [&](const auto& e) { return e.exercise == id; });
}

std::set<std::string> what_changed(const PrescribedExercise& exercise) {
  std::set<std::string> what;
  for (const Change& change : exercise.progress.changes) what.insert(change.what + " " + change.rule);
  return what;
}

std::string lines_of(const DoseInput& input) {
  std::string all;
  for (const std::string& line : exporters::progress_lines(dose(input), content().library, content().texts))
    all += line + "\n";
  return all;
}

TEST(Progress, two_calm_times_with_settled_mornings_give_two_repetitions_or_five_seconds_more) {
  const Prescription today = dose(twice_calm());
  EXPECT_EQ(exercise(today, climber).repetitions, 12);
  EXPECT_EQ(exercise(today, hold).work_highest, Seconds(35));
  EXPECT_EQ(exercise(today, stretch).sets, 2) << "more of a long stretch is no step up";
  EXPECT_EQ(today.rounds_highest, 4);
  EXPECT_EQ(what_changed(exercise(today, climber)), std::set<std::string>{"repetitions CP-02b"});
  EXPECT_EQ(what_changed(exercise(today, hold)), (std::set<std::string>{"left CP-02b", "right CP-02b"}));
}

TEST(Progress, does_not_happen_where_a_morning_was_not_told) {
  for (const std::size_t missing : {0U, 1U}) {
    DoseInput input = twice_calm();
    input.mornings_after.erase(input.mornings_after.begin() + static_cast<std::ptrdiff_t>(missing));
    const Prescription today = dose(input);
    EXPECT_EQ(exercise(today, climber).repetitions, 10);
    EXPECT_EQ(today.rounds_highest, 3);
    EXPECT_EQ(exercise(today, climber).progress.held, missing == 1 ? Held::morning_not_told : Held::one_calm_so_far);
  }
}

TEST(Progress, does_not_happen_where_it_was_not_told_how_it_felt) {
  for (const auto& forget : std::vector<void (*)(model::CircuitEntry&)>{
           [](model::CircuitEntry& e) { e.pain.reset(); }, [](model::CircuitEntry& e) { e.pinching.reset(); }}) {
    DoseInput input = twice_calm();
    forget(last(input, climber));
    EXPECT_LE(exercise(dose(input), climber).repetitions, 10);
    EXPECT_EQ(exercise(dose(input), climber).progress.held, Held::not_told);
    EXPECT_EQ(exercise(dose(input), hold).work_highest, Seconds(35)) << "the others go on";
  }
}

TEST(Progress, a_worse_morning_gives_mobility_the_next_day_and_then_a_round_less) {
  DoseInput input = twice_calm();
  input.mornings_after.back().settled = false;
  const Prescription today = dose(input);
  EXPECT_EQ(today.rounds, 2);
  EXPECT_TRUE(shaped_by(today, "CP-05d"));
  EXPECT_EQ(exercise(today, climber).repetitions, 10);
  EXPECT_EQ(exercise(today, climber).progress.held, Held::hurt);
  input.day = input.circuits.back().day + 1;
  EXPECT_EQ(dose(input).focus, "mobility");
  EXPECT_EQ(exercise(dose(input), hold).left_out_because, "CP-05c");
}

TEST(Progress, two_times_two_beyond_the_dose_offer_the_next_band_and_begin_again_at_the_bottom) {
  DoseInput input = twice_calm();
  for (auto& entry : input.circuits.edit()) {
    if (entry.exercise == climber) entry.repetitions = 12;
    if (entry.exercise == pulses) entry.hold_left_s = entry.hold_right_s = 35;
  }
  const Prescription today = dose(input);
  EXPECT_EQ(exercise(today, climber).offer, "heavier-band");
  EXPECT_EQ(exercise(today, climber).repetitions, 10);
  EXPECT_EQ(exercise(today, pulses).offer, "heavier-band");
  EXPECT_EQ(what_changed(exercise(today, climber)), (std::set<std::string>{"repetitions ", "offer CP-03"}));
  last(input, pulses).hold_right_s = 34;
  EXPECT_EQ(exercise(dose(input), pulses).offer, "") << "both sides count";
}

TEST(Progress, nothing_grows_inside_fourteen_days_or_on_a_day_that_stops_short) {
  for (const int days : {14, 10, 9, 4}) {
    const Prescription today = dose(twice_calm(days));
    EXPECT_EQ(exercise(today, climber).repetitions, 10) << days;
    EXPECT_EQ(exercise(today, climber).progress.held, Held::not_on_such_a_day);
    EXPECT_EQ(exercise(today, climber).offer, "");
  }
  DoseInput before_a_long_run = twice_calm();
  before_a_long_run.long_or_fast_tomorrow = true;
  EXPECT_EQ(exercise(dose(before_a_long_run), climber).repetitions, 10);
  EXPECT_EQ(exercise(dose(before_a_long_run), hold).work_highest, Seconds(30));
}

TEST(Progress, last_times_seconds_are_the_next_ones_for_each_side) {
  DoseInput input = twice_calm();
  input.circuits.edit()[3].hold_left_s = 40;
  last(input, hold).hold_left_s = 31;
  last(input, hold).hold_right_s = 26;
  const Progress up = exercise(dose(input), hold).progress;
  EXPECT_EQ(up.aim_left, Seconds(36));
  EXPECT_EQ(up.aim_right, Seconds(31));
  EXPECT_EQ(up.last->best_left, Seconds(40));
  last(input, hold).pain = 4;
  EXPECT_EQ(exercise(dose(input), hold).progress.aim_left, Seconds(23)) << "a quarter less";
  last(input, hold).pain = 2;
  input.days_to_race = 12;
  EXPECT_EQ(exercise(dose(input), hold).progress.aim_left, Seconds(26)) << "five seconds short";
  input.days_to_race = 8;
  EXPECT_EQ(exercise(dose(input), hold).progress.aim_left, std::nullopt) << "easy: nothing to aim for";
}

TEST(Progress, is_told_for_each_exercise_with_its_rule) {
  DoseInput input = twice_calm();
  last(input, pulses).pain = 5;
  last(input, hold).pain = 7;
  last(input, hold).hold_left_s = 18;
  input.circuits.edit().back().rounds = 2;
  const std::string lines = lines_of(input);
  for (const char* words :
       {"Slow banded mountain climber. Last time, ", "10 repetitions, heavy band, effort 7, pain 2. Now 12 repetitions",
        "[CP-02b]", "Now light band in place of heavy band. [CP-04a]", "Best so far 20 and 20 seconds.",
        "Today's form: Back toes down, hand on a wall. [CP-05a]", "It does not grow until it has been calm twice.",
        "Rounds: 3. Last time it was 2."}) {
    EXPECT_NE(lines.find(words), std::string::npos) << words << "\n" << lines;
  }
  EXPECT_TRUE(exporters::progress_lines(dose(calm_runner(30)), content().library, content().texts).empty());
}

TEST(Progress, what_twice_went_wrong_stays_out_and_says_so) {
  DoseInput input = twice_calm();
  for (auto& entry : input.circuits.edit())
    if (entry.exercise == climber) entry.pain = 6;
  EXPECT_EQ(what_changed(exercise(dose(input), climber)), std::set<std::string>{"left_out CP-05b"});
}

// Whatever the log says.

DoseInput any_log(int days_to_race) {
  DoseInput input = calm_runner(days_to_race);
  input.irritability = *rc::gen::element(Irritability::low, Irritability::moderate, Irritability::high);
  input.wants_extra_round = *rc::gen::arbitrary<bool>();
  const int circuits = *rc::gen::inRange(0, 5);
  int ago = 0;
  for (int i = 0; i < circuits; ++i) {
    ago += *rc::gen::element(1, 2, 3, 10);
    const LocalDay day = input.day - ago;
    for (const std::string& id : {pulses, stretch, climber, hold}) {
      if (*rc::gen::inRange(0, 4) == 0) continue;
      model::CircuitEntry entry = calm_time(day, id);
      entry.pain = *rc::gen::element(std::optional<int>(), std::optional(0), std::optional(2), std::optional(3),
                                     std::optional(4), std::optional(6), std::optional(10));
      entry.pinching =
          *rc::gen::element(std::optional<bool>(), std::optional(false), std::optional(false), std::optional(true));
      entry.effort =
          *rc::gen::element(std::optional<double>(), std::optional(4.0), std::optional(7.0), std::optional(9.0));
      if (entry.repetitions && *entry.repetitions > 1) entry.repetitions = *rc::gen::inRange(1, 40);
      if (entry.hold_left_s) entry.hold_left_s = *rc::gen::inRange(1, 300);
      if (entry.hold_right_s) entry.hold_right_s = *rc::gen::inRange(1, 300);
      entry.rounds = *rc::gen::inRange(1, 9);
      input.circuits.push_back(entry);
    }
    if (*rc::gen::inRange(0, 4) > 0) input.mornings_after.push_back({day, *rc::gen::inRange(0, 4) > 0});
  }
  std::ranges::stable_sort(input.circuits.edit(), {}, &model::CircuitEntry::day);
  return input;
}

void check_exercises_not_more(const Prescription& careful, const Prescription& other) {
  RC_ASSERT(careful.rounds <= other.rounds);
  RC_ASSERT(careful.rounds_highest <= other.rounds_highest);
  RC_ASSERT(careful.effort_high <= other.effort_high);
  RC_ASSERT(careful.to_fatigue <= other.to_fatigue);
  for (const PrescribedExercise& less : careful.exercises) {
    if (less.left_out_because) continue;
    const PrescribedExercise& more = exercise(other, less.exercise);
    RC_ASSERT(!more.left_out_because);
    RC_ASSERT(less.sets <= more.sets);
    RC_ASSERT(less.repetitions.value_or(0) <= more.repetitions.value_or(0));
    RC_ASSERT(less.work_highest.value_or(Seconds(0)) <= more.work_highest.value_or(Seconds(0)));
    RC_ASSERT(less.offer.empty() || !more.offer.empty());
    RC_ASSERT((less.band == "heavy") <= (more.band == "heavy"));
    RC_ASSERT((less.band != "none") <= (more.band != "none"));
    if (less.progress.aim_left) RC_ASSERT(less.progress.aim_left <= more.progress.aim_left.value_or(Seconds(1e9)));
  }
}

TEST(ProgressProperty, more_pain_logged_never_gives_a_larger_dose) {
  EXPECT_TRUE(rc::check([] {
    const DoseInput calmer = any_log(*rc::gen::inRange(-12, 43));
    DoseInput worse = calmer;
    for (model::CircuitEntry& entry : worse.circuits.edit()) {
      if (entry.pain && *rc::gen::arbitrary<bool>()) entry.pain = std::min(10, *entry.pain + *rc::gen::inRange(0, 8));
      if (entry.pinching == false && *rc::gen::inRange(0, 4) == 0) entry.pinching = true;
      if (*rc::gen::inRange(0, 4) == 0) entry.stopped_early = true;
    }
    for (MorningAfter& morning : worse.mornings_after)
      if (*rc::gen::inRange(0, 3) == 0) morning.settled = false;
    check_exercises_not_more(dose(worse), dose(calmer));
  }));
}

TEST(ProgressProperty, a_missing_next_morning_never_makes_it_grow) {
  EXPECT_TRUE(rc::check([] {
    DoseInput told = any_log(*rc::gen::inRange(-12, 43));
    for (MorningAfter& morning : told.mornings_after) morning.settled = true;
    DoseInput untold = told;
    std::erase_if(untold.mornings_after, [](const MorningAfter&) { return *rc::gen::arbitrary<bool>(); });
    check_exercises_not_more(dose(untold), dose(told));
    untold.mornings_after.clear();
    const Prescription today = dose(untold);
    RC_ASSERT(today.rounds_highest <= 3);
    for (const PrescribedExercise& one : today.exercises) {
      RC_ASSERT(one.offer.empty());
      const Dose& written = content().library.find_exercise(one.exercise)->dose;
      if (one.repetitions) RC_ASSERT(*one.repetitions <= *written.repetitions);
      if (one.work_highest) RC_ASSERT(one.work_highest->value() <= written.seconds->high);
    }
  }));
}

TEST(ProgressProperty, whatever_the_log_the_dose_stays_inside_the_days_row_of_the_table) {
  EXPECT_TRUE(rc::check([] {
    const int days = *rc::gen::inRange(-12, 43);
    const Prescription today = dose(any_log(days));
    const bool full = days > 14 || days <= -8;
    const int rounds = full ? 4 : days >= 10 ? 2 : days == 0 ? 0 : 1;
    const double effort = full ? 8 : days >= 10 ? 7 : days >= 4 ? 5 : 2;
    RC_ASSERT(today.rounds_highest <= rounds);
    RC_ASSERT(today.effort_high <= effort);
    RC_ASSERT(full || !today.to_fatigue);
    for (const PrescribedExercise& one : today.exercises) {
      if (one.left_out_because) continue;
      const Exercise& exercise = *content().library.find_exercise(one.exercise);
      RC_ASSERT(full || days >= 4 || exercise.kind == ExerciseKind::mobility);
      RC_ASSERT(one.sets <= exercise.dose.sets);
      const int steps = full ? 1 : 0;
      if (one.repetitions) RC_ASSERT(*one.repetitions <= *exercise.dose.repetitions + 2 * steps);
      if (one.work_highest) RC_ASSERT(one.work_highest->value() <= exercise.dose.seconds->high + 5 * steps);
      RC_ASSERT(full || one.offer.empty());
      RC_ASSERT(full || days > 9 || one.exercise != climber || one.band != "heavy");
      const auto& progress = one.progress;
      const auto at_most = [&](const std::optional<Seconds>& aim, const std::optional<Seconds>& held) {
        return !aim || (held && aim->value() <= std::max(1.0, held->value() + 5 * steps));
      };
      RC_ASSERT(!progress.last || at_most(progress.aim_left, progress.last->left));
      RC_ASSERT(!progress.last || at_most(progress.aim_right, progress.last->right));
    }
  }));
}

TEST(ProgressProperty, for_one_log_the_dose_only_falls_towards_race_day) {
  EXPECT_TRUE(rc::check([] {
    DoseInput far = any_log(42);
    Prescription before = dose(far);
    for (int days = 41; days >= 1; --days) {
      far.days_to_race = days;
      const Prescription today = dose(far);
      check_exercises_not_more(today, before);
      before = today;
    }
  }));
}

TEST(ProgressProperty, no_exercise_needs_kit_that_the_runner_said_is_not_there) {
  EXPECT_TRUE(rc::check([] {
    DoseInput input = any_log(*rc::gen::inRange(-12, 43));
    input.equipment_known = true;
    for (const char* piece : {"mat", "loop_band_light", "loop_band_heavy", "two_loop_bands_light", "chair", "step"}) {
      if (*rc::gen::arbitrary<bool>()) input.equipment.emplace_back(piece);
    }
    const auto owned = [&](const std::string& piece) {
      return piece == "wall" ||
             std::find(input.equipment.begin(), input.equipment.end(), piece) != input.equipment.end();
    };
    for (const PrescribedExercise& one : dose(input).exercises) {
      if (one.left_out_because) continue;
      const Exercise& exercise = *content().library.find_exercise(one.exercise);
      std::vector<std::string> needed = exercise.equipment;
      if (one.band != "none") needed.push_back("loop_band_" + one.band);
      for (const auto* forms : {&exercise.variants, &exercise.regressions}) {
        for (const Variant& form : *forms) {
          if (form.id == one.variant) needed.insert(needed.end(), form.equipment.begin(), form.equipment.end());
        }
      }
      for (const EquipmentSwap& swap : exercise.swaps) {
        if (std::find(one.swaps.begin(), one.swaps.end(), swap.id) == one.swaps.end()) continue;
        std::erase_if(needed, [&](const std::string& piece) {
          return piece == swap.instead_of || (swap.band && piece.starts_with("loop_band_"));
        });
        needed.insert(needed.end(), swap.use.begin(), swap.use.end());
      }
      for (const std::string& piece : needed) RC_ASSERT(owned(piece));
    }
  }));
}

}  // namespace
}  // namespace hipline::circuit
