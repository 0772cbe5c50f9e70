#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "hipline/app/import/import.hpp"

namespace hipline::app {

/// What reading the stored originals again came to.
struct Refreshed {
  std::size_t runs = 0;              ///< looked at
  std::size_t changed = 0;           ///< told differently now
  std::size_t found = 0;             ///< activities that an older reader did not find
  std::vector<std::string> missing;  ///< originals that are no longer beside the database
};

/// Reads every stored original again, as after an update of the readers: runs that come out differently take the new
/// values; what was told of them stays. All of it or nothing. Errors: those of the store.
Result<Refreshed> refresh_imports(const std::string& runner_id, const ImportWorld& world);

/// After an import was taken back: runs that lost one of their files are made anew from the rest, and activities that
/// files of other imports tell of, too, come back with those. `before`: the runs as they were.
Status keep_what_others_brought(const std::string& runner_id, const std::vector<StoredRun>& before, Undone& undone,
                                const ImportWorld& world);

}  // namespace hipline::app
