#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "hipline/app/import/import.hpp"
#include "hipline/app/ports/files.hpp"
#include "hipline/server/premises.hpp"

namespace hipline::server {

/// Whose data: the runner's own, or those of the made-up runner for looking around.
enum class Whose { own, made_up };

/// What one request, or one piece of work in the background, may use of the world. Opened when first asked for; while
/// it lives, its store is its own. It belongs to one thread.
class World {
 public:
  World(Premises& premises, Whose whose) : premises_(premises), whose_(whose), files_(pool().path() + ".originals") {}

  [[nodiscard]] const std::string& runner_id() const { return premises_.settings.runner_id; }
  [[nodiscard]] const std::string& version() const { return premises_.settings.version; }
  [[nodiscard]] const app::Clock& clock() const { return premises_.settings.clock; }
  [[nodiscard]] const app::Zones& zones() const { return premises_.settings.zones; }
  [[nodiscard]] const catalog::Catalog& catalog() const { return premises_.settings.catalog; }
  [[nodiscard]] const std::string& database_path() const { return pool().path(); }
  /// Whether this browser looks around as the made-up runner; every answer says so.
  [[nodiscard]] bool made_up() const { return whose_ == Whose::made_up; }

  /// The phones that may come in, whoever's data are looked at.
  [[nodiscard]] Devices& devices() { return premises_.devices; }
  [[nodiscard]] Pairing& pairing() { return premises_.pairing; }

  /// Never null. Errors: those of `Databases::open`.
  Result<app::Store*> store();
  /// What today was made from the last time; hold it no longer than it takes. Errors: those of `store`.
  Result<StorePool::Kept> kept();
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

  /// Does work after this request, on one thread, piece by piece, with a world of its own on the same data.
  void in_background(std::function<void(World& world)> work);
  /// Gives this world's store back, waits for all others, and removes the database, its originals and a circuit in hand
  /// for good. Removing what is not there is done already.
  Status remove_everything();
  /// The same premises with the made-up runner's data: to make them, and to remove them.
  [[nodiscard]] World of_made_up_runner() { return {premises_, Whose::made_up}; }
  [[nodiscard]] World of_own_runner() { return {premises_, Whose::own}; }

 private:
  [[nodiscard]] StorePool& pool() const { return made_up() ? premises_.made_up : premises_.own; }

  Premises& premises_;
  Whose whose_;
  app::DiskFiles files_;
  std::optional<StorePool::Loan> loan_;
};

}  // namespace hipline::server
