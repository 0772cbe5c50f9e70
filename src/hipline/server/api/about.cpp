#include "hipline/app/screens/screens.hpp"
#include "hipline/server/api/answers.hpp"

namespace hipline::server {
namespace {

Result<Reply> about(World& world, const Request&) { return as_json(about_json(world)); }

Result<std::string> settings_json(World& world) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto settings = app::load_page_settings(world.runner_id(), **store);
  if (!settings) return std::unexpected(settings.error());
  const auto runner = (*store)->runner(world.runner_id());
  if (!runner) return std::unexpected(runner.error());
  return app::settings_screen(*settings, *runner ? (*runner)->units : model::Units::metric);
}

Result<Reply> get_settings(World& world, const Request&) { return as_json(settings_json(world)); }

Result<Reply> keep_settings(World& world, const Request& request) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const Status kept = app::keep_page_settings(world.runner_id(), request.body, **store, world.zones());
  if (!kept) return std::unexpected(kept.error());
  return as_json(settings_json(world));
}

}  // namespace

void add_about(Routes& routes) {
  routes.add({.method = Method::get, .path = "/api/about", .handler = about});
  routes.add({.method = Method::get, .path = "/api/settings", .handler = get_settings});
  routes.add({.method = Method::put, .path = "/api/settings", .handler = keep_settings});
}

}  // namespace hipline::server
