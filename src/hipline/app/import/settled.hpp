#pragma once

#include <string>

#include "hipline/app/ports/zones.hpp"
#include "hipline/importers/activity.hpp"

namespace hipline::app {

/// The run of an activity with its local day: by the file's own offset, else by the runner's zone. A clock without zone
/// is the runner's own. An activity whose start only another file knows stays as it is. Errors: unknown_zone.
Result<model::Run> settled(const importers::Activity& activity, const Zones& zones, const std::string& zone);

}  // namespace hipline::app
