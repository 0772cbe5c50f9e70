#include "hipline/app/runs/run_list.hpp"
#include "hipline/server/api/answers.hpp"

namespace hipline::server {
namespace {

constexpr int usual_days = 90;
constexpr int fewest_days = 7;
constexpr int most_days = 3660;

Result<Reply> get_runs(World& world, const Request& request) {
  const auto days = number_asked(request, "days", fewest_days, most_days);
  if (!days) return std::unexpected(days.error());
  const auto today = world.today();
  if (!today) return std::unexpected(today.error());
  const auto store = world.store();
  if (!store) return std::unexpected(store.error());
  auto page = app::runs_page(world.runner_id(), *today - (days->value_or(usual_days) - 1), *today, **store,
                             world.catalog(), world.version());
  if (!page) return std::unexpected(page.error());
  return Reply{.body = std::move(page->json)};
}

}  // namespace

void add_runs(Routes& routes) {
  routes.add({.method = Method::get, .path = "/api/runs", .handler = get_runs, .keep = Keep::until_written});
}

}  // namespace hipline::server
