#include "hipline/cli/context.hpp"

#include <cstdlib>
#include <filesystem>

#include "hipline/app/content/content.hpp"
#include "hipline/app/today/day_in_force.hpp"
#include "hipline/cli/version.hpp"

namespace hipline::cli {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

}  // namespace

std::string Context::version() const { return program_version; }

Result<std::string> Context::database_path() const {
  if (!options.database.empty()) return options.database;
  fs::path data = environment("XDG_DATA_HOME");
  if (!data.is_absolute()) {
    const std::string home = environment("HOME");
    if (home.empty())
      return failure("no_home", "HOME",
                     "There is no HOME folder to keep your data in: name a database with --db FILE.");
    data = fs::path(home) / ".local" / "share";
  }
  return (data / "hipline" / "hipline.db").string();
}

Result<app::Store*> Context::store() {
  if (!store_) {
    const auto path = database_path();
    if (!path) return std::unexpected(path.error());
    auto opened = databases_.open(*path);
    if (!opened) return std::unexpected(opened.error());
    store_ = std::move(*opened);
  }
  return store_.get();
}

Result<app::Files*> Context::files() {
  if (!files_) {
    const auto path = database_path();
    if (!path) return std::unexpected(path.error());
    // Two databases in one folder keep their originals apart.
    files_ = std::make_unique<app::DiskFiles>(*path + ".originals");
  }
  return files_.get();
}

Result<const catalog::Catalog*> Context::catalog() {
  if (!catalog_) {
    auto loaded = app::load_catalog(options.content);
    if (!loaded) return std::unexpected(loaded.error());
    catalog_ = std::move(*loaded);
  }
  return &*catalog_;
}

Result<std::string> Context::zone() {
  const auto opened = store();
  if (!opened) return std::unexpected(opened.error());
  return app::zone_of(runner_id_, **opened, zones_);
}

Result<LocalDay> Context::today() {
  if (!options.today.empty()) {
    const auto day = LocalDay::parse(options.today);
    if (!day) return failure(day.error().code, "--today", day.error().message);
    return *day;
  }
  const auto where = zone();
  if (!where) return std::unexpected(where.error());
  return app::local_day(zones_, *where, clock_.now());
}

std::optional<Instant> Context::now() const {
  if (!options.today.empty()) return std::nullopt;
  return clock_.now();
}

Result<Instant> Context::moment() {
  if (options.today.empty()) return clock_.now();
  const auto day = today();
  if (!day) return std::unexpected(day.error());
  const auto where = zone();
  if (!where) return std::unexpected(where.error());
  return app::same_time_on(*day, clock_.now(), *where, zones_);
}

}  // namespace hipline::cli
