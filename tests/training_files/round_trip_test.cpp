#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

#include "hipline/exporters/fit/fit_writer.hpp"
#include "hipline/formats/fit_messages.hpp"
#include "hipline/importers/fit/fit_reader.hpp"

namespace hipline {
namespace {

template <typename Value>
Value between(int low, int high, double scale) {
  return static_cast<Value>(*rc::gen::inRange(low, high) / scale);
}

/// Numbers on FIT's own grid come back exactly; a gap stays a gap.
TEST(FitRoundTrip, what_was_written_is_read) {
  EXPECT_TRUE(rc::check("records, totals and answers come back", [] {
    model::Run run;
    run.start = Instant::from_seconds(*rc::gen::inRange<std::int64_t>(1'000'000'000, 2'000'000'000));
    run.sport = *rc::gen::element(model::Sport::running, model::Sport::treadmill_running, model::Sport::trail_running,
                                  model::Sport::walking, model::Sport::cycling, model::Sport::swimming,
                                  model::Sport::strength, model::Sport::other);
    const int records = *rc::gen::inRange(1, 200);
    run.elapsed = Seconds(records + 1);
    run.moving = Seconds(records);
    run.distance = Metres(between<double>(1, 10'000'000, 100));
    run.file_offset_s = *rc::gen::inRange(-48, 57) * 900;
    if (*rc::gen::arbitrary<bool>()) run.session_rpe = between<double>(1, 11, 1);
    if (*rc::gen::arbitrary<bool>()) run.feel = between<double>(0, 101, 1);
    run.heart_rate_mean_bpm = between<double>(40, 200, 1);
    run.cadence_strides_per_min = between<double>(40 * 128, 110 * 128, 128);
    model::Samples samples;
    // A run is cleaned of what nobody can have run: its values go on from one second to the next. Elsewhere they jump.
    const bool a_run = model::is_run(run.sport);
    int heart = *rc::gen::inRange(60, 180);
    int latitude = *rc::gen::inRange(-80'000'000, 80'000'000);
    int longitude = *rc::gen::inRange(-179'000'000, 179'000'000);
    double distance_m = 0;
    for (int i = 0; i < records; ++i) {
      distance_m += *rc::gen::inRange(0, 600) / 100.0;
      samples.time_ms.push_back((run.start + i).milliseconds());
      samples.distance_m.push_back(static_cast<float>(distance_m));
      samples.speed_m_per_s.push_back(between<float>(0, 8000, 1000));
      samples.altitude_m.push_back(between<float>(-400 * 5, 5000 * 5, 5));
      const bool contact = *rc::gen::inRange(0, 4) != 0;
      heart = a_run ? std::clamp(heart + *rc::gen::inRange(-3, 4), 40, 219) : *rc::gen::inRange(40, 220);
      samples.heart_rate_bpm.push_back(contact ? static_cast<float>(heart) : std::nanf(""));
      samples.cadence_strides_per_min.push_back(between<float>(0, 120 * 128, 128));
      latitude = a_run ? latitude + *rc::gen::inRange(-30, 31) : *rc::gen::inRange(-90'000'000, 90'000'000);
      longitude = a_run ? longitude + *rc::gen::inRange(-30, 31) : *rc::gen::inRange(-179'999'999, 179'999'999);
      samples.latitude_deg.push_back(latitude / 1e6);
      samples.longitude_deg.push_back(longitude / 1e6);
    }
    const auto bytes = exporters::write_fit(run, samples);
    RC_ASSERT(bytes.has_value());
    const importers::Reading reading = importers::read_fit("made.fit", *bytes);
    RC_ASSERT(reading.activities.size() == 1U);
    RC_ASSERT(!reading.salvaged);
    RC_ASSERT(reading.warnings.empty());
    const model::Run& back = reading.activities[0].run;
    RC_ASSERT(back.start == run.start);
    RC_ASSERT(back.sport == run.sport);
    RC_ASSERT(back.elapsed == run.elapsed);
    RC_ASSERT(back.moving == run.moving);
    RC_ASSERT(std::abs(back.distance->value() - run.distance->value()) < 0.005);
    RC_ASSERT(back.file_offset_s == run.file_offset_s);
    RC_ASSERT(back.session_rpe == run.session_rpe);
    RC_ASSERT(back.feel == run.feel);
    RC_ASSERT(back.heart_rate_mean_bpm == run.heart_rate_mean_bpm);
    RC_ASSERT(back.cadence_strides_per_min == run.cadence_strides_per_min);
    const model::Samples& read = reading.activities[0].samples;
    RC_ASSERT(read.time_ms == samples.time_ms);
    RC_ASSERT(read.speed_m_per_s == samples.speed_m_per_s);
    RC_ASSERT(read.altitude_m == samples.altitude_m);
    RC_ASSERT(read.cadence_strides_per_min == samples.cadence_strides_per_min);
    for (std::size_t i = 0; i < samples.records(); ++i) {
      RC_ASSERT(std::abs(read.distance_m[i] - samples.distance_m[i]) <= 0.006F);
      RC_ASSERT(std::abs(read.latitude_deg[i] - samples.latitude_deg[i]) <= formats::fit::degrees_per_semicircle);
      RC_ASSERT(std::abs(read.longitude_deg[i] - samples.longitude_deg[i]) <= formats::fit::degrees_per_semicircle);
      const float beats = samples.heart_rate_bpm[i];
      if (!read.heart_rate_bpm.empty()) {
        const bool same = std::isnan(beats) ? std::isnan(read.heart_rate_bpm[i]) : read.heart_rate_bpm[i] == beats;
        RC_ASSERT(same);
      }
    }
  }));
}

/// Any bytes at all, with a sound header before them: an account comes out.
TEST(FitRoundTrip, no_bytes_can_upset_the_reader) {
  EXPECT_TRUE(rc::check("random bytes behind a header", [] {
    const auto noise = *rc::gen::container<std::vector<std::uint8_t>>(rc::gen::arbitrary<std::uint8_t>());
    std::vector<std::byte> bytes;
    const auto size = static_cast<std::uint8_t>(noise.size());
    for (const std::uint8_t byte :
         {std::uint8_t{12}, std::uint8_t{16}, std::uint8_t{0}, std::uint8_t{0}, size, std::uint8_t{0}, std::uint8_t{0},
          std::uint8_t{0}, std::uint8_t{'.'}, std::uint8_t{'F'}, std::uint8_t{'I'}, std::uint8_t{'T'}}) {
      bytes.push_back(static_cast<std::byte>(byte));
    }
    for (const std::uint8_t byte : noise) bytes.push_back(static_cast<std::byte>(byte));
    const importers::Reading reading = importers::read_fit("noise.fit", bytes);
    RC_ASSERT(reading.verdict == importers::Verdict::activities || !reading.reason.empty());
  }));
}

TEST(FitWriter, refuses_a_run_before_fits_time) {
  model::Run run;
  run.start = Instant::from_seconds(0);
  run.elapsed = Seconds(60);
  const auto bytes = exporters::write_fit(run, {});
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().code, "not_writable");
}

}  // namespace
}  // namespace hipline
