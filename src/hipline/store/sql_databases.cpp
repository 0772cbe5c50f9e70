#include "hipline/store/sql_databases.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "hipline/store/schema.hpp"
#include "hipline/store/sql_store.hpp"
#include "hipline/store/sql_watch.hpp"

namespace hipline::store {
namespace {

namespace fs = std::filesystem;

constexpr const char* companions[] = {"", "-wal", "-shm", "-journal"};

std::unexpected<Error> cannot_create(const std::string& path, int reason) {
  if (reason == ENOSPC || reason == EDQUOT)
    return failure("disk_full", path, fmt::format("The disk is full: {} could not be made.", path));
  return failure("cannot_write", path, fmt::format("{} cannot be made: {}.", path, std::strerror(reason)));
}

std::unexpected<Error> not_ours(const std::string& path) {
  return failure("not_a_database", path, fmt::format("{} is not a database of Hipline. Nothing was changed.", path));
}

/// Makes the missing folders of a path, each for its owner alone (0700).
Status make_private_folders(const fs::path& folder) {
  if (folder.empty() || fs::is_directory(folder)) return {};
  if (const Status above = make_private_folders(folder.parent_path()); !above) return above;
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return cannot_create(folder.string(), errno);
  return {};
}

/// True where the file was not there and now is, empty and for its owner alone (0600).
Result<bool> make_if_missing(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file >= 0) {
    ::close(file);
    return true;
  }
  if (errno == EEXIST) return false;
  return cannot_create(path, errno);
}

/// Looks at the first bytes, since SQLite itself notices late. An empty file is a database without tables.
Status looks_like_a_database(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0)
    return failure("cannot_open_database", path,
                   fmt::format("The database {} cannot be opened: {}.", path, std::strerror(errno)));
  constexpr std::string_view beginning{"SQLite format 3\0", 16};
  char first[16] = {};
  const ::ssize_t got = ::read(file, first, sizeof first);
  ::close(file);
  if (got == 0 || (got == 16 && std::string_view(first, 16) == beginning)) return {};
  return not_ours(path);
}

/// The rest of opening, once the file is there.
Result<std::unique_ptr<app::Store>> open_existing(const std::string& path) {
  if (const Status seen = looks_like_a_database(path); !seen) return std::unexpected(seen.error());
  auto connection = Connection::open(path, Access::write);
  if (!connection) return std::unexpected(connection.error());
  // First the version, which only reads: a newer database must stay exactly as it is.
  if (const auto version = table_version(**connection); !version) return std::unexpected(version.error());
  // Pages of 16 kB where the database is new: most of it is series, and an import writes them in a quarter of the
  // calls.
  if (const Status set = (*connection)
                             ->run("PRAGMA page_size = 16384; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
                                   "PRAGMA foreign_keys = ON;");
      !set)
    return std::unexpected(set.error());
  if (const Status ready = bring_up_to_date(**connection); !ready) return std::unexpected(ready.error());
  return std::make_unique<SqlStore>(std::move(*connection));
}

void remove_files(const std::string& path) {
  std::error_code ignored;
  for (const char* companion : companions) fs::remove(path + companion, ignored);
}

}  // namespace

Result<std::unique_ptr<app::Store>> SqlDatabases::open(const std::string& given) {
  const std::string path = fs::absolute(given).lexically_normal().string();
  if (fs::is_directory(path))
    return failure("not_a_database", path, fmt::format("{} is a folder, not a database.", path));
  if (const Status folders = make_private_folders(fs::path(path).parent_path()); !folders)
    return std::unexpected(folders.error());
  const auto made = make_if_missing(path);
  if (!made) return std::unexpected(made.error());
  auto store = open_existing(path);
  if (!store && *made) remove_files(path);
  return store;
}

Result<std::unique_ptr<app::Watch>> SqlDatabases::watch(const std::string& given) {
  const std::string path = fs::absolute(given).lexically_normal().string();
  return SqlWatch::open(path);
}

Result<app::DatabaseState> SqlDatabases::inspect(const std::string& given) {
  const std::string path = fs::absolute(given).lexically_normal().string();
  app::DatabaseState state;
  state.program_version = newest_version();
  std::error_code error;
  state.exists = fs::is_regular_file(path, error);
  if (!state.exists) {
    if (fs::exists(path, error)) return not_ours(path);
    return state;
  }
  state.bytes = fs::file_size(path, error);
  if (const Status seen = looks_like_a_database(path); !seen) return std::unexpected(seen.error());
  auto connection = Connection::open(path, Access::look);
  if (!connection) return std::unexpected(connection.error());
  const auto version = table_version(**connection);
  if (!version) return std::unexpected(version.error());
  state.version = *version;
  std::string check;
  const auto checked =
      (*connection)->guarded([&] { (*connection)->sql() << "PRAGMA quick_check(1)", soci::into(check); });
  if (!checked) return std::unexpected(checked.error());
  state.sound = check == "ok";
  return state;
}

Status SqlDatabases::remove(const std::string& given) {
  const std::string path = fs::absolute(given).lexically_normal().string();
  std::error_code error;
  if (!fs::exists(path, error)) return failure("no_such_file", path, fmt::format("There is no database at {}.", path));
  // Opening for work proves that it is ours, and taking the write lock that nobody else is busy with it.
  auto connection = [&]() -> Result<std::unique_ptr<Connection>> {
    if (const Status seen = looks_like_a_database(path); !seen) return std::unexpected(seen.error());
    return Connection::open(path, Access::write);
  }();
  if (!connection) return std::unexpected(connection.error());
  if (const auto version = table_version(**connection); !version) return std::unexpected(version.error());
  if (const Status free = (*connection)->in_transaction([] { return Status(); }); !free) return free;
  connection->reset();
  for (const char* companion : companions) {
    fs::remove(path + companion, error);
    if (error)
      return failure("cannot_write", path + companion,
                     fmt::format("{} cannot be removed: {}.", path + companion, error.message()));
  }
  return {};
}

}  // namespace hipline::store
