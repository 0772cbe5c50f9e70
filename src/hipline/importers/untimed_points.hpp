#pragma once

#include <cstddef>

#include "hipline/importers/track.hpp"

namespace hipline::importers {

/// Appends the points of `waiting`, which name no time, to `track`, with times between its last point and `next`: at
/// one pace where all know their distance or place, else evenly. `waiting` is empty afterwards. Answers how many found
/// a time: all, or none where `track` is empty or `next` is not later than its last point.
std::size_t place_between(Track& track, Track& waiting, const TrackPoint& next);

}  // namespace hipline::importers
