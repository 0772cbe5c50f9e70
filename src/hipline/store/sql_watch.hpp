#pragma once

#include <sys/stat.h>

#include <memory>
#include <string>

#include "hipline/app/ports/databases.hpp"
#include "hipline/store/connection.hpp"

namespace hipline::store {

/// A connection that only looks whether others have written: SQLite counts the writes of every other connection, also
/// of other programs, and asking costs microseconds.
class SqlWatch final : public app::Watch {
 public:
  static Result<std::unique_ptr<app::Watch>> open(const std::string& path);
  ~SqlWatch() override;
  SqlWatch(const SqlWatch&) = delete;
  SqlWatch& operator=(const SqlWatch&) = delete;

  Result<std::optional<std::int64_t>> version() override;

 private:
  SqlWatch(std::unique_ptr<Connection> connection, const struct stat& file);
  [[nodiscard]] std::unexpected<Error> refused() const;

  std::unique_ptr<Connection> connection_;
  dev_t device_;
  ino_t inode_;
  sqlite_api::sqlite3_stmt* ask_ = nullptr;
};

}  // namespace hipline::store
