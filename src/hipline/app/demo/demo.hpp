#pragma once

#include <string>

#include "hipline/app/demo/made_up_runner.hpp"
#include "hipline/app/import/import.hpp"
#include "hipline/catalog/catalog.hpp"

namespace hipline::app {

/// Which made-up runner, and where the training files go.
struct DemoRequest {
  Story story = Story::settling;
  LocalDay today;
  std::string runner_id;
  std::string files_folder;  ///< an existing folder; one FIT file per run is written into it
  std::string program_version;
};

/// Writes the made-up runner's training as FIT files, imports them like anybody's, and keeps setup and check-ins.
/// The store must be empty: it is the made-up runner's own.
/// Errors: those of writing files, of the import and of the store.
Result<ImportReport> make_demo(const DemoRequest& request, const ImportWorld& world, const catalog::Catalog& catalog);

}  // namespace hipline::app
