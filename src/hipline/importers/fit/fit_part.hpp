#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "hipline/importers/fit/fit_decoder.hpp"
#include "hipline/importers/fit/strap_heart_rate.hpp"
#include "hipline/importers/limits.hpp"
#include "hipline/importers/track.hpp"

namespace hipline::importers {

/// What a session or lap message says, in our units.
struct FitSummary {
  std::optional<std::int64_t> start_s;  ///< since 1970
  std::optional<std::int64_t> end_s;
  std::optional<double> elapsed_s;
  std::optional<double> timer_s;
  std::optional<double> distance_m;
  std::optional<double> ascent_m;
  std::optional<double> descent_m;
  std::optional<double> heart_rate_mean_bpm;
  std::optional<double> heart_rate_max_bpm;
  std::optional<double> cadence_strides_per_min;
  std::optional<double> feel;
  std::optional<double> effort_times_ten;
  std::optional<std::uint8_t> sport;
  std::optional<std::uint8_t> sub_sport;
};

/// Everything we use of one part of a FIT file.
struct FitPart {
  std::optional<std::uint8_t> kind;
  std::optional<int> offset_s;  ///< east of UTC, from the device's local time
  std::optional<std::uint8_t> sport;
  std::optional<std::uint8_t> sub_sport;
  std::vector<FitSummary> sessions;
  std::vector<FitSummary> laps;
  Track records;
  StrapHeartRate strap;
  bool has_swim_lengths = false;   ///< lengths of a pool: no laps of a run
  bool has_strength_sets = false;  ///< sets and repetitions
  std::size_t records_without_time = 0;
  bool beyond_limits = false;     ///< there was more than is read of any file
  bool local_times_only = false;  ///< the device's clock was never set to UTC: times are its local ones, written as UTC
  FitEnding ending = FitEnding::complete;
  std::size_t sound_bytes = 0;
};

/// Reads the messages between a header and its checksum, no more of them than `limits` allow. `promised`: the bytes
/// that the header announced.
FitPart read_fit_part(std::span<const std::byte> messages, std::size_t promised, const ReadLimits& limits = {});

}  // namespace hipline::importers
