#include "hipline/app/screens/screens.hpp"
#include "hipline/server/api/answers.hpp"

namespace hipline::server {
namespace {

Result<Reply> get_library(World& world, const Request&) {
  const auto answer = answer_of(world);
  if (!answer) return std::unexpected(answer.error());
  return Reply{.body = app::library_screen(*answer, world.catalog(), world.version())};
}

Result<Reply> get_exercise(World& world, const Request& request) {
  const auto answer = answer_of(world);
  if (!answer) return std::unexpected(answer.error());
  return as_json(app::exercise_screen(*answer, request.named.at("exercise"), world.catalog(), world.version()));
}

Result<Reply> mix(World& world, const Request& request) {
  const auto answer = answer_of(world);
  if (!answer) return std::unexpected(answer.error());
  return as_json(app::mix_screen(*answer, request.body, world.catalog(), world.version()));
}

Result<Reply> keep_favourites(World& world, const Request& request) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto today = world.today();
  if (!today) return std::unexpected(today.error());
  const Status kept =
      app::keep_favourites(world.runner_id(), request.body, *today, **store, world.catalog(), world.zones());
  if (!kept) return std::unexpected(kept.error());
  return get_library(world, request);
}

Result<Reply> add_own(World& world, const Request& request) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto today = world.today();
  if (!today) return std::unexpected(today.error());
  const Status added = app::add_own_exercise(world.runner_id(), request.body, *today, **store, world.zones());
  if (!added) return std::unexpected(added.error());
  return get_library(world, request);
}

Result<Reply> remove_own(World& world, const Request& request) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const Status removed = app::remove_own_exercise(world.runner_id(), request.named.at("id"), **store, world.zones());
  if (!removed) return std::unexpected(removed.error());
  return get_library(world, request);
}

}  // namespace

void add_library(Routes& routes) {
  routes.add({.method = Method::get, .path = "/api/library", .handler = get_library, .keep = Keep::until_written});
  routes.add({.method = Method::get, .path = "/api/library/{exercise}", .handler = get_exercise});
  routes.add({.method = Method::post, .path = "/api/mix", .handler = mix});
  routes.add({.method = Method::put, .path = "/api/favourites", .handler = keep_favourites});
  routes.add({.method = Method::post, .path = "/api/own-exercises", .handler = add_own});
  routes.add({.method = Method::remove, .path = "/api/own-exercises/{id}", .handler = remove_own});
}

}  // namespace hipline::server
