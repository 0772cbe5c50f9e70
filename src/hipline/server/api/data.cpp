// Everything at once: taken along, brought back, deleted.
#include "hipline/app/export/export.hpp"
#include "hipline/app/screens/screens.hpp"
#include "hipline/server/api/answers.hpp"

namespace hipline::server {
namespace {

Result<Reply> export_all(World& world, const Request&) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto today = world.today();
  if (!today) return std::unexpected(today.error());
  auto all = app::export_everything(world.runner_id(), world.version(),
                                    {**store, world.files(), world.clock(), world.zones()});
  if (!all) return std::unexpected(all.error());
  return Reply{.body = std::move(*all), .file_name = "hipline-" + today->iso() + ".json"};
}

Result<Reply> restore(World& world, const Request& request) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto exported = sent(request);
  if (!exported) return std::unexpected(exported.error());
  const auto restored = app::restore_everything(*exported, world.runner_id(), world.version(),
                                                {**store, world.files(), world.clock(), world.zones()});
  if (!restored) return std::unexpected(restored.error());
  const auto about = about_json(world);
  if (!about) return std::unexpected(about.error());
  return Reply{.body = app::restored_json(restored->runs, restored->originals, restored->check_ins, restored->decisions,
                                          *about)};
}

Result<Reply> remove_all(World& world, const Request& request) {
  const auto sure = request.query.find("confirm");
  if (sure == request.query.end() || sure->second != "everything")
    return failure("not_confirmed", "confirm", "Deleting cannot be undone: say so with ?confirm=everything.");
  // First those who could still look: whatever goes wrong afterwards, they are out.
  if (!world.made_up())
    if (const Status revoked = world.devices().revoke_all(); !revoked) return std::unexpected(revoked.error());
  if (const Status removed = world.remove_everything(); !removed) return std::unexpected(removed.error());
  return as_json(about_json(world));
}

}  // namespace

void add_data(Routes& routes) {
  routes.add({.method = Method::get, .path = "/api/export", .handler = export_all});
  routes.add({.method = Method::post,
              .path = "/api/restore",
              .handler = restore,
              .body_limit = upload_limit,
              .body_lies = BodyLies::on_disk});
  routes.add({.method = Method::remove, .path = "/api/data", .handler = remove_all});
}

}  // namespace hipline::server
