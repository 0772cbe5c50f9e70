#pragma once

#include <string>

#include "hipline/model/run.hpp"
#include "hipline/model/samples.hpp"

namespace hipline::importers {

/// One activity out of a file: its totals, its series and what it is in plain words.
/// `run.day` and `run.sources` are left for the application, which knows the zone and the original's hash.
struct Activity {
  model::Run run;
  model::Samples samples;
  std::string kind;  ///< "run", "treadmill run", "bike ride": fits into "… is a bike ride"
};

}  // namespace hipline::importers
