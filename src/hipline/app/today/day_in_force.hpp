#pragma once

#include <string>

#include "hipline/app/ports/store.hpp"
#include "hipline/app/ports/zones.hpp"

namespace hipline::app {

/// The runner's zone once set up, else this machine's. Errors: the store's.
Result<std::string> zone_of(const std::string& runner_id, Store& store, const Zones& zones);

/// The moment of another day at which the zone's clocks show the same time as at `now`. Errors: unknown_zone.
Result<Instant> same_time_on(LocalDay day, Instant now, const std::string& zone, const Zones& zones);

}  // namespace hipline::app
