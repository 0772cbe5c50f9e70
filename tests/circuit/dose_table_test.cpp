#include <gtest/gtest.h>

#include "real_content.hpp"

namespace hipline::circuit {
namespace {

struct Row {
  int days_to_race;
  int rounds;
  double effort_low;
  double effort_high;
  bool to_fatigue;
  int stop_short;
  std::string focus;
  std::string rule;  ///< the one that must be named
};

class DoseTable : public testing::TestWithParam<Row> {};

TEST_P(DoseTable, gives_the_contract_row_of_the_day) {
  const Row& row = GetParam();
  const Prescription today = dose(calm_runner(row.days_to_race));
  EXPECT_TRUE(today.any);
  EXPECT_EQ(today.rounds, row.rounds);
  EXPECT_EQ(today.effort_low, row.effort_low);
  EXPECT_EQ(today.effort_high, row.effort_high);
  EXPECT_EQ(today.to_fatigue, row.to_fatigue);
  EXPECT_EQ(today.stop_short_repetitions, row.stop_short);
  EXPECT_EQ(today.focus, row.focus);
  EXPECT_TRUE(shaped_by(today, row.rule)) << row.rule;
}

INSTANTIATE_TEST_SUITE_P(
    each_boundary_day, DoseTable,
    testing::Values(Row{42, 3, 6, 8, true, 0, "full", "CP-14"}, Row{15, 3, 6, 8, true, 0, "full", "CP-14"},
                    Row{14, 2, 6, 7, false, 2, "full", "CP-15"}, Row{10, 2, 6, 7, false, 2, "full", "CP-15"},
                    Row{9, 1, 0, 5, false, 0, "full", "TP-09a"}, Row{4, 1, 0, 5, false, 0, "full", "TP-09a"},
                    Row{3, 1, 0, 2, false, 0, "mobility", "TP-09b"}, Row{1, 1, 0, 2, false, 0, "mobility", "TP-09b"},
                    Row{-1, 1, 0, 2, false, 0, "walk_and_mobility", "CP-17"},
                    Row{-7, 1, 0, 2, false, 0, "walk_and_mobility", "CP-17"},
                    Row{-8, 3, 6, 8, true, 0, "full", "CP-14"}),
    [](const auto& row) {
      const int days = row.param.days_to_race;
      return (days < 0 ? "after_" + std::to_string(-days) : "before_" + std::to_string(days));
    });

TEST(Dose, race_day_is_the_usual_warm_up) {
  const Prescription today = dose(calm_runner(0));
  EXPECT_FALSE(today.any);
  EXPECT_EQ(today.focus, "usual_warm_up");
  EXPECT_EQ(today.because, "CP-16");
  EXPECT_EQ(today.rounds, 0);
  EXPECT_EQ(today.total, Seconds(0));
}

TEST(Dose, without_a_race_it_is_the_full_circuit) {
  const Prescription today = dose(calm_runner());
  EXPECT_EQ(today.rounds, 3);
  EXPECT_TRUE(today.to_fatigue);
  EXPECT_EQ(exercise(today, pulses).band, "heavy");
}

TEST(Dose, a_fourth_round_is_offered_after_two_calm_circuits_and_done_where_wanted) {
  DoseInput input = calm_runner();
  EXPECT_EQ(dose(input).rounds_highest, 3);
  for (const int ago : {6, 3}) {
    model::CircuitEntry entry;
    entry.day = input.day - ago;
    entry.exercise = pulses;
    entry.pain = 3;
    entry.pinching = false;
    input.circuits.push_back(entry);
    input.mornings_after.push_back({entry.day, true});
  }
  EXPECT_EQ(dose(input).rounds, 3);
  EXPECT_EQ(dose(input).rounds_highest, 4);
  input.wants_extra_round = true;
  EXPECT_EQ(dose(input).rounds, 4);
  input.days_to_race = 14;
  EXPECT_EQ(dose(input).rounds, 2) << "race proximity beats progression";
  input.days_to_race = 20;
  input.circuits.edit().back().pain.reset();
  EXPECT_EQ(dose(input).rounds, 3) << "a pain that was not noted is not calm";
  input.circuits.edit().back().pain = 3;
  EXPECT_EQ(dose(input).rounds, 4);
  input.mornings_after.pop_back();
  EXPECT_EQ(dose(input).rounds, 3) << "nor is a circuit whose next morning was not told";
}

TEST(Dose, from_day_nine_the_climber_takes_a_light_band) {
  EXPECT_EQ(exercise(dose(calm_runner(10)), climber).band, "heavy");
  const Prescription today = dose(calm_runner(9));
  EXPECT_EQ(exercise(today, climber).band, "light");
  EXPECT_EQ(exercise(today, pulses).band, "heavy");
  EXPECT_TRUE(std::any_of(today.differences.begin(), today.differences.end(), [](const Difference& d) {
    return d.what == "band" && d.exercise == climber && d.as_written == "heavy" && d.today == "light" &&
           d.rule == "TP-08a";
  }));
}

TEST(Dose, the_last_three_days_keep_only_the_stretch) {
  const Prescription today = dose(calm_runner(3));
  EXPECT_FALSE(exercise(today, stretch).left_out_because);
  for (const std::string& id : {pulses, climber, hold}) EXPECT_EQ(exercise(today, id).left_out_because, "TP-09b") << id;
}

TEST(Dose, the_first_session_has_two_rounds_at_six_to_seven) {
  for (const auto before : {std::optional(false), std::optional<bool>()}) {
    DoseInput input = calm_runner(30);
    input.done_circuit_before = before;
    const Prescription today = dose(input);
    EXPECT_EQ(today.rounds, 2);
    EXPECT_EQ(today.effort_low, 6);
    EXPECT_EQ(today.effort_high, 7);
    EXPECT_TRUE(shaped_by(today, "CP-01"));
    input.first_circuit = input.day - 2;
    EXPECT_EQ(dose(input).rounds, 3) << "the second session is no longer the first";
  }
}

TEST(Dose, who_starts_inside_fourteen_days_does_three_without_a_band_up_to_five) {
  for (const auto before : {std::optional(false), std::optional<bool>()}) {
    DoseInput input = calm_runner(14);
    input.done_circuit_before = before;
    const Prescription today = dose(input);
    EXPECT_EQ(today.effort_high, 5);
    EXPECT_FALSE(today.to_fatigue);
    EXPECT_EQ(exercise(today, climber).left_out_because, "CP-18a");
    for (const std::string& id : {stretch, pulses, hold}) {
      EXPECT_FALSE(exercise(today, id).left_out_because) << id;
      EXPECT_EQ(exercise(today, id).band, "none") << id;
    }
    input.days_to_race = 15;
    EXPECT_FALSE(exercise(dose(input), climber).left_out_because);
  }
}

TEST(Dose, who_started_inside_fourteen_days_stays_careful_and_from_day_nine_does_mobility_only) {
  DoseInput input = calm_runner(10);
  input.done_circuit_before = false;
  input.first_circuit = input.day - 4;
  EXPECT_EQ(exercise(dose(input), climber).left_out_because, "CP-18a");
  input.days_to_race = 9;
  const Prescription today = dose(input);
  EXPECT_EQ(today.focus, "mobility");
  EXPECT_FALSE(exercise(today, stretch).left_out_because);
  EXPECT_EQ(exercise(today, hold).left_out_because, "CP-18b");
  input.first_circuit = input.day - 6;
  EXPECT_EQ(dose(input).focus, "full") << "started 15 days out";
}

TEST(Dose, a_hip_that_stays_sore_gets_one_round_and_one_point_less_never_under_one) {
  for (const Irritability irritability : {Irritability::high, Irritability::unknown}) {
    DoseInput input = calm_runner(20);
    input.irritability = irritability;
    EXPECT_EQ(dose(input).rounds, 2);
    EXPECT_EQ(dose(input).effort_low, 5);
    EXPECT_EQ(dose(input).effort_high, 7);
    input.days_to_race = 9;
    EXPECT_EQ(dose(input).rounds, 1);
    EXPECT_EQ(dose(input).effort_high, 4);
  }
}

TEST(Dose, to_fatigue_circuits_stand_48_hours_apart) {
  DoseInput input = calm_runner(20);
  input.last_full_circuit = input.day - 1;
  EXPECT_FALSE(dose(input).to_fatigue);
  EXPECT_TRUE(shaped_by(dose(input), "CP-11a"));
  input.last_full_circuit = input.day - 2;
  EXPECT_TRUE(dose(input).to_fatigue);
}

TEST(Dose, not_to_fatigue_the_day_before_a_long_or_fast_run) {
  DoseInput input = calm_runner(20);
  input.long_or_fast_tomorrow = true;
  EXPECT_FALSE(dose(input).to_fatigue);
  input.long_or_fast_tomorrow.reset();
  EXPECT_FALSE(dose(input).to_fatigue) << "not knowing tomorrow is not an easy day tomorrow";
}

TEST(Dose, run_first_when_both_fall_on_a_day) {
  DoseInput input = calm_runner(20);
  EXPECT_FALSE(dose(input).run_first);
  input.run_today = true;
  EXPECT_TRUE(dose(input).run_first);
}

TEST(Dose, there_is_no_circuit_at_a_clinician_level) {
  for (const auto level :
       {rules::Level::emergency, rules::Level::clinician_urgent, rules::Level::clinician_before_running}) {
    for (const int days : {20, 12, 0, -3}) {
      DoseInput input = calm_runner(days);
      input.level = level;
      const Prescription today = dose(input);
      EXPECT_FALSE(today.any);
      EXPECT_TRUE(today.exercises.empty());
      EXPECT_EQ(today.because, "CP-00");
      EXPECT_EQ(today.focus, "clinician_first");
    }
  }
}

TEST(Dose, what_today_forbids_stays_forbidden) {
  DoseInput input = calm_runner(20);
  input.forbidden = {{"circuit", "TD-99"}};
  EXPECT_FALSE(dose(input).any);
  EXPECT_EQ(dose(input).because, "TD-99");
}

TEST(Dose, the_short_form_fits_its_twelve_minutes_and_shorter_days_fit_theirs) {
  DoseInput input = calm_runner(20);
  input.minutes_available = 12;
  const Prescription today = dose(input);
  EXPECT_TRUE(today.short_form);
  EXPECT_EQ(today.rounds, 1);
  EXPECT_LE(today.total, content().library.therapist_circuit()->short_form.at_most);
  EXPECT_TRUE(std::any_of(today.differences.begin(), today.differences.end(),
                          [](const Difference& d) { return d.what == "rounds" && d.rule == "CP-21b"; }));
  for (const int available : {12, 20, 30}) {
    input.minutes_available = available;
    EXPECT_LE(dose(input).total, minutes(available)) << available;
  }
}

TEST(Dose, without_a_heavy_band_it_names_the_swap_and_its_difference) {
  DoseInput input = calm_runner(20);
  input.equipment_known = true;
  input.equipment = {"mat", "two_loop_bands_light"};
  EXPECT_EQ(exercise(dose(input), pulses).swaps, std::vector<std::string>{"two-light-bands"});
  EXPECT_EQ(exercise(dose(input), pulses).band, "heavy");
  input.equipment = {"mat", "loop_band_light"};
  EXPECT_EQ(exercise(dose(input), pulses).swaps, std::vector<std::string>{"one-light-band"});
  EXPECT_EQ(exercise(dose(input), pulses).band, "light");
  input.equipment = {"mat"};
  EXPECT_EQ(exercise(dose(input), pulses).swaps, std::vector<std::string>{"own-hand"});
  EXPECT_EQ(exercise(dose(input), climber).band, "none");
  input.equipment = {"mat", "loop_band_heavy"};
  input.days_to_race = 9;
  EXPECT_EQ(exercise(dose(input), climber).band, "none") << "a heavy band never stands in for a light one";
  for (const Difference& difference : dose(input).differences) EXPECT_FALSE(difference.rule.empty()) << difference.what;
}

TEST(Dose, every_difference_names_a_rule_of_the_content) {
  for (int days = 25; days >= -10; --days) {
    for (const Difference& difference : dose(calm_runner(days)).differences) {
      EXPECT_NE(content().find_rule(difference.rule), nullptr)
          << days << " " << difference.what << " " << difference.rule;
    }
  }
}

TEST(AsWritten, is_the_source_three_to_four_rounds_heavy_bands_to_fatigue) {
  const Prescription source = as_written(content().library);
  EXPECT_EQ(source.rounds, 3);
  EXPECT_EQ(source.rounds_highest, 4);
  EXPECT_TRUE(source.to_fatigue);
  ASSERT_EQ(source.exercises.size(), 4U);
  EXPECT_EQ(exercise(source, pulses).sets, 2);
  EXPECT_EQ(exercise(source, pulses).work, Seconds(15));
  EXPECT_EQ(exercise(source, pulses).work_highest, Seconds(30));
  EXPECT_EQ(exercise(source, pulses).band, "heavy");
  EXPECT_EQ(exercise(source, stretch).sets, 2);
  EXPECT_EQ(exercise(source, climber).repetitions, 10);
  EXPECT_EQ(exercise(source, climber).band, "heavy");
  EXPECT_EQ(exercise(source, hold).sets, 2);
  EXPECT_TRUE(exercise(source, hold).to_fatigue);
}

TEST(Coverage, the_four_cover_flexion_core_and_opening_and_name_what_they_miss) {
  const Prescription source = as_written(content().library);
  EXPECT_EQ(source.covers, (std::vector<std::string>{"flexion", "core", "mobility_extension"}));
  EXPECT_EQ(source.misses, (std::vector<std::string>{"extension", "abduction", "adduction", "external_rotation",
                                                     "internal_rotation", "mobility_internal_rotation"}));
}

}  // namespace
}  // namespace hipline::circuit
