#include "hipline/server/world.hpp"

#include <utility>

#include "hipline/app/guide/kept_guide.hpp"
#include "hipline/app/today/day_in_force.hpp"

namespace hipline::server {

Result<app::Store*> World::store() {
  if (!loan_) {
    auto lent = pool().lend();
    if (!lent) return std::unexpected(lent.error());
    loan_.emplace(std::move(*lent));
  }
  return &loan_->store();
}

Result<StorePool::Kept> World::kept() {
  if (const auto opened = store(); !opened) return std::unexpected(opened.error());
  return loan_->kept();
}

Result<std::string> World::zone() {
  const auto opened = store();
  if (!opened) return std::unexpected(opened.error());
  return app::zone_of(runner_id(), **opened, zones());
}

Result<LocalDay> World::today() {
  if (premises_.settings.today) return *premises_.settings.today;
  const auto where = zone();
  if (!where) return std::unexpected(where.error());
  return app::local_day(zones(), *where, clock().now());
}

std::optional<Instant> World::now() const {
  // A made-up day is over whenever it is looked at: at night its own morning would lie ahead, untold.
  if (premises_.settings.today || made_up()) return std::nullopt;
  return clock().now();
}

Result<Instant> World::moment() {
  if (!premises_.settings.today) return clock().now();
  const auto where = zone();
  if (!where) return std::unexpected(where.error());
  return app::same_time_on(*premises_.settings.today, clock().now(), *where, zones());
}

void World::in_background(std::function<void(World& world)> work) {
  premises_.background.add([&premises = premises_, whose = whose_, work = std::move(work)] {
    World world(premises, whose);
    work(world);
  });
}

Status World::remove_everything() {
  loan_.reset();
  if (const Status removed = pool().remove_database(); !removed) return removed;
  if (const Status removed = files_.remove_all_originals(); !removed) return removed;
  app::forget_guide(app::kept_guide_path(pool().path()));
  return {};
}

}  // namespace hipline::server
