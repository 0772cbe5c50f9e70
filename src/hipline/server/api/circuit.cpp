#include "hipline/app/screens/screens.hpp"
#include "hipline/server/api/answers.hpp"

namespace hipline::server {
namespace {

constexpr int longest_minutes = 240;

Result<Reply> get_circuit(World& world, const Request& request) {
  const auto minutes = number_asked(request, "minutes", 1, longest_minutes);
  if (!minutes) return std::unexpected(minutes.error());
  const auto answer = answer_of(world);
  if (!answer) return std::unexpected(answer.error());
  return as_json(app::circuit_screen(*answer, *minutes, world.catalog(), world.version()));
}

Result<Reply> keep_session(World& world, const Request& request) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto today = world.today();
  if (!today) return std::unexpected(today.error());
  const auto now = world.moment();
  if (!now) return std::unexpected(now.error());
  return as_json(app::keep_circuit_session(world.runner_id(), request.body, *today, *now, world.made_up(), **store,
                                           world.catalog()));
}

Result<Reply> get_log(World& world, const Request&) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto log = (*store)->circuit_log(world.runner_id());
  if (!log) return std::unexpected(log.error());
  return Reply{.body = app::circuit_log_screen(*log, world.made_up(), world.catalog())};
}

Result<Reply> undo_entry(World& world, const Request& request) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto entry = number_named(request, "entry");
  if (!entry) return std::unexpected(entry.error());
  const auto now = world.moment();
  if (!now) return std::unexpected(now.error());
  const Status undone = (*store)->undo_circuit_entry(world.runner_id(), *entry, *now);
  if (!undone) return std::unexpected(undone.error());
  return get_log(world, request);
}

}  // namespace

void add_circuit(Routes& routes) {
  routes.add({.method = Method::get, .path = "/api/circuit", .handler = get_circuit, .keep = Keep::until_written});
  routes.add({.method = Method::post, .path = "/api/circuit/sessions", .handler = keep_session});
  routes.add({.method = Method::get, .path = "/api/circuit/log", .handler = get_log});
  routes.add({.method = Method::remove, .path = "/api/circuit/log/{entry}", .handler = undo_entry});
}

}  // namespace hipline::server
