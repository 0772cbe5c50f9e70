#pragma once

#include <cstddef>

namespace hipline::importers {

/// What one file may cost at most. Two crafted bytes can stand for a record of a hundred in memory, so the size of a
/// file says little. No device writes as much: four million records are 46 days, one a second.
struct ReadLimits {
  std::size_t records = 4'000'000;
  std::size_t laps = 50'000;
  std::size_t activities = 5'000;
};

}  // namespace hipline::importers
