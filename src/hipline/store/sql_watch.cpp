#include "hipline/store/sql_watch.hpp"

namespace hipline::store {

namespace lite = sqlite_api;

Result<std::unique_ptr<app::Watch>> SqlWatch::open(const std::string& path) {
  // The file first: one that takes its place while we open is then noticed at the first look.
  struct stat file {};
  if (::stat(path.c_str(), &file) != 0)
    return failure("cannot_open_database", path, "The database " + path + " is not there.");
  auto connection = Connection::open(path, Access::write);
  if (!connection) return std::unexpected(connection.error());
  std::unique_ptr<SqlWatch> watch(new SqlWatch(std::move(*connection), file));
  if (lite::sqlite3_prepare_v2(watch->connection_->handle(), "PRAGMA data_version", -1, &watch->ask_, nullptr) !=
      SQLITE_OK)
    return watch->refused();
  return watch;
}

SqlWatch::SqlWatch(std::unique_ptr<Connection> connection, const struct stat& file)
    : connection_(std::move(connection)), device_(file.st_dev), inode_(file.st_ino) {}

SqlWatch::~SqlWatch() { lite::sqlite3_finalize(ask_); }

Result<std::optional<std::int64_t>> SqlWatch::version() {
  struct stat file {};
  if (::stat(connection_->path().c_str(), &file) != 0 || file.st_dev != device_ || file.st_ino != inode_)
    return std::nullopt;
  const int step = lite::sqlite3_step(ask_);
  const std::int64_t number = step == SQLITE_ROW ? lite::sqlite3_column_int64(ask_, 0) : 0;
  const int reset = lite::sqlite3_reset(ask_);
  if (step != SQLITE_ROW || reset != SQLITE_OK) return refused();
  return number;
}

std::unexpected<Error> SqlWatch::refused() const {
  return std::unexpected(
      connection_->as_error(lite::sqlite3_errcode(connection_->handle()), lite::sqlite3_errmsg(connection_->handle())));
}

}  // namespace hipline::store
