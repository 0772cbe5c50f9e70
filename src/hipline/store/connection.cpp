#include "hipline/store/connection.hpp"

#include <fmt/format.h>

namespace hipline::store {

namespace lite = sqlite_api;

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, Access access) {
  // The library reads a line of key="value" pairs, in which a quotation mark cannot be written.
  if (path.find('"') != std::string::npos)
    return failure("bad_path", path,
                   fmt::format("The path {} has a quotation mark in it; please choose another one.", path));
  std::unique_ptr<Connection> connection(new Connection(path));
  const auto opened = connection->guarded([&] {
    connection->sql_.open(soci::sqlite3,
                          fmt::format("db=\"{}\"{}", path, access == Access::look ? " readonly=true" : ""));
  });
  if (!opened) return std::unexpected(opened.error());
  lite::sqlite3_busy_timeout(connection->handle(), patience_ms);
  return connection;
}

lite::sqlite3* Connection::handle() { return static_cast<soci::sqlite3_session_backend*>(sql_.get_backend())->conn_; }

Status Connection::run(const std::string& statements) {
  const int result = lite::sqlite3_exec(handle(), statements.c_str(), nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) return std::unexpected(as_error(result, lite::sqlite3_errmsg(handle())));
  return {};
}

Status Connection::in_transaction(const std::function<Status()>& work) {
  if (inside_) return work();
  // Immediate, so that a locked database is noticed before the work and not in the middle of it.
  if (const Status begun = run("BEGIN IMMEDIATE"); !begun) return begun;
  inside_ = true;
  Status done = work();
  inside_ = false;
  if (done) done = run("COMMIT");
  // SQLite has rolled back by itself after some failures; a second rollback then only says so.
  if (!done && lite::sqlite3_get_autocommit(handle()) == 0) static_cast<void>(run("ROLLBACK"));
  return done;
}

Error Connection::as_error(const soci::soci_error& error) const {
  const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error);
  return as_error(sqlite ? sqlite->result() : SQLITE_ERROR, error.what());
}

Error Connection::as_error(int sqlite_result, const std::string& words) const {
  const auto error = [&](std::string code, std::string sentence) {
    return Error{std::move(code), path_, std::move(sentence)};
  };
  switch (sqlite_result & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return error("database_locked", fmt::format("Another program is using the database {}. Close it and try again; "
                                                  "nothing was changed.",
                                                  path_));
    case SQLITE_FULL:
      return error("disk_full",
                   fmt::format("The disk is full: the database {} could not grow. Make some room and try again; "
                               "nothing was changed.",
                               path_));
    case SQLITE_IOERR:
      return error("disk_error",
                   fmt::format("The disk did not take or give what was asked of the database {} (it may be full or "
                               "failing). Nothing was changed.",
                               path_));
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return error("database_read_only",
                   fmt::format("The database {} or its folder cannot be written to. Nothing was changed.", path_));
    case SQLITE_CANTOPEN:
      return error("cannot_open_database",
                   fmt::format("The database {} cannot be opened: is its folder there, and may you write "
                               "to it?",
                               path_));
    case SQLITE_CORRUPT:
      return error("database_damaged",
                   fmt::format("The database {} is damaged. Bring back an export with `hipline restore`, "
                               "or move the file away and import your runs again.",
                               path_));
    case SQLITE_NOTADB: return error("not_a_database", fmt::format("{} is not a database of Hipline.", path_));
    default:
      return error("store_failed", fmt::format("The database {} refused: {}. Nothing was changed.", path_, words));
  }
}

}  // namespace hipline::store
