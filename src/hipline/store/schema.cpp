#include "hipline/store/schema.hpp"

#include <fmt/format.h>

#include "hipline/store/migrations.hpp"

namespace hipline::store {
namespace {

/// "Hipl": written into the file's header, so that no other program's database is taken for ours.
constexpr int application_id = 0x4869706c;

}  // namespace

int newest_version() { return migrations().back().number; }

Result<int> table_version(Connection& connection) {
  int tables = 0;
  int ours = 0;
  int version = 0;
  const auto looked = connection.guarded([&] {
    connection.sql() << "SELECT count(*) FROM sqlite_master", soci::into(tables);
    connection.sql() << "PRAGMA application_id", soci::into(ours);
    if (tables > 0 && ours == application_id)
      connection.sql() << "SELECT max(version) FROM schema_version", soci::into(version);
  });
  if (!looked) return std::unexpected(looked.error());
  if (tables > 0 && ours != application_id)
    return failure("not_a_database", connection.path(),
                   fmt::format("{} is a database of another program, not of Hipline.", connection.path()));
  if (version > newest_version())
    return failure(
        "database_newer", connection.path(),
        fmt::format("The database {} was written by a newer Hipline (its tables are at version {}, this program knows "
                    "{}). Please update Hipline; nothing was changed.",
                    connection.path(), version, newest_version()));
  return version;
}

Status bring_up_to_date(Connection& connection) {
  const auto version = table_version(connection);
  if (!version) return std::unexpected(version.error());
  if (*version == newest_version()) return {};
  return connection.in_transaction([&]() -> Status {
    // Read again: another program may have been quicker while we waited for the lock.
    const auto now = table_version(connection);
    if (!now) return std::unexpected(now.error());
    if (*now == 0) {
      const Status begun = connection.run(fmt::format(
          "PRAGMA application_id = {}; CREATE TABLE schema_version (version BIGINT PRIMARY KEY, name TEXT NOT NULL, "
          "applied_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP);",
          application_id));
      if (!begun) return begun;
    }
    for (const Migration& migration : migrations()) {
      if (migration.number <= *now) continue;
      if (const Status done = connection.run(migration.statements); !done) return done;
      const Status noted = connection.run(fmt::format("INSERT INTO schema_version (version, name) VALUES ({}, '{}')",
                                                      migration.number, migration.name));
      if (!noted) return noted;
    }
    return {};
  });
}

}  // namespace hipline::store
