#pragma once

#include <memory>
#include <optional>
#include <string>

#include "hipline/app/ports/clock.hpp"
#include "hipline/app/ports/databases.hpp"
#include "hipline/app/ports/files.hpp"
#include "hipline/app/ports/zones.hpp"
#include "hipline/catalog/catalog.hpp"

namespace hipline::cli {

/// The options that every command has.
struct CommonOptions {
  bool json = false;
  std::string database;  ///< --db; empty: the usual place
  std::string today;     ///< --today; empty: the clock
  std::string content;   ///< --content; empty: what is built in
};

/// What commands need of the world, opened when first asked for.
class Context {
 public:
  Context(app::Databases& databases, const app::Clock& clock, const app::Zones& zones)
      : databases_(databases), clock_(clock), zones_(zones) {}

  CommonOptions options;
  int exit_code = 0;  ///< of the command that ran

  /// This program runs for one person: the id of all their rows.
  [[nodiscard]] const std::string& runner_id() const { return runner_id_; }
  [[nodiscard]] std::string version() const;
  [[nodiscard]] app::Databases& databases() { return databases_; }
  [[nodiscard]] const app::Clock& clock() const { return clock_; }
  [[nodiscard]] const app::Zones& zones() const { return zones_; }

  /// The file of --db, else $XDG_DATA_HOME/hipline/hipline.db or ~/.local/share/hipline/hipline.db. Errors: no_home.
  Result<std::string> database_path() const;
  /// Opens the database, and makes it where there is none. Never null. Errors: those of `Databases::open`.
  Result<app::Store*> store();
  /// Files of the disk, with originals beside the database. Never null.
  Result<app::Files*> files();
  /// Content, read once. Never null. Errors: those of `load_catalog`.
  Result<const catalog::Catalog*> catalog();

  /// The runner's zone once set up, else this machine's.
  Result<std::string> zone();
  /// --today, else the day of the clock in the runner's zone. Errors: bad_date.
  Result<LocalDay> today();
  /// The moment up to which things are known: absent with --today, when the whole of that day has been told.
  [[nodiscard]] std::optional<Instant> now() const;
  /// The moment to note something at: the clock's, and with --today the same time of day on that day.
  Result<Instant> moment();

 private:
  app::Databases& databases_;
  const app::Clock& clock_;
  const app::Zones& zones_;
  std::string runner_id_ = "me";
  std::unique_ptr<app::Store> store_;
  std::unique_ptr<app::Files> files_;
  std::optional<catalog::Catalog> catalog_;
};

}  // namespace hipline::cli
