#include "hipline/catalog/programme_reader.hpp"

#include <gtest/gtest.h>

namespace hipline::catalog {
namespace {

circuit::Exercise exercise(std::string id, circuit::Direction trains) {
  circuit::Exercise one;
  one.id = std::move(id);
  one.trains = {trains};
  one.phases = {circuit::Phase::build};
  one.dose.repetitions = 10;
  one.dose.rounds_most = 3;
  return one;
}

/// Two exercises, and a circuit that wants what they train.
circuit::Library library() {
  circuit::Library made;
  circuit::Circuit circuit;
  circuit.source.therapist = true;
  circuit.rounds = {3, 4};
  circuit.cover = {circuit::Direction::flexion, circuit::Direction::core};
  made.circuits = {circuit};
  made.exercises = {exercise("march", circuit::Direction::flexion), exercise("bug", circuit::Direction::core)};
  return made;
}

circuit::Programme programme() {
  circuit::Programme made;
  made.id = "restart";
  made.stages = {{1, 2, "move", {4, 6}, {{"Day A", {{"march", 3, 8, {}}}}, {"Day B", {{"bug", 3, 8, {}}}}}}};
  return made;
}

std::vector<std::string> codes(const circuit::Programme& checked) {
  Problems problems;
  check_programme(checked, library(), problems);
  std::vector<std::string> found;
  for (const Error& problem : problems) found.push_back(problem.code + " " + problem.where);
  return found;
}

using Codes = std::vector<std::string>;

TEST(Programme, finds_nothing_in_a_sound_one) { EXPECT_EQ(codes(programme()), Codes{}); }

TEST(Programme, finds_an_exercise_that_is_not_there) {
  auto planted = programme();
  planted.stages[0].days[1].exercises.push_back({"gone", 1, 8, {}});
  EXPECT_EQ(codes(planted), Codes{"unknown_reference /programmes~1restart/stages/0/days/1/exercises/1"});
}

TEST(Programme, finds_more_sets_than_the_exercise_has) {
  auto planted = programme();
  planted.stages[0].days[0].exercises[0].sets = 4;
  EXPECT_EQ(codes(planted), Codes{"programme_dose /programmes~1restart/stages/0/days/0/exercises/0"});
}

TEST(Programme, finds_time_where_the_exercise_counts_repetitions) {
  auto planted = programme();
  planted.stages[0].days[0].exercises[0] = {"march", 2, {}, circuit::Range{20, 30}};
  EXPECT_EQ(codes(planted), Codes{"programme_dose /programmes~1restart/stages/0/days/0/exercises/0"});
}

TEST(Programme, finds_weeks_that_leave_a_direction_out) {
  auto planted = programme();
  planted.stages[0].days.pop_back();
  EXPECT_EQ(codes(planted), Codes{"programme_gap /programmes~1restart/stages/0"});
}

TEST(Programme, finds_an_exercise_that_is_for_other_weeks) {
  auto other = library();
  other.exercises[0].phases = {circuit::Phase::last_week};
  Problems problems;
  check_programme(programme(), other, problems);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].code, "programme_phase");
}

}  // namespace
}  // namespace hipline::catalog
