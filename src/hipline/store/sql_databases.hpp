#pragma once

#include "hipline/app/ports/databases.hpp"

namespace hipline::store {

/// Databases in SQLite files.
class SqlDatabases final : public app::Databases {
 public:
  Result<std::unique_ptr<app::Store>> open(const std::string& path) override;
  Result<std::unique_ptr<app::Watch>> watch(const std::string& path) override;
  Result<app::DatabaseState> inspect(const std::string& path) override;
  Status remove(const std::string& path) override;
};

}  // namespace hipline::store
