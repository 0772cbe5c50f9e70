#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>
#include <utility>

#include "hipline/circuit/build_mix.hpp"
#include "hipline/circuit/coverage.hpp"
#include "real_content.hpp"

namespace hipline::circuit {
namespace {

Mix mix_of(const std::vector<std::string>& picked, const DoseInput& input,
           const std::vector<std::string>& favourites = {}) {
  return build_mix({picked, favourites}, input, content().library, content().circuit_rules, content().parameters);
}

std::vector<std::string> any_pick() {
  std::vector<std::string> picked;
  const int count = *rc::gen::inRange(1, 9);
  for (int i = 0; i < count; ++i) {
    const int at = *rc::gen::inRange(0, static_cast<int>(content().library.exercises.size()));
    picked.push_back(content().library.exercises[static_cast<std::size_t>(at)].id);
  }
  return picked;
}

DoseInput any_day() {
  DoseInput input = calm_runner();
  if (*rc::gen::arbitrary<bool>()) input.days_to_race = *rc::gen::inRange(-14, 43);
  input.level =
      *rc::gen::element(rules::Level::rest, rules::Level::cross_train, rules::Level::modify, rules::Level::as_planned);
  if (*rc::gen::arbitrary<bool>()) input.worst = *rc::gen::inRange(0, 11);
  input.irritability =
      *rc::gen::element(Irritability::low, Irritability::moderate, Irritability::high, Irritability::unknown);
  input.run_today = *rc::gen::element(std::optional<bool>(), std::optional(true), std::optional(false));
  if (*rc::gen::arbitrary<bool>()) input.minutes_available = *rc::gen::inRange(1, 61);
  input.equipment_known = *rc::gen::arbitrary<bool>();
  for (const char* piece : {"mat", "loop_band_light", "loop_band_heavy", "chair", "step", "long_band"}) {
    if (*rc::gen::arbitrary<bool>()) input.equipment.emplace_back(piece);
  }
  for (const Exercise& exercise : content().library.exercises) {
    if (!*rc::gen::arbitrary<bool>()) continue;
    input.known_exercises.push_back({exercise.id, std::nullopt});
    if (*rc::gen::arbitrary<bool>()) input.known_exercises.back().since = input.day - *rc::gen::inRange(0, 40);
  }
  return input;
}

std::vector<const PrescribedExercise*> done(const Prescription& session) {
  std::vector<const PrescribedExercise*> list;
  for (const PrescribedExercise& exercise : session.exercises) {
    if (!exercise.left_out_because) list.push_back(&exercise);
  }
  return list;
}

/// The rules that leave exercises out of a pick of the whole library.
std::set<std::string> leaving_out(DoseInput day) {
  std::vector<std::string> all;
  for (const Exercise& exercise : content().library.exercises) {
    all.push_back(exercise.id);
    day.known_exercises.push_back({exercise.id, std::nullopt});
  }
  std::set<std::string> rules;
  for (const PrescribedExercise& exercise : mix_of(all, day).session.exercises) {
    if (exercise.left_out_because) rules.insert(*exercise.left_out_because);
  }
  return rules;
}

TEST(Mix, each_phase_of_the_library_leaves_something_out_on_its_own_days) {
  DoseInput sore = calm_runner();
  sore.days_to_race = 30;
  sore.worst = 4;
  DoseInput far = calm_runner();
  far.days_to_race = 30;
  far.worst = 0;
  DoseInput near = far;
  near.days_to_race = 10;
  DoseInput last = far;
  last.days_to_race = 5;
  for (const auto& [rule, day] : std::initializer_list<std::pair<const char*, DoseInput>>{
           {"CP-23a", sore}, {"CP-23b", far}, {"CP-23c", near}, {"CP-23d", last}}) {
    EXPECT_TRUE(leaving_out(day).contains(rule)) << rule;
  }
}

TEST(Mix, holds_nothing_new_in_the_last_two_weeks) {
  DoseInput near = calm_runner();
  near.days_to_race = 10;
  near.worst = 0;
  std::set<std::string> rules;
  for (const PrescribedExercise& exercise : mix_of({"dead-bug"}, near).session.exercises)
    if (exercise.left_out_because) rules.insert(*exercise.left_out_because);
  EXPECT_TRUE(rules.contains("CP-24"));
}

TEST(Mix, takes_as_many_rounds_as_its_own_length_leaves_room_for) {
  DoseInput day = calm_runner();
  day.days_to_race = 30;
  for (const char* id : {"dead-bug", "glute-bridge"}) day.known_exercises.push_back({id, std::nullopt});
  day.minutes_available = 15;
  const Mix mix = mix_of({"dead-bug", "glute-bridge"}, day);
  EXPECT_GT(mix.session.rounds, 1);
  EXPECT_FALSE(mix.session.short_form);
  Prescription more = mix.session;
  ++more.rounds;
  EXPECT_TRUE(mix.session.rounds >= 3 || total_of(more) > mix.budget);
}

TEST(MixProperty, the_time_is_kept) {
  EXPECT_TRUE(rc::check([] {
    const DoseInput day = any_day();
    const Mix mix = mix_of(any_pick(), day);
    RC_ASSERT(mix.session.total <= mix.budget);
    if (day.minutes_available && mix.session.any) RC_ASSERT(mix.budget == minutes(*day.minutes_available));
    if (!day.minutes_available && mix.session.any) RC_ASSERT(mix.budget == dose(day).total);
    Prescription most = mix.session;
    most.rounds = most.rounds_highest;
    if (!done(most).empty()) RC_ASSERT(total_of(most) <= mix.budget);
  }));
}

TEST(MixProperty, no_exercise_is_done_outside_its_phase) {
  EXPECT_TRUE(rc::check([] {
    const DoseInput day = any_day();
    const Mix mix = mix_of(any_pick(), day);
    std::vector<std::string> ids = mix.addition.exercises;
    for (const PrescribedExercise* one : done(mix.session)) ids.push_back(one->exercise);
    for (const std::string& id : ids) {
      const Exercise& exercise = *content().library.find_exercise(id);
      if (day.worst.value_or(3) >= 3) RC_ASSERT(exercise.is_for(Phase::calm));
      const int days = day.days_to_race.value_or(99);
      if (days > 14 || days <= -8) RC_ASSERT(exercise.is_for(Phase::build));
      if (days >= 8 && days <= 14) RC_ASSERT(exercise.is_for(Phase::maintain));
      if (days >= -7 && days <= 7) RC_ASSERT(exercise.is_for(Phase::last_week));
      if (days >= -7 && days <= 3) RC_ASSERT(exercise.kind == ExerciseKind::mobility);
    }
  }));
}

TEST(MixProperty, the_dose_is_never_above_the_days_or_the_exercises_own) {
  EXPECT_TRUE(rc::check([] {
    const DoseInput day = any_day();
    const Mix mix = mix_of(any_pick(), day);
    DoseInput unhurried = day;  // how the circuit's length fits into minutes is no limit on a shorter mix
    unhurried.minutes_available.reset();
    const Prescription circuit = dose(unhurried);
    RC_ASSERT(mix.session.rounds <= circuit.rounds);
    RC_ASSERT(mix.session.rounds_highest <= circuit.rounds_highest);
    RC_ASSERT(mix.session.effort_high <= circuit.effort_high);
    RC_ASSERT(mix.session.to_fatigue <= circuit.to_fatigue);
    for (const PrescribedExercise* one : done(mix.session)) {
      const Exercise& exercise = *content().library.find_exercise(one->exercise);
      RC_ASSERT(one->sets <= exercise.dose.sets);
      RC_ASSERT(one->rounds_most == exercise.dose.rounds_most);
      RC_ASSERT(one->repetitions.value_or(0) <= exercise.dose.repetitions.value_or(0));
      if (one->work_highest) RC_ASSERT(one->work_highest->value() <= exercise.dose.seconds->high);
      RC_ASSERT(one->to_fatigue <= exercise.dose.to_fatigue);
    }
  }));
}

TEST(MixProperty, nothing_new_inside_fourteen_days) {
  EXPECT_TRUE(rc::check([] {
    DoseInput day = any_day();
    day.days_to_race = *rc::gen::inRange(1, 15);
    const Mix mix = mix_of(any_pick(), day);
    std::vector<std::string> ids = mix.addition.exercises;
    for (const PrescribedExercise* one : done(mix.session)) ids.push_back(one->exercise);
    for (const std::string& id : ids) {
      if (content().library.find_exercise(id)->source.therapist) continue;
      const bool known = std::any_of(day.known_exercises.begin(), day.known_exercises.end(), [&](const auto& one) {
        return one.exercise == id && (!one.since || *day.days_to_race + (day.day - *one.since) > 14);
      });
      RC_ASSERT(known);
    }
  }));
}

TEST(MixProperty, what_was_picked_is_done_or_left_out_with_a_reason_and_in_order) {
  EXPECT_TRUE(rc::check([] {
    const auto picked = any_pick();
    const Mix mix = mix_of(picked, any_day());
    if (!mix.session.any) return;
    const std::set<std::string> asked(picked.begin(), picked.end());
    std::set<std::string> answered(mix.no_time.begin(), mix.no_time.end());
    for (const PrescribedExercise& one : mix.session.exercises) answered.insert(one.exercise);
    RC_ASSERT(asked == answered);
    for (const std::string& id : mix.addition.exercises) RC_ASSERT(!asked.contains(id));
  }));
}

TEST(MixProperty, the_addition_covers_what_the_library_can_cover_today) {
  EXPECT_TRUE(rc::check([] {
    const Mix mix = mix_of(any_pick(), any_day());
    if (!mix.session.any) return;
    std::vector<std::string> ids = mix.addition.exercises;
    for (const PrescribedExercise* one : done(mix.session)) ids.push_back(one->exercise);
    RC_ASSERT(coverage(ids, content().library).missing == mix.addition.still_missing);
  }));
}

TEST(MixProperty, a_clinician_level_never_has_a_mix) {
  EXPECT_TRUE(rc::check([] {
    DoseInput day = any_day();
    day.level = *rc::gen::element(rules::Level::emergency, rules::Level::clinician_urgent,
                                  rules::Level::clinician_before_running);
    const Mix mix = mix_of(any_pick(), day);
    RC_ASSERT(!mix.session.any);
    RC_ASSERT(mix.session.exercises.empty());
    RC_ASSERT(mix.addition.exercises.empty());
  }));
}

TEST(Mix, the_four_miss_what_they_do_not_train_and_four_more_complete_them) {
  DoseInput day = calm_runner();
  day.worst = 0;
  const Mix mix = mix_of({pulses, stretch, climber, hold}, day);
  EXPECT_TRUE(mix.replaced.empty());
  EXPECT_EQ(mix.addition.exercises.size(), 4U);
  EXPECT_TRUE(mix.addition.still_missing.empty());
}

TEST(Mix, a_favourite_is_offered_before_its_like) {
  DoseInput day = calm_runner();
  day.worst = 0;
  const Mix mix = mix_of({"dead-bug"}, day, {"side-lying-adduction"});
  EXPECT_NE(std::find(mix.addition.exercises.begin(), mix.addition.exercises.end(), "side-lying-adduction"),
            mix.addition.exercises.end());
}

TEST(Library, holds_thirty_five_exercises_beside_the_four_each_with_all_its_parts) {
  int ours = 0;
  for (const Exercise& exercise : content().library.exercises) {
    EXPECT_FALSE(exercise.phases.empty()) << exercise.id;
    if (exercise.source.therapist) continue;
    ++ours;
    EXPECT_TRUE(exercise.cues.size() >= 2 && exercise.cues.size() <= 4) << exercise.id;
    EXPECT_FALSE(exercise.feel.empty() || exercise.faults.empty() || exercise.regressions.empty() ||
                 exercise.progressions.empty() || exercise.how_sure.empty() || exercise.evidence.empty())
        << exercise.id;
    EXPECT_FALSE(exercise.dose.to_fatigue) << exercise.id;
    EXPECT_TRUE(exercise.dose.rounds_most.has_value()) << exercise.id;
  }
  EXPECT_EQ(ours, 35);
}

TEST(Library, heavy_lowering_is_offered_only_far_from_a_race) {
  for (const char* id :
       {"eccentric-hip-flexor-lower", "copenhagen-short-lever", "hip-thrust", "romanian-deadlift-kickstand"}) {
    EXPECT_EQ(content().library.find_exercise(id)->phases, std::vector{Phase::build}) << id;
  }
}

/// A day's time as a session counts it: the work of both sides, its rests, and the changes between exercises.
double minutes_of(const ProgrammeDay& day) {
  const Circuit& circuit = therapist_circuit(content().library);
  double seconds = 0;
  for (const ProgrammeExercise& one : day.exercises) {
    const Exercise& exercise = *content().library.find_exercise(one.exercise);
    double repetition = 0;
    for (const TempoPhase& phase : exercise.tempo) repetition += phase.length.value();
    const double set = one.repetitions ? *one.repetitions * repetition : one.seconds->high;
    const double rest = exercise.dose.rest_between_sets.value_or(circuit.rest_between_sets).value();
    seconds += one.sets * set * (exercise.dose.per_side ? 2 : 1) + (one.sets - 1) * rest;
    seconds += circuit.rest_between_exercises.value();
  }
  return seconds / 60;
}

TEST(Programmes, there_are_three_and_each_day_takes_about_what_it_says) {
  EXPECT_EQ(content().programmes.size(), 3U);
  for (const Programme& programme : content().programmes) {
    for (const ProgrammeStage& stage : programme.stages) {
      for (const ProgrammeDay& day : stage.days) {
        EXPECT_GE(minutes_of(day), programme.minutes.low - 1) << programme.id << " " << stage.first_week << day.name;
        EXPECT_LE(minutes_of(day), programme.minutes.high + 1) << programme.id << " " << stage.first_week << day.name;
      }
    }
  }
}

}  // namespace
}  // namespace hipline::circuit
