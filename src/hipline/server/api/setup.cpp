#include "hipline/app/screens/screens.hpp"
#include "hipline/server/api/answers.hpp"

namespace hipline::server {
namespace {

Result<Reply> get_setup(World& world, const Request&) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  return as_json(app::setup_screen(world.runner_id(), **store, world.catalog(), world.zones()));
}

Result<Reply> tell_setup(World& world, const Request& request) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto today = world.today();
  if (!today) return std::unexpected(today.error());
  const Status told = app::tell_setup(world.runner_id(), request.body, *today, **store, world.catalog(), world.zones());
  if (!told) return std::unexpected(told.error());
  return get_setup(world, request);
}

}  // namespace

void add_setup(Routes& routes) {
  routes.add({.method = Method::get, .path = "/api/setup", .handler = get_setup});
  routes.add({.method = Method::patch, .path = "/api/setup", .handler = tell_setup});
}

}  // namespace hipline::server
