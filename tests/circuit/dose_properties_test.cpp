#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "real_content.hpp"

namespace hipline::circuit {
namespace {

std::optional<bool> any_answer() {
  return *rc::gen::element(std::optional<bool>(), std::optional(true), std::optional(false));
}

DoseInput any_input() {
  DoseInput input;
  input.day = LocalDay(20000);
  if (*rc::gen::arbitrary<bool>()) input.days_to_race = *rc::gen::inRange(-14, 43);
  input.done_circuit_before = any_answer();
  if (*rc::gen::arbitrary<bool>()) input.first_circuit = input.day - *rc::gen::inRange(1, 40);
  if (*rc::gen::arbitrary<bool>()) input.last_full_circuit = input.day - *rc::gen::inRange(1, 6);
  input.irritability =
      *rc::gen::element(Irritability::low, Irritability::moderate, Irritability::high, Irritability::unknown);
  input.level =
      *rc::gen::element(rules::Level::rest, rules::Level::cross_train, rules::Level::modify, rules::Level::as_planned);
  input.run_today = any_answer();
  input.long_or_fast_today = any_answer();
  input.long_or_fast_tomorrow = any_answer();
  input.wants_extra_round = *rc::gen::arbitrary<bool>();
  if (*rc::gen::arbitrary<bool>()) input.minutes_available = *rc::gen::inRange(5, 60);
  input.equipment_known = *rc::gen::arbitrary<bool>();
  for (const char* piece : {"mat", "loop_band_light", "loop_band_heavy", "two_loop_bands_light"}) {
    if (*rc::gen::arbitrary<bool>()) input.equipment.emplace_back(piece);
  }
  const int entries = *rc::gen::inRange(0, 6);
  for (int i = 0; i < entries; ++i) {
    model::CircuitEntry entry;
    entry.day = input.day - (entries - i) * 2;
    entry.exercise = *rc::gen::element(pulses, stretch, climber, hold);
    if (*rc::gen::arbitrary<bool>()) entry.pain = *rc::gen::inRange(0, 11);
    if (*rc::gen::arbitrary<bool>()) entry.effort = *rc::gen::inRange(0, 11);
    entry.pinching = any_answer();
    input.circuits.push_back(entry);
  }
  return input;
}

int done(const Prescription& prescription) {
  return static_cast<int>(std::count_if(prescription.exercises.begin(), prescription.exercises.end(),
                                        [](const PrescribedExercise& e) { return !e.left_out_because; }));
}

void check_not_more(const Prescription& careful, const Prescription& other) {
  RC_ASSERT(careful.rounds <= other.rounds);
  RC_ASSERT(careful.rounds_highest <= other.rounds_highest);
  RC_ASSERT(careful.effort_high <= other.effort_high);
  RC_ASSERT(careful.to_fatigue <= other.to_fatigue);
  RC_ASSERT(done(careful) <= done(other));
  RC_ASSERT(careful.total <= other.total);
}

TEST(DoseProperty, the_race_coming_nearer_never_gives_more) {
  EXPECT_TRUE(rc::check([] {
    DoseInput far = any_input();
    far.days_to_race = *rc::gen::inRange(1, 43);
    DoseInput near = far;
    near.days_to_race = *rc::gen::inRange(0, *far.days_to_race);
    // The same first circuit lies closer to the race when the race is closer.
    check_not_more(dose(near), dose(far));
  }));
}

TEST(DoseProperty, a_more_irritable_hip_never_gets_more) {
  EXPECT_TRUE(rc::check([] {
    DoseInput calm = any_input();
    calm.irritability = *rc::gen::element(Irritability::low, Irritability::moderate);
    DoseInput sore = calm;
    sore.irritability = *rc::gen::element(Irritability::high, Irritability::unknown);
    check_not_more(dose(sore), dose(calm));
  }));
}

TEST(DoseProperty, not_knowing_never_gives_more_than_knowing) {
  EXPECT_TRUE(rc::check([] {
    const DoseInput known = any_input();
    DoseInput unknown = known;
    if (*rc::gen::arbitrary<bool>()) unknown.irritability = Irritability::unknown;
    if (*rc::gen::arbitrary<bool>()) unknown.done_circuit_before.reset();
    if (*rc::gen::arbitrary<bool>()) unknown.long_or_fast_tomorrow.reset();
    check_not_more(dose(unknown), dose(known));
  }));
}

TEST(DoseProperty, a_clinician_level_never_has_a_circuit) {
  EXPECT_TRUE(rc::check([] {
    DoseInput input = any_input();
    input.level = *rc::gen::element(rules::Level::emergency, rules::Level::clinician_urgent,
                                    rules::Level::clinician_before_running);
    const Prescription today = dose(input);
    RC_ASSERT(!today.any);
    RC_ASSERT(today.exercises.empty());
    RC_ASSERT(today.total == Seconds(0));
  }));
}

TEST(DoseProperty, the_total_is_the_sum_of_work_and_rests) {
  EXPECT_TRUE(rc::check([] {
    const Prescription today = dose(any_input());
    double round = 0;
    for (const PrescribedExercise& prescribed : today.exercises) {
      if (prescribed.left_out_because) continue;
      const Exercise* exercise = content().library.find_exercise(prescribed.exercise);
      double one = 0;
      for (const TempoPhase& phase : exercise->tempo) one += phase.length.value();
      for (int set = 0; set < prescribed.sets; ++set) {
        round += 2 * (prescribed.repetitions ? *prescribed.repetitions * one : prescribed.work_highest->value());
        if (set > 0) round += prescribed.rest_after.value();
      }
    }
    if (done(today) > 0) round += (done(today) - 1) * today.rest_between_exercises.value();
    double total = today.rounds * round;
    if (today.rounds > 1 && done(today) > 0) total += (today.rounds - 1) * today.rest_between_rounds.value();
    RC_ASSERT(std::abs(total - today.total.value()) < 1e-6);
  }));
}

TEST(DoseProperty, it_never_exceeds_the_therapists_own_version) {
  EXPECT_TRUE(rc::check([] {
    const Prescription source = as_written(content().library);
    const Prescription today = dose(any_input());
    RC_ASSERT(today.rounds_highest <= source.rounds_highest);
    RC_ASSERT(today.effort_high <= 8);
    RC_ASSERT(today.any == (today.rounds >= 1));
    RC_ASSERT(!today.any || today.effort_high >= 1);
  }));
}

}  // namespace
}  // namespace hipline::circuit
