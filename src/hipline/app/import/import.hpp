#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/app/import/progress.hpp"
#include "hipline/app/import/read_ahead.hpp"
#include "hipline/app/ports/clock.hpp"
#include "hipline/app/ports/files.hpp"
#include "hipline/app/ports/store.hpp"
#include "hipline/app/ports/zones.hpp"
#include "hipline/importers/reading.hpp"

namespace hipline::app {

/// The readers of importers/: what a file is, its content tells.
void read_training_file(const std::string& name, std::string_view bytes, const TakeReading& take);

/// What an import needs of the world.
struct ImportWorld {
  Store& store;
  Files& files;
  const Clock& clock;
  const Zones& zones;
  ReadTrainingFile read = read_training_file;
};

struct ImportRequest {
  std::string runner_id;
  std::vector<std::string> paths;  ///< files, folders, .gz and .zip in any mix
  std::string program_version;
  bool dry_run = false;  ///< reads and judges, keeps nothing
};

/// What became of every file. Nothing to keep: no import is noted and `id` is empty.
struct ImportReport {
  std::optional<ImportId> id;
  std::vector<ImportedFile> files;
  /// Of a file that told of an activity which was there: the file that had brought it.
  std::map<std::string, std::string> pairs;
  bool stopped = false;  ///< before its end, by whoever was told of the progress

  [[nodiscard]] std::size_t count(FileVerdict verdict) const;
};

/// Reads training files and keeps their runs. One bad file never stops the rest, and each file is in the report.
/// Kept in batches of a few hundred: where the store or the disk fails, or the program ends, each batch is there whole
/// or not at all, and the same import again finishes the rest. Errors: no_such_file and cannot_read for a path that was
/// named, no_files for folders without any, and the store's.
Result<ImportReport> import_paths(const ImportRequest& request, const ImportWorld& world,
                                  const TellProgress& tell = {});

/// Takes an import back: its runs go, what the runner told about them stays, and originals that nothing else uses go
/// too. An activity that another import tells of as well is read again from that one's files. Errors: no_such_import,
/// already_undone, and the store's.
Result<Undone> undo_import(const std::string& runner_id, ImportId import, const ImportWorld& world);

/// Sets the local day of every run anew, after the runner's zone has changed; a file's own offset still comes first.
/// Answers how many runs moved to another day.
Result<int> set_run_days(const std::string& runner_id, Store& store, const Zones& zones);

}  // namespace hipline::app
