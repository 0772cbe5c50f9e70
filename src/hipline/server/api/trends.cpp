#include "hipline/app/screens/screens.hpp"
#include "hipline/server/api/answers.hpp"

namespace hipline::server {
namespace {

constexpr int usual_days = 90;
constexpr int fewest_days = 7;
constexpr int most_days = 3660;

Result<Reply> get_trends(World& world, const Request& request) {
  const auto days = number_asked(request, "days", fewest_days, most_days);
  if (!days) return std::unexpected(days.error());
  const auto answer = answer_of(world);
  if (!answer) return std::unexpected(answer.error());
  const auto store = world.store();
  const auto promises = app::promises_of(*answer, world.runner_id(), **store, world.catalog());
  if (!promises) return std::unexpected(promises.error());
  return Reply{
      .body = app::trends_screen(*answer, days->value_or(usual_days), *promises, world.catalog(), world.version())};
}

}  // namespace

void add_trends(Routes& routes) {
  routes.add({.method = Method::get, .path = "/api/trends", .handler = get_trends, .keep = Keep::until_written});
}

}  // namespace hipline::server
