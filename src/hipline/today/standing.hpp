#pragma once

#include <optional>
#include <vector>

#include "hipline/model/history.hpp"
#include "hipline/today/decision.hpp"
#include "hipline/today/knowledge.hpp"
#include "hipline/triage/told.hpp"

namespace hipline::today {

/// What led to a moment: what was told up to it, and what earlier check-ins left standing.
struct Standing {
  triage::Told told;
  std::optional<Lock> lock = std::nullopt;  ///< a sticky outcome without a clinician's permission since
  /// The level of the latest check-in before the history's day.
  std::optional<rules::Level> last_level = std::nullopt;
};

/// A lock and when it fell.
struct Locked {
  std::optional<Lock> lock;
  Instant since;
};

/// What a replay had come to after some of the check-ins, so that a later one goes on from there.
struct Milestone {
  model::History history;  ///< that was replayed
  triage::Told told;       ///< up to the last of those check-ins
  Locked locked;           ///< after it
};

/// Replays every check-in up to the history's moment, each with what was known then, so that a sticky outcome stays
/// however the answers change afterwards. Only a recorded "may run" or "may exercise" opens it again.
Standing replay(const model::History& history, const Knowledge& knowledge);

/// The same for several moments of one runner, the earliest first, in one pass. It goes on from the milestone as far as
/// nothing that was replayed there has changed, else from the beginning, and leaves a later one.
std::vector<Standing> replay(const std::vector<const model::History*>& moments, const Knowledge& knowledge,
                             std::optional<Milestone>& milestone);

}  // namespace hipline::today
