#pragma once

#include <functional>
#include <memory>
#include <string>
#include <type_traits>

#include "hipline/store/soci.hpp"

#include "hipline/base/error.hpp"

namespace hipline::store {

enum class Access { write, look };

/// One open database. What the library throws stops here and becomes an Error with the database's path.
class Connection {
 public:
  /// How long another program may hold the database before we give up.
  static constexpr int patience_ms = 2000;

  /// Errors: see `as_error`.
  static Result<std::unique_ptr<Connection>> open(const std::string& path, Access access);

  [[nodiscard]] soci::session& sql() { return sql_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] bool inside_transaction() const { return inside_; }
  /// SQLite's own handle: for migrations of several statements, and for faults injected by tests.
  [[nodiscard]] sqlite_api::sqlite3* handle();

  /// Runs work that may throw the library's exceptions and answers with its result.
  template <typename Work>
  auto guarded(Work work) -> Result<std::invoke_result_t<Work>> {
    using Answer = std::invoke_result_t<Work>;
    try {
      if constexpr (std::is_void_v<Answer>) {
        work();
        return {};
      } else {
        return work();
      }
    } catch (const soci::soci_error& error) {
      return std::unexpected(as_error(error));
    }
  }

  /// Runs statements that give no rows.
  Status run(const std::string& statements);

  /// All of the work or none of it. Inside another transaction it joins that one.
  Status in_transaction(const std::function<Status()>& work);

  /// database_locked, disk_full, disk_error, database_read_only, database_damaged, not_a_database, cannot_write or
  /// store_failed.
  [[nodiscard]] Error as_error(const soci::soci_error& error) const;
  [[nodiscard]] Error as_error(int sqlite_result, const std::string& words) const;

 private:
  explicit Connection(std::string path) : path_(std::move(path)) {}

  std::string path_;
  soci::session sql_;
  bool inside_ = false;
};

}  // namespace hipline::store
