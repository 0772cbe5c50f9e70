#include <gtest/gtest.h>

#include "real_content.hpp"

namespace hipline::circuit {
namespace {

model::CircuitEntry entry(LocalDay day, std::string id, std::optional<int> pain,
                          std::optional<bool> pinching = std::nullopt) {
  model::CircuitEntry made;
  made.day = day;
  made.exercise = std::move(id);
  made.pain = pain;
  made.pinching = pinching;
  return made;
}

DoseInput after(std::vector<std::pair<int, std::optional<int>>> days_ago_and_pain, const std::string& id) {
  DoseInput input = calm_runner(30);
  for (const auto& [ago, pain] : days_ago_and_pain) input.circuits.push_back(entry(input.day - ago, id, pain));
  return input;
}

TEST(PainInAnExercise, up_to_three_goes_on) {
  const auto today = dose(after({{3, 3}}, pulses));
  EXPECT_EQ(exercise(today, pulses).band, "heavy");
  EXPECT_EQ(exercise(today, pulses).variant, "");
}

TEST(PainInAnExercise, four_and_five_are_lighter_where_there_is_a_band_and_shorter_where_there_is_none) {
  for (const int pain : {4, 5}) {
    EXPECT_EQ(exercise(dose(after({{3, pain}}, pulses)), pulses).band, "light");
    const auto shorter = exercise(dose(after({{3, pain}}, hold)), hold);
    EXPECT_EQ(shorter.work_highest, Seconds(22));
    EXPECT_EQ(shorter.variant, "");
    EXPECT_EQ(exercise(dose(after({{3, pain}}, stretch)), stretch).sets, 1);
  }
}

TEST(PainInAnExercise, above_five_takes_the_regression_next_time_and_twice_leaves_it_out) {
  const auto once = dose(after({{3, 6}}, climber));
  EXPECT_EQ(exercise(once, climber).variant, "hands-on-bench-no-band");
  EXPECT_EQ(exercise(once, climber).band, "none");
  EXPECT_FALSE(exercise(once, climber).left_out_because);
  const auto calm_again = dose(after({{6, 6}, {3, 2}}, climber));
  EXPECT_EQ(exercise(calm_again, climber).variant, "");
  const auto twice = dose(after({{6, 6}, {3, 7}}, climber));
  EXPECT_EQ(exercise(twice, climber).left_out_because, "CP-05b");
  EXPECT_FALSE(exercise(twice, pulses).left_out_because);
}

TEST(PainInAnExercise, a_pinch_counts_like_pain_above_five) {
  DoseInput input = calm_runner(30);
  input.circuits = {entry(input.day - 3, climber, 2, true)};
  EXPECT_EQ(exercise(dose(input), climber).variant, "hands-on-bench-no-band");
  EXPECT_TRUE(shaped_by(dose(input), "CP-06"));
  input.circuits.push_back(entry(input.day - 1, climber, 2, true));
  EXPECT_EQ(exercise(dose(input), climber).left_out_because, "CP-05b");
}

TEST(PainInAnExercise, that_was_not_noted_is_not_taken_for_calm) {
  EXPECT_EQ(exercise(dose(after({{3, std::nullopt}}, pulses)), pulses).band, "light");
}

TEST(PainInAnExercise, only_in_the_stretch_brings_strength_through_the_range) {
  DoseInput input = after({{3, 4}}, stretch);
  input.circuits.push_back(entry(input.day - 3, pulses, 1));
  EXPECT_EQ(exercise(dose(input), stretch).variant, "strength-through-range");
  input.circuits.push_back(entry(input.day - 3, hold, 4));
  EXPECT_EQ(exercise(dose(input), stretch).variant, "");
}

TEST(Band, that_took_more_than_eight_of_ten_gets_lighter) {
  DoseInput input = after({{3, 1}}, climber);
  input.circuits.edit().back().effort = 9;
  EXPECT_EQ(exercise(dose(input), climber).band, "light");
  input.circuits.edit().back().effort = 8;
  EXPECT_EQ(exercise(dose(input), climber).band, "heavy");
}

TEST(Progression, is_offered_after_two_calm_easy_circuits_and_never_inside_fourteen_days) {
  DoseInput input = after({{6, 1}, {3, 1}}, climber);
  for (auto& e : input.circuits.edit()) {
    e.effort = 5;
    e.pinching = false;
    input.mornings_after.push_back({e.day, true});
  }
  EXPECT_EQ(exercise(dose(input), climber).offer, "heavier-band");
  input.days_to_race = 14;
  EXPECT_EQ(exercise(dose(input), climber).offer, "");
}

}  // namespace
}  // namespace hipline::circuit
