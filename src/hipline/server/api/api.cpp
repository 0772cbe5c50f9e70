#include "hipline/server/api/api.hpp"

#include <nlohmann/json.hpp>

#include "hipline/server/world.hpp"

namespace hipline::server {
namespace {

/// What runs here and where the data lie.
Result<Reply> about(World& world, const Request&) {
  const nlohmann::ordered_json answer = {{"program_version", world.version()},
                                         {"content", world.catalog().hash},
                                         {"database", world.database_path()},
                                         {"made_up", world.made_up()}};
  return Reply{.body = answer.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

}  // namespace

Routes api_routes() {
  Routes routes;
  routes.add({.method = Method::get, .path = "/api/about", .handler = about});
  return routes;
}

}  // namespace hipline::server
