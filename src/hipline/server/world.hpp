#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "hipline/app/import/import.hpp"
#include "hipline/app/ports/files.hpp"
#include "hipline/server/background.hpp"
#include "hipline/server/settings.hpp"
#include "hipline/server/store_pool.hpp"

namespace hipline::server {

/// What one request, or one piece of work in the background, may use of the world. Opened when first asked for; while
/// it lives, its store is its own. It belongs to one thread.
class World {
 public:
  World(const Settings& settings, StorePool& pool, Background& background)
      : settings_(settings), pool_(pool), background_(background), files_(pool.path() + ".originals") {}

  [[nodiscard]] const std::string& runner_id() const { return settings_.runner_id; }
  [[nodiscard]] const std::string& version() const { return settings_.version; }
  [[nodiscard]] const app::Clock& clock() const { return settings_.clock; }
  [[nodiscard]] const app::Zones& zones() const { return settings_.zones; }
  [[nodiscard]] const catalog::Catalog& catalog() const { return settings_.catalog; }
  /// Where the data of this request lie: the runner's own, or the made-up runner's.
  [[nodiscard]] const std::string& database_path() const { return pool_.path(); }
  /// Whether this browser looks around as the made-up runner; every answer says so.
  [[nodiscard]] bool made_up() const { return pool_.path() == settings_.made_up_database_path; }

  /// Never null. Errors: those of `Databases::open`.
  Result<app::Store*> store();
  /// Files of the disk, with originals beside the database.
  [[nodiscard]] app::Files& files() { return files_; }

  /// The runner's zone once set up, else this machine's.
  Result<std::string> zone();
  /// The day that was asked for at the start, else that of the clock in the runner's zone.
  Result<LocalDay> today();
  /// The moment up to which things are known: absent where a day was asked for, the whole of which has been told.
  [[nodiscard]] std::optional<Instant> now() const;
  /// The moment to note something at.
  Result<Instant> moment();

  /// Does work after this request, on one thread, piece by piece, with a world of its own on the same database.
  void in_background(std::function<void(World& world)> work);
  /// Gives this world's store back, waits for all others, and removes the database and its originals for good.
  Status remove_everything();

 private:
  const Settings& settings_;
  StorePool& pool_;
  Background& background_;
  app::DiskFiles files_;
  std::optional<StorePool::Loan> loan_;
};

}  // namespace hipline::server
