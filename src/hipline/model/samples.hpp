#pragma once

#include <cstdint>
#include <vector>

namespace hipline::model {

/// The series of one activity as columns at the file's own sampling. A column is empty where the file has none of it;
/// otherwise it has one entry per record, and NaN where that record has no value.
struct Samples {
  std::vector<std::int64_t> time_ms;  ///< since 1970 UTC, never falling
  std::vector<float> distance_m;
  std::vector<float> speed_m_per_s;
  std::vector<float> altitude_m;
  std::vector<float> heart_rate_bpm;
  std::vector<float> cadence_strides_per_min;
  std::vector<float> power_w;
  std::vector<float> temperature_c;
  std::vector<double> latitude_deg;
  std::vector<double> longitude_deg;
  std::vector<float> vertical_oscillation_mm;
  std::vector<float> ground_contact_ms;
  std::vector<float> ground_contact_left_percent;  ///< the left leg's share
  std::vector<float> step_length_mm;

  [[nodiscard]] std::size_t records() const { return time_ms.size(); }
};

}  // namespace hipline::model
