#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"

namespace hipline::baseline {

/// What a day holds when nothing hurts.
enum class SessionKind : std::uint8_t { easy, long_run, quality, race, cross_train, rest };

constexpr bool is_running(SessionKind kind) {
  return kind == SessionKind::easy || kind == SessionKind::long_run || kind == SessionKind::quality ||
         kind == SessionKind::race;
}
/// `easy`, `long`, `quality`, `race`, `cross_train`, `rest`.
std::string_view name(SessionKind kind);
/// Nothing for any other word.
std::optional<SessionKind> session_kind_named(std::string_view word);

/// The session of one day. Distance and duration are 0 where the day holds none.
struct Session {
  LocalDay day;
  SessionKind kind = SessionKind::rest;
  Metres distance;
  Seconds duration;  ///< at the runner's usual pace
  bool hilly = false;
  bool from_own_plan = false;  ///< entered by the runner, not built by us
};

/// How the baseline was made, shown with the plan.
enum class Origin : std::uint8_t { own_plan, last_weeks, little_known };
/// `own_plan`, `last_weeks`, `little_known`.
std::string_view name(Origin origin);

/// The days to race day (and after) as if nothing hurt, one entry per day without gaps, oldest first.
struct Baseline {
  Origin origin = Origin::little_known;
  std::vector<Session> days;
  Metres peak_week;        ///< the largest of the weeks it was built from
  Metres longest_30_days;  ///< before the first day
  Seconds pace_per_km;     ///< usual easy pace; 0 where unknown
};

}  // namespace hipline::baseline
