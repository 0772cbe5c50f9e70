#pragma once

#include "hipline/base/day.hpp"

namespace hipline::model {

/// A planned day that the runner moved: what stands on `day` and what stands on `to` change places.
struct PlanMove {
  LocalDay day;
  LocalDay to;
  Instant at;
};

}  // namespace hipline::model
