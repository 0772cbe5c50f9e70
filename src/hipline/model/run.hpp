#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"

namespace hipline::model {

enum class Sport { running, treadmill_running, trail_running, walking, cycling, swimming, strength, other };
/// Where in a run the pain began.
enum class PainOnset { none, warm_up, mid, late, after };

/// True for every kind of running.
constexpr bool is_run(Sport sport) {
  return sport == Sport::running || sport == Sport::treadmill_running || sport == Sport::trail_running;
}

/// What the runner says of one run. Empty means not asked or skipped, never 0 and never "no".
struct RunAnswers {
  std::optional<int> worst_pain;  ///< 0-10
  std::optional<PainOnset> pain_onset;
  std::optional<bool> eased_within_10_min;  ///< a warm-up ache that went away
  std::optional<bool> got_worse;
  std::optional<bool> became_sharp;
  std::optional<bool> limped;
  std::optional<bool> cut_short;
  std::optional<bool> had_to_walk;
  std::optional<bool> painkiller_taken;  ///< taken in order to run
  std::optional<int> next_morning_pain;  ///< 0-10
  std::optional<double> settled_after_h;

  friend bool operator==(const RunAnswers&, const RunAnswers&) = default;
};

/// One activity, with its totals. The samples lie apart (`Samples`).
struct Run {
  Instant start;
  std::optional<int> file_offset_s;  ///< the file's own offset east of UTC
  LocalDay day;                      ///< local day of the start; set by the application, not by importers
  Sport sport = Sport::running;
  Seconds elapsed;
  std::optional<Seconds> moving;
  std::optional<Metres> distance;
  std::optional<Metres> ascent;
  std::optional<Metres> descent;
  std::optional<double> heart_rate_mean_bpm;
  std::optional<double> heart_rate_max_bpm;
  std::optional<double> cadence_strides_per_min;  ///< one leg, as FIT counts
  std::optional<double> session_rpe;              ///< 0-10
  std::optional<double> feel;                     ///< 0-100 as FIT writes it
  std::optional<double> walk_share;               ///< 0-1 of the moving time
  std::string note;  ///< the runner's own words on it, in UTF-8; empty where there are none
  RunAnswers answers;
  std::vector<std::string> sources;  ///< content hashes of the original files

  [[nodiscard]] Instant end() const { return start + static_cast<std::int64_t>(elapsed.value()); }
  friend bool operator==(const Run&, const Run&) = default;
};

}  // namespace hipline::model
