#include "hipline/app/screens/screens.hpp"
#include "hipline/server/api/answers.hpp"

namespace hipline::server {
namespace {

Result<Reply> get_plan(World& world, const Request&) {
  const auto answer = answer_of(world);
  if (!answer) return std::unexpected(answer.error());
  const auto store = world.store();
  const auto moves = (*store)->plan_moves(world.runner_id());
  if (!moves) return std::unexpected(moves.error());
  return Reply{.body = app::plan_screen(*answer, *moves, world.catalog(), world.version())};
}

Result<Reply> move_day(World& world, const Request& request) {
  const auto answer = answer_of(world);
  if (!answer) return std::unexpected(answer.error());
  const auto at = world.moment();
  if (!at) return std::unexpected(at.error());
  const auto wish = app::move_request(request.body, *answer, *at);
  if (!wish) return std::unexpected(wish.error());
  const auto store = world.store();
  const auto moves = (*store)->plan_moves(world.runner_id());
  if (!moves) return std::unexpected(moves.error());
  return as_json(app::move_screen(*wish, *answer, *moves, **store, world.catalog(), world.version()));
}

Result<Reply> undo(World& world, const Request& request) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto at = world.moment();
  if (!at) return std::unexpected(at.error());
  const Status undone = (*store)->undo_plan_move(world.runner_id(), *at);
  if (!undone) return std::unexpected(undone.error());
  return get_plan(world, request);
}

}  // namespace

void add_plan(Routes& routes) {
  routes.add({.method = Method::get, .path = "/api/plan", .handler = get_plan, .keep = Keep::until_written});
  routes.add({.method = Method::post, .path = "/api/plan/moves", .handler = move_day});
  routes.add({.method = Method::remove, .path = "/api/plan/moves/last", .handler = undo});
}

}  // namespace hipline::server
