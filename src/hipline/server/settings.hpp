#pragma once

#include <optional>
#include <string>

#include "hipline/app/ports/clock.hpp"
#include "hipline/app/ports/databases.hpp"
#include "hipline/app/ports/zones.hpp"
#include "hipline/base/day.hpp"
#include "hipline/catalog/catalog.hpp"

namespace hipline::server {

/// What is the same for every request, from start to end.
struct Settings {
  app::Databases& databases;
  const app::Clock& clock;
  const app::Zones& zones;
  const catalog::Catalog& catalog;
  std::string version;                ///< of the program
  std::string runner_id;              ///< of all rows: this program runs for one person
  std::string database_path;          ///< the runner's own
  std::string made_up_database_path;  ///< of the made-up runner, for looking around
  std::optional<LocalDay> today;      ///< asked for with --today; else the clock's
};

}  // namespace hipline::server
