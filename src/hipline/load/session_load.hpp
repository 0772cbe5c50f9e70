#pragma once

#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"
#include "hipline/model/run.hpp"

namespace hipline::load {

/// Session RPE times minutes (Foster 1998). Described to the runner, never decided on.
using SessionLoad = Quantity<struct SessionLoadUnit>;

/// The window holds too few days whose load is known.
struct NotEnoughDays {
  int have = 0;
  int need = 0;
  friend bool operator==(NotEnoughDays, NotEnoughDays) = default;
};

/// Enough days, but the figure does not exist: it would divide by zero (no load at all, or the same load every day).
struct NoSuchNumber {
  friend bool operator==(NoSuchNumber, NoSuchNumber) = default;
};

using Described = std::variant<double, NotEnoughDays, NoSuchNumber>;

/// Session RPE 0-10 times minutes (moving time where known, else elapsed). Nothing where the effort was not told.
std::optional<SessionLoad> session_load(const model::Run& run);

/// One entry per local day of the `days` days before `day`, oldest first. A day without a run is 0 once the runs reach
/// that far back; a day with a run of unknown effort, and a day before the first known run, is unknown.
std::vector<std::optional<SessionLoad>> daily_loads(std::span<const model::Run> runs, LocalDay day, int days);

/// Mean daily load of 7 days over that of 28 days, the 7 being part of the 28: the plain ratio people know.
/// Shown as information only (TD-16).
Described acute_to_chronic(std::span<const model::Run> runs, LocalDay day);

/// Mean over population standard deviation of the 7 daily loads before `day`. Shown as information only (TD-16).
Described monotony(std::span<const model::Run> runs, LocalDay day);

}  // namespace hipline::load
