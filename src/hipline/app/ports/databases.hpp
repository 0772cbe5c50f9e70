#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "hipline/app/ports/store.hpp"

namespace hipline::app {

/// What is known of a database without opening it for work.
struct DatabaseState {
  bool exists = false;
  std::uint64_t bytes = 0;
  int version = 0;          ///< of its tables
  int program_version = 0;  ///< of the tables that this program writes
  bool sound = false;       ///< the database's own check of itself
};

/// Notices that a database was written, by whichever program.
class Watch {
 public:
  virtual ~Watch() = default;

  /// A number that is another one after every write. Nothing where another file, or none, has taken the database's
  /// place: whoever has it open then reads what is gone. Errors: as `Databases::open`.
  virtual Result<std::optional<std::int64_t>> version() = 0;
};

/// Opens, looks at and removes databases by the path of their file.
class Databases {
 public:
  virtual ~Databases() = default;

  /// Opens a database and brings its tables up to date; makes it (0600, in a folder 0700) where there is none.
  /// Errors: not_a_database, database_newer, database_locked, database_read_only, database_damaged, disk_full,
  /// cannot_write.
  virtual Result<std::unique_ptr<Store>> open(const std::string& path) = 0;
  /// Watches a database that is there. Errors: as `open`.
  virtual Result<std::unique_ptr<Watch>> watch(const std::string& path) = 0;
  /// Looks without changing anything. Errors: as `open`.
  virtual Result<DatabaseState> inspect(const std::string& path) = 0;
  /// Removes the database's own files. Refuses what is no database of ours. Errors: as `open`.
  virtual Status remove(const std::string& path) = 0;
};

}  // namespace hipline::app
