#include "hipline/app/screens/screens.hpp"
#include "hipline/server/api/answers.hpp"

namespace hipline::server {

Result<std::string> today_json(World& world) {
  const auto answer = answer_of(world);
  if (!answer) return std::unexpected(answer.error());
  const auto store = world.store();
  const auto promises = app::promises_of(*answer, world.runner_id(), **store, world.catalog());
  if (!promises) return std::unexpected(promises.error());
  return app::today_screen(*answer, *promises, world.catalog(), world.version());
}

namespace {

Result<Reply> get_today(World& world, const Request&) { return as_json(today_json(world)); }

Result<Reply> get_advice(World& world, const Request&) {
  const auto answer = answer_of(world);
  if (!answer) return std::unexpected(answer.error());
  return Reply{.body = app::advice_screen(*answer, world.catalog())};
}

Result<Reply> keep_advice(World& world, const Request& request) {
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  const auto today = world.today();
  if (!today) return std::unexpected(today.error());
  const auto at = world.moment();
  if (!at) return std::unexpected(at.error());
  const Status kept = app::keep_advice(world.runner_id(), request.body, *today, *at, **store);
  if (!kept) return std::unexpected(kept.error());
  return get_today(world, request);
}

Result<Reply> get_note(World& world, const Request& request) {
  const auto wish = request.query.find("private");
  const std::string word = wish == request.query.end() ? "no" : wish->second;
  if (word != "yes" && word != "no") return failure("bad_answer", "private", "Write yes or no.");
  const auto answer = answer_of(world);
  if (!answer) return std::unexpected(answer.error());
  return Reply{.body = app::note_screen(*answer, word == "yes", world.catalog(), world.version())};
}

Result<Reply> get_race(World& world, const Request&) {
  const auto answer = answer_of(world);
  if (!answer) return std::unexpected(answer.error());
  return Reply{.body = app::race_screen(*answer, world.catalog(), world.version())};
}

}  // namespace

void add_today(Routes& routes) {
  routes.add({.method = Method::get, .path = "/api/today", .handler = get_today, .keep = Keep::until_written});
  routes.add({.method = Method::get, .path = "/api/advice", .handler = get_advice});
  routes.add({.method = Method::post, .path = "/api/advice", .handler = keep_advice});
  routes.add({.method = Method::get, .path = "/api/note", .handler = get_note});
  routes.add({.method = Method::get, .path = "/api/race", .handler = get_race});
}

}  // namespace hipline::server
