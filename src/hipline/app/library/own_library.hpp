#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/error.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/circuit/exercise.hpp"
#include "hipline/model/runner.hpp"

namespace hipline::app {

/// The library with the runner's own exercises in it, at the end.
circuit::Library library_of(const model::Runner& runner, const catalog::Catalog& catalog);

/// An exercise by its id, or by a part of its id that fits no other; of several the therapist's own comes first.
/// Errors: unknown_exercise.
Result<const circuit::Exercise*> exercise_named(const circuit::Library& library, std::string_view word);

/// The exercises of a list such as `dead-bug,side-plank`, each once. Errors: unknown_exercise, nothing_said.
Result<std::vector<std::string>> exercises_named(const circuit::Library& library, std::string_view list);

/// What is needed to add an exercise of one's own, as it was said.
struct OwnExerciseWords {
  std::string name;
  std::string directions;  ///< words of `circuit::Direction`, with commas
  std::string dose;        ///< `3x10` or `3x30s`
  bool mobility = false;
  bool both_sides_at_once = false;
};

/// Errors: bad_answer, out_of_range, with the flag as `where`.
Result<model::OwnExercise> own_exercise_from(const OwnExerciseWords& words);

/// Picks an exercise out, or says that it has been done for long. Twice changes nothing but that.
void favour(model::Runner& runner, const std::string& exercise, std::optional<LocalDay> since);
/// Errors: no_such_favourite.
Status unfavour(model::Runner& runner, const std::string& exercise);
/// Errors: id_twice.
Status add_own(model::Runner& runner, const model::OwnExercise& own);
/// Takes it out, and from the favourites too. Errors: unknown_exercise.
Status remove_own(model::Runner& runner, const std::string& id);

}  // namespace hipline::app
