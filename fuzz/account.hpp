#pragma once

#include <algorithm>
#include <cmath>

#include "hipline/base/assertion.hpp"
#include "hipline/importers/reading.hpp"

namespace hipline::fuzz {

/// What must hold of a reading, whatever the bytes were.
inline void hold_to_account(const importers::Reading& reading) {
  const bool any = !reading.activities.empty();
  HIPLINE_ASSERT(any == (reading.verdict == importers::Verdict::activities));
  HIPLINE_ASSERT(any == reading.reason.empty());
  HIPLINE_ASSERT(any == reading.code.empty());
  for (const importers::Activity& activity : reading.activities) {
    const auto& times = activity.samples.time_ms;
    HIPLINE_ASSERT(std::is_sorted(times.begin(), times.end()));
    // A line of a list may only speak of another file.
    const bool timed = activity.start_known != importers::StartKnown::not_at_all;
    HIPLINE_ASSERT((activity.run.elapsed.value() > 0 || !timed) && std::isfinite(activity.run.elapsed.value()));
    HIPLINE_ASSERT(!activity.run.distance || activity.run.distance->value() >= 0);
    HIPLINE_ASSERT(!activity.run.moving || activity.run.moving->value() <= activity.run.elapsed.value());
  }
}

}  // namespace hipline::fuzz
