#include "hipline/circuit/coverage.hpp"

#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace hipline::circuit {
namespace {

/// The nine things that a mix should cover.
const std::vector<Direction> nine(directions.begin(), directions.end() - 1);

/// A library of exercises that train what they train by chance, and a circuit that wants all nine.
Library any_library(int exercises) {
  Library library;
  Circuit circuit;
  circuit.id = "the-circuit";
  circuit.source.therapist = true;
  circuit.cover = nine;
  library.circuits.push_back(circuit);
  for (int i = 0; i < exercises; ++i) {
    Exercise exercise;
    exercise.id = std::string(1, static_cast<char>('a' + i));
    const int most = *rc::gen::inRange(1, 4);
    for (int k = 0; k < most; ++k) exercise.trains.push_back(*rc::gen::elementOf(nine));
    library.exercises.push_back(exercise);
  }
  return library;
}

std::vector<std::string> ids_in(const Library& library) {
  std::vector<std::string> ids;
  for (const Exercise& exercise : library.exercises) ids.push_back(exercise.id);
  return ids;
}

std::vector<std::string> some_of(const std::vector<std::string>& ids) {
  std::vector<std::string> some;
  for (const std::string& id : ids) {
    if (*rc::gen::arbitrary<bool>()) some.push_back(id);
  }
  return some;
}

std::vector<std::string> together(std::vector<std::string> first, const std::vector<std::string>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

struct Problem {
  Library library;
  std::vector<std::string> mix;
  std::vector<Candidate> candidates;
};

Problem any_problem() {
  Problem problem;
  problem.library = any_library(*rc::gen::inRange(1, 11));
  const auto ids = ids_in(problem.library);
  problem.mix = some_of(ids);
  for (const std::string& id : some_of(ids)) {
    if (std::find(problem.mix.begin(), problem.mix.end(), id) == problem.mix.end())
      problem.candidates.push_back({id, *rc::gen::arbitrary<bool>()});
  }
  return problem;
}

TEST(Coverage, adding_an_exercise_never_uncovers_anything) {
  EXPECT_TRUE(rc::check([] {
    const Library library = any_library(8);
    const auto ids = ids_in(library);
    const auto mix = some_of(ids);
    const Coverage before = coverage(mix, library);
    const Coverage after = coverage(together(mix, some_of(ids)), library);
    for (const Direction direction : before.covered)
      RC_ASSERT(std::find(after.covered.begin(), after.covered.end(), direction) != after.covered.end());
    RC_ASSERT(after.covered.size() + after.missing.size() == nine.size());
  }));
}

TEST(SmallestAddition, completes_all_that_the_candidates_can_complete) {
  EXPECT_TRUE(rc::check([] {
    const Problem problem = any_problem();
    const Addition addition = smallest_addition(problem.mix, problem.candidates, problem.library);
    std::vector<std::string> everything = problem.mix;
    for (const Candidate& candidate : problem.candidates) everything.push_back(candidate.exercise);
    const auto left = coverage(together(problem.mix, addition.exercises), problem.library).missing;
    RC_ASSERT(left == addition.still_missing);
    RC_ASSERT(left == coverage(everything, problem.library).missing);
  }));
}

TEST(SmallestAddition, no_smaller_one_and_none_with_more_favourites_exists) {
  EXPECT_TRUE(rc::check([] {
    const Problem problem = any_problem();
    const Addition addition = smallest_addition(problem.mix, problem.candidates, problem.library);
    const auto favourites_in = [&](const std::vector<std::string>& ids) {
      return std::count_if(problem.candidates.begin(), problem.candidates.end(), [&](const Candidate& candidate) {
        return candidate.favourite && std::find(ids.begin(), ids.end(), candidate.exercise) != ids.end();
      });
    };
    // The second route: every subset of the candidates.
    for (unsigned subset = 0; subset < 1U << problem.candidates.size(); ++subset) {
      std::vector<std::string> ids;
      for (std::size_t i = 0; i < problem.candidates.size(); ++i) {
        if ((subset >> i & 1U) != 0) ids.push_back(problem.candidates[i].exercise);
      }
      if (coverage(together(problem.mix, ids), problem.library).missing != addition.still_missing) continue;
      RC_ASSERT(ids.size() >= addition.exercises.size());
      if (ids.size() == addition.exercises.size()) RC_ASSERT(favourites_in(ids) <= favourites_in(addition.exercises));
    }
  }));
}

TEST(SmallestAddition, is_empty_where_nothing_is_missing) {
  Library library;
  Circuit circuit;
  circuit.source.therapist = true;
  circuit.cover = {Direction::core};
  library.circuits.push_back(circuit);
  Exercise exercise;
  exercise.id = "core";
  exercise.trains = {Direction::core};
  library.exercises = {exercise};
  EXPECT_TRUE(smallest_addition({"core"}, {{"core", true}}, library).exercises.empty());
  EXPECT_EQ(smallest_addition({}, {}, library).still_missing, std::vector{Direction::core});
}

}  // namespace
}  // namespace hipline::circuit
