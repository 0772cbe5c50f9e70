#include "hipline/app/today/day_in_force.hpp"

namespace hipline::app {

Result<std::string> zone_of(const std::string& runner_id, Store& store, const Zones& zones) {
  const auto runner = store.runner(runner_id);
  if (!runner) return std::unexpected(runner.error());
  return *runner ? (*runner)->time_zone : zones.of_this_machine();
}

Result<Instant> same_time_on(LocalDay day, Instant now, const std::string& zone, const Zones& zones) {
  const auto offset = zones.offset_at(zone, now);
  if (!offset) return std::unexpected(offset.error());
  const std::int64_t second_of_day = ((now.seconds() + *offset) % 86400 + 86400) % 86400;
  return zones.at(zone, day, static_cast<int>(second_of_day));
}

}  // namespace hipline::app
