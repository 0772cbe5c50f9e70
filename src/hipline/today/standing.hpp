#pragma once

#include <optional>
#include <vector>

#include "hipline/model/history.hpp"
#include "hipline/today/decision.hpp"
#include "hipline/today/knowledge.hpp"

namespace hipline::today {

/// What earlier check-ins left standing.
struct Standing {
  std::optional<Lock> lock;                ///< a sticky outcome without a clinician's permission since
  std::optional<rules::Level> last_level;  ///< the level of the latest check-in before the history's day
};

/// Replays every check-in up to the history's moment, each with what was known then, so that a sticky outcome stays
/// however the answers change afterwards. Only a recorded "may run" or "may exercise" opens it again.
Standing replay(const model::History& history, const Knowledge& knowledge);

/// The same for several moments of one runner, the earliest first, in one pass.
std::vector<Standing> replay(const std::vector<const model::History*>& moments, const Knowledge& knowledge);

}  // namespace hipline::today
