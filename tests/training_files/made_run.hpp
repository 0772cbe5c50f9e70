#pragma once

#include "hipline/model/run.hpp"
#include "hipline/model/samples.hpp"

namespace hipline {

/// The run that all committed training files tell of: five minutes due north from 47 N 8.5 E, a record every 5 s,
/// 15 m each, gently uphill, heart rate going 120…149 and again. tools/make_fixtures writes the same numbers elsewhere.
struct MadeRun {
  static constexpr int records = 61;
  static constexpr int step_s = 5;
  static constexpr double step_m = 15;
  static constexpr double step_deg = 0.000135;
  static constexpr double latitude_deg = 47;
  static constexpr double longitude_deg = 8.5;
  static constexpr double altitude_m = 400;
  static constexpr double climb_m = 0.2;
  static constexpr double cadence = 84.5;
  static constexpr double heart_rate(int i) { return 120 + i % 30; }
  static Instant start() { return Instant::from_seconds(1'772'352'000); }  // 2026-03-01 08:00 UTC

  model::Run run;
  model::Samples samples;
};

inline MadeRun made_run() {
  MadeRun made;
  made.run.start = MadeRun::start();
  made.run.file_offset_s = 3600;
  made.run.elapsed = Seconds((MadeRun::records - 1) * MadeRun::step_s);
  made.run.moving = Seconds(290);
  made.run.distance = Metres((MadeRun::records - 1) * MadeRun::step_m);
  made.run.ascent = Metres(12);
  made.run.descent = Metres(0);
  made.run.heart_rate_mean_bpm = 134;
  made.run.heart_rate_max_bpm = 149;
  made.run.cadence_strides_per_min = MadeRun::cadence;
  made.run.session_rpe = 6;
  made.run.feel = 75;
  model::Samples& samples = made.samples;
  for (int i = 0; i < MadeRun::records; ++i) {
    samples.time_ms.push_back(MadeRun::start().milliseconds() + i * MadeRun::step_s * 1000);
    samples.latitude_deg.push_back(MadeRun::latitude_deg + i * MadeRun::step_deg);
    samples.longitude_deg.push_back(MadeRun::longitude_deg);
    samples.distance_m.push_back(static_cast<float>(i * MadeRun::step_m));
    samples.speed_m_per_s.push_back(3.0F);
    samples.altitude_m.push_back(static_cast<float>(MadeRun::altitude_m + i * MadeRun::climb_m));
    samples.heart_rate_bpm.push_back(static_cast<float>(MadeRun::heart_rate(i)));
    samples.cadence_strides_per_min.push_back(static_cast<float>(MadeRun::cadence));
  }
  return made;
}

}  // namespace hipline
