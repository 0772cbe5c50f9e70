#pragma once

#include <optional>
#include <span>

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"
#include "hipline/model/run.hpp"

namespace hipline::load {

/// Days that count for the single-run spike (Frandsen 2025).
inline constexpr int spike_window_days = 30;

/// The longest run of the `days` local days before `day`, `day` itself not among them.
/// Nothing where no run of these days has a known distance: unknown, not zero.
std::optional<Metres> longest_run(std::span<const model::Run> runs, LocalDay day, int days = spike_window_days);

/// What some days of running add up to.
struct Distance {
  Metres known;              ///< sum over the runs whose distance is known
  int runs = 0;              ///< all runs, known distance or not
  int without_distance = 0;  ///< runs that are missing from `known`
};

/// The running of the seven local days that begin with `first_day`.
Distance weekly_distance(std::span<const model::Run> runs, LocalDay first_day);

/// The running of the days from `first_day` to `last_day`, both included.
Distance distance_between(std::span<const model::Run> runs, LocalDay first_day, LocalDay last_day);

/// Planned distance over the longest run of the last 30 days; nothing where that is unknown or zero.
std::optional<double> spike(Metres planned, std::optional<Metres> longest);

}  // namespace hipline::load
