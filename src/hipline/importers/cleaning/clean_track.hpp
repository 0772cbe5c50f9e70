#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/importers/track.hpp"
#include "hipline/model/run.hpp"

namespace hipline::importers {

/// What a cleaning changed; nothing where everything could be true.
struct Cleaned {
  std::size_t places = 0;          ///< slips of the satellite fix: their place is taken for unknown
  std::size_t heart_rates = 0;     ///< beats that no heart made, or a strap without contact: taken for unknown
  double altitude_drift_m = 0;     ///< spread evenly over the run and taken off
  double left_on_s = 0;            ///< at the end, with the runner standing
  bool distance_by_speed = false;  ///< the file names neither distance nor places

  [[nodiscard]] bool anything() const {
    return places > 0 || heart_rates > 0 || altitude_drift_m != 0 || left_on_s > 0 || distance_by_speed;
  }
};

/// Takes what a runner's sensors cannot have measured for unknown: slips of places, heart rates. Before distances are
/// completed. `track` in the order of time. Cleaning again changes nothing more.
Cleaned clean_sensors(Track& track);

/// Takes off the drift of a barometer on a run that ends where it began.
double clean_altitude(Track& track);

/// How long the watch ran on at the end with the runner standing; 0 where it was stopped in time, or where the track
/// knows no distance. The points stay; `leave_out_left_on` takes the time off the totals.
double left_on_s(const Track& track);
void leave_out_left_on(model::Run& run, const Track& track, double left_on);

/// All of it for the track of a run, with the distance completed: what the readers call. Other sports only have their
/// distance completed.
Cleaned clean_track(Track& track, bool is_a_run);

/// A sentence for the runner for everything that was changed in `quoted_file`.
std::vector<std::string> say(const Cleaned& cleaned, const std::string& quoted_file);

}  // namespace hipline::importers
