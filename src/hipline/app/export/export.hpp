#pragma once

#include <string>
#include <string_view>

#include "hipline/app/import/import.hpp"

namespace hipline::app {

/// Everything kept of a runner as one JSON text: what was told, every decision given, and the original training files.
/// Runs themselves are not in it: `restore_everything` reads them from the originals again.
/// Errors: original_missing, and the store's.
Result<std::string> export_everything(const std::string& runner_id, const std::string& program_version,
                                      const ImportWorld& world);

/// What a restore brought back.
struct Restored {
  std::size_t runs = 0;
  std::size_t originals = 0;
  std::size_t check_ins = 0;
  std::size_t decisions = 0;
};

/// Brings an export back into a database that holds nothing yet: all of it or nothing.
/// Errors: not_an_export, export_newer, damaged_export, database_not_empty, and the store's.
Result<Restored> restore_everything(std::string_view exported, const std::string& runner_id,
                                    const std::string& program_version, const ImportWorld& world);

}  // namespace hipline::app
