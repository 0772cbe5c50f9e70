#pragma once

#include <cstdint>
#include <string>

#include "hipline/model/run.hpp"
#include "hipline/model/samples.hpp"

namespace hipline::importers {

/// How well a file knows when an activity began.
enum class StartKnown : std::uint8_t {
  exactly,         ///< `run.start` is that moment
  by_local_clock,  ///< a clock without zone: `run.start` is its time written as UTC
  by_day,          ///< the day alone: `run.start` is its noon written as UTC
  not_at_all,      ///< only the file that the activity was recorded in tells (`described_file`)
};

/// One activity out of a file: its totals, its series and what it is in plain words.
/// `run.day` and `run.sources` are left for the application, which knows the zone and the original's hash.
struct Activity {
  model::Run run;
  model::Samples samples;
  std::string kind;  ///< "run", "treadmill run", "bike ride": fits into "… is a bike ride"
  StartKnown start_known = StartKnown::exactly;
  bool sport_is_a_guess = false;  ///< the file names none: taken by pace
  std::string described_file;     ///< of a line in a list: the file that it belongs to, as the list names it
};

}  // namespace hipline::importers
