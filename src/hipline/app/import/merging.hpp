#pragma once

#include <string>
#include <vector>

#include "hipline/app/import/known_runs.hpp"
#include "hipline/importers/activity.hpp"

namespace hipline::app {

/// What a second source of an activity did to what was kept.
struct Merged {
  bool second_is_richer = false;   ///< it took the place of what was there
  std::vector<std::string> added;  ///< what the poorer of the two gave to the richer, in words
};

/// Lays a second source of an activity beside what is kept of it: the richer one stands, and takes from the other what
/// it lacks. Changes the store and `known`; the run stays with its import. `again.run` has its day and start settled.
/// Errors: those of the store.
Result<Merged> merge_into_store(Store& store, const std::string& runner_id, KnownRun& known,
                                const importers::Activity& again);

}  // namespace hipline::app
