// Writes a made-up history of runs as FIT files, the same for the same seed: import_bench FOLDER RUNS
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "hipline/base/random.hpp"
#include "hipline/exporters/fit/fit_writer.hpp"

namespace hipline {
namespace {

/// A record a second with everything that a watch and a strap write, 40 minutes to two and a half hours.
void fill(model::Run& run, model::Samples& samples, Random& random) {
  const int seconds = static_cast<int>(random.uniform(2400, 9000));
  double distance = 0;
  double latitude = 52.5;
  double longitude = 13.4;
  double altitude = 40;
  double beat = 120;
  for (int i = 0; i < seconds; ++i) {
    const double speed = 2.9 + 0.3 * random.normal();
    const double heading = 6.28 * i / seconds + 0.3 * random.normal();
    distance += std::max(speed, 0.0);
    latitude += speed * std::cos(heading) / 111'000;
    longitude += speed * std::sin(heading) / 67'000;
    altitude += 0.1 * random.normal();
    beat += (150 - beat) * 0.01 + random.normal();
    samples.time_ms.push_back(run.start.milliseconds() + i * 1000LL);
    samples.distance_m.push_back(static_cast<float>(distance));
    samples.speed_m_per_s.push_back(static_cast<float>(std::max(speed, 0.0)));
    samples.altitude_m.push_back(static_cast<float>(altitude));
    samples.heart_rate_bpm.push_back(static_cast<float>(std::round(beat)));
    samples.cadence_strides_per_min.push_back(static_cast<float>(84 + std::round(random.normal())));
    samples.power_w.push_back(static_cast<float>(std::round(250 + 20 * random.normal())));
    samples.temperature_c.push_back(12);
    samples.latitude_deg.push_back(latitude);
    samples.longitude_deg.push_back(longitude);
  }
  run.elapsed = Seconds(seconds - 1);
  run.moving = run.elapsed;
  run.distance = Metres(distance);
}

}  // namespace
}  // namespace hipline

int main(int count, char** words) {
  using namespace hipline;
  if (count != 3) {
    std::cerr << "usage: import_bench FOLDER RUNS\n";
    return 2;
  }
  Random random(7);
  const int runs = std::stoi(words[2]);
  for (int i = 0; i < runs; ++i) {
    model::Run run;
    run.start = Instant::from_seconds(1'420'099'200 + i * 126'000LL);
    run.file_offset_s = 3600;
    model::Samples samples;
    fill(run, samples, random);
    const auto bytes = exporters::write_fit(run, samples);
    if (!bytes) return 1;
    std::ofstream file(std::filesystem::path(words[1]) / (std::to_string(100'000 + i) + ".fit"), std::ios::binary);
    file.write(reinterpret_cast<const char*>(bytes->data()), static_cast<std::streamsize>(bytes->size()));
  }
  return 0;
}
