#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hipline/importers/activity.hpp"
#include "hipline/importers/fit/fit_part.hpp"

namespace hipline::importers {

/// The activities of one part of a FIT file: one per session. Where the sessions are missing, or end before a damaged
/// file does, one is made from the records. What had to be left out or taken for granted is added to `warnings`.
std::vector<Activity> fit_activities(std::string_view name, FitPart part, std::vector<std::string>& warnings);

}  // namespace hipline::importers
