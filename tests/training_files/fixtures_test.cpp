#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "hipline/exporters/fit/fit_writer.hpp"
#include "hipline/importers/fit/fit_part.hpp"
#include "hipline/importers/read_file.hpp"
#include "made_run.hpp"
#include "read_bytes.hpp"

namespace hipline::importers {
namespace {

std::vector<std::byte> fixture(const std::string& name) {
  auto bytes = read_bytes(std::string(HIPLINE_SOURCE_DIR) + "/tests/fixtures/training/" + name);
  EXPECT_FALSE(bytes.empty()) << name;
  return bytes;
}

Reading read(const std::string& name) { return read_unpacked(name, fixture(name)); }

/// What all files that carry the whole run must give.
void expect_the_made_run(const Activity& activity) {
  ASSERT_EQ(activity.samples.records(), 61U);
  EXPECT_EQ(activity.run.start, MadeRun::start());
  EXPECT_EQ(activity.run.elapsed.value(), 300);
  ASSERT_TRUE(activity.run.distance);
  EXPECT_NEAR(activity.run.distance->value(), 900, 2);
  EXPECT_NEAR(activity.run.heart_rate_mean_bpm.value_or(0), 134, 1);
  EXPECT_EQ(activity.run.heart_rate_max_bpm, 149);
  EXPECT_NEAR(activity.run.cadence_strides_per_min.value_or(0), 84, 0.5);
  for (int i = 0; i < MadeRun::records; ++i) {
    const auto at = static_cast<std::size_t>(i);
    EXPECT_EQ(activity.samples.time_ms[at], (MadeRun::start() + i * MadeRun::step_s).milliseconds());
    EXPECT_NEAR(activity.samples.latitude_deg[at], MadeRun::latitude_deg + i * MadeRun::step_deg, 1e-6);
    EXPECT_NEAR(activity.samples.longitude_deg[at], MadeRun::longitude_deg, 1e-6);
    EXPECT_NEAR(activity.samples.altitude_m[at], MadeRun::altitude_m + i * MadeRun::climb_m, 0.11);
    EXPECT_EQ(activity.samples.heart_rate_bpm[at], MadeRun::heart_rate(i));
    EXPECT_NEAR(activity.samples.distance_m[at], i * MadeRun::step_m, 2);
  }
}

TEST(OwnFit, is_read_back_with_effort_feel_and_the_files_offset) {
  const Reading reading = read("own-run.fit");
  ASSERT_EQ(reading.verdict, Verdict::activities) << reading.reason;
  ASSERT_EQ(reading.activities.size(), 1U);
  EXPECT_FALSE(reading.salvaged) << reading.salvaged->reason;
  EXPECT_TRUE(reading.warnings.empty());
  expect_the_made_run(reading.activities[0]);
  const model::Run& run = reading.activities[0].run;
  EXPECT_EQ(run.sport, model::Sport::running);
  EXPECT_EQ(run.session_rpe, 6);
  EXPECT_EQ(run.feel, 75);
  EXPECT_EQ(run.file_offset_s, 3600);
  EXPECT_EQ(run.moving->value(), 290);
  EXPECT_EQ(run.cadence_strides_per_min, 84.5);
}

TEST(OwnFit, our_writer_still_writes_the_same_bytes) {
  const MadeRun made = made_run();
  EXPECT_EQ(exporters::write_fit(made.run, made.samples).value(), fixture("own-run.fit"));
}

TEST(ForeignFit, a_trail_run_of_garmins_encoder_with_a_pause_and_a_developer_field) {
  const Reading reading = read("fitsdk-trail-run.fit");
  ASSERT_EQ(reading.activities.size(), 1U) << reading.reason;
  EXPECT_FALSE(reading.salvaged);
  const Activity& activity = reading.activities[0];
  EXPECT_EQ(activity.run.sport, model::Sport::trail_running);
  EXPECT_EQ(activity.kind, "trail run");
  EXPECT_EQ(activity.samples.records(), 58U);  // three fall into the pause
  EXPECT_EQ(activity.run.moving->value(), 280);
  EXPECT_EQ(activity.run.distance->value(), 900);
  EXPECT_EQ(activity.run.file_offset_s, -5 * 3600);
  EXPECT_EQ(activity.run.session_rpe, 6);
  EXPECT_EQ(activity.run.feel, 75);
  EXPECT_EQ(activity.run.cadence_strides_per_min, 84.5);
  EXPECT_EQ(activity.samples.power_w[0], 250);
  EXPECT_EQ(activity.samples.temperature_c[0], -3);
  EXPECT_EQ(activity.samples.cadence_strides_per_min[57], 84.5F);
  EXPECT_EQ(activity.samples.speed_m_per_s[57], 3);
  EXPECT_EQ(activity.samples.distance_m[57], 900);
}

TEST(ForeignFit, a_treadmill_run_with_nothing_but_heart_rate_has_no_distance_rather_than_none) {
  const Reading reading = read("fitsdk-treadmill-heart-rate-only.fit");
  ASSERT_EQ(reading.activities.size(), 1U) << reading.reason;
  const Activity& activity = reading.activities[0];
  EXPECT_EQ(activity.run.sport, model::Sport::treadmill_running);
  EXPECT_FALSE(activity.run.distance);
  EXPECT_FALSE(activity.run.session_rpe);
  EXPECT_TRUE(activity.samples.distance_m.empty());
  EXPECT_EQ(activity.samples.records(), 61U);
  EXPECT_NEAR(activity.run.heart_rate_mean_bpm.value_or(0), 134.4, 0.2);
}

TEST(ForeignFit, two_sports_in_one_file_are_two_activities_each_beginning_at_0_m) {
  const Reading reading = read("fitsdk-two-sports.fit");
  ASSERT_EQ(reading.activities.size(), 2U) << reading.reason;
  EXPECT_EQ(reading.activities[0].kind, "bike ride");
  EXPECT_EQ(reading.activities[0].run.distance->value(), 435);
  EXPECT_EQ(reading.activities[1].kind, "run");
  EXPECT_EQ(reading.activities[0].samples.records(), 30U);
  EXPECT_EQ(reading.activities[1].samples.records(), 31U);
  EXPECT_EQ(reading.activities[1].run.start, MadeRun::start() + 150);
  EXPECT_NEAR(reading.activities[1].run.distance->value(), 450, 15.1);
  EXPECT_NEAR(reading.activities[1].samples.distance_m.front(), 0, 15.1);
}

TEST(ForeignFit, a_planned_workout_is_no_activity_and_says_so) {
  const Reading reading = read("fitsdk-workout.fit");
  EXPECT_EQ(reading.verdict, Verdict::not_an_activity);
  EXPECT_EQ(reading.code, "fit_workout");
  EXPECT_EQ(reading.reason, "`fitsdk-workout.fit` is a planned workout, not one you did.");
}

TEST(ForeignFit, gpsbabels_course_is_no_activity_but_its_records_are_understood) {
  const auto bytes = fixture("gpsbabel-course.fit");
  const Reading reading = read_unpacked("gpsbabel-course.fit", bytes);
  EXPECT_EQ(reading.verdict, Verdict::not_an_activity);
  EXPECT_EQ(reading.code, "fit_course");
  const std::size_t header = static_cast<std::size_t>(bytes[0]);
  const FitPart part =
      read_fit_part(std::span(bytes).subspan(header, bytes.size() - header - 2), bytes.size() - header - 2);
  EXPECT_EQ(part.ending, FitEnding::complete);
  ASSERT_EQ(part.records.size(), 61U);
  EXPECT_EQ(part.records[60].time_ms, (MadeRun::start() + 300).milliseconds());
  EXPECT_NEAR(part.records[60].latitude_deg, 47.0081, 1e-6);
  EXPECT_NEAR(part.records[60].altitude_m, 412, 0.11);
  EXPECT_NEAR(part.records[60].distance_m, 900, 2);
}

TEST(ForeignTcx, gpsbabels_run) {
  const Reading reading = read("gpsbabel-run.tcx");
  ASSERT_EQ(reading.activities.size(), 1U) << reading.reason;
  expect_the_made_run(reading.activities[0]);
  EXPECT_EQ(reading.activities[0].run.sport, model::Sport::running);
  EXPECT_EQ(reading.activities[0].samples.speed_m_per_s[30], 3);
  EXPECT_TRUE(reading.warnings.empty());
}

TEST(ForeignGpx, gpsbabels_track_names_no_sport_so_the_reading_says_what_it_was_taken_for) {
  const Reading reading = read("gpsbabel-track.gpx");
  ASSERT_EQ(reading.activities.size(), 1U) << reading.reason;
  expect_the_made_run(reading.activities[0]);
  EXPECT_EQ(reading.activities[0].run.sport, model::Sport::running);
  ASSERT_EQ(reading.warnings.size(), 1U);
  EXPECT_NE(reading.warnings[0].find("so I count it as a run"), std::string::npos);
}

TEST(Archive, gives_every_member_its_own_reading_and_survives_the_bad_ones) {
  const auto readings = read_file("export.zip", fixture("export.zip"));
  ASSERT_EQ(readings.size(), 5U);
  EXPECT_EQ(readings[0].name, "export.zip/activities/1.fit.gz");
  ASSERT_EQ(readings[0].reading.activities.size(), 1U);
  expect_the_made_run(readings[0].reading.activities[0]);
  EXPECT_EQ(readings[1].name, "export.zip/activities/2.tcx");  // ten blanks before its XML declaration
  ASSERT_EQ(readings[1].reading.activities.size(), 1U);
  EXPECT_EQ(readings[2].name, "export.zip/notes.txt");
  EXPECT_EQ(readings[2].reading.code, "not_a_training_file");
  EXPECT_EQ(readings[3].name, "export.zip/older.zip/treadmill.fit");
  EXPECT_EQ(readings[3].reading.activities.size(), 1U);
  EXPECT_EQ(readings[4].name, "export.zip/broken.fit.gz");
  EXPECT_EQ(readings[4].reading.verdict, Verdict::refused);
  EXPECT_EQ(readings[4].reading.code, "archive_damaged");
}

TEST(Archive, an_archive_cut_in_half_is_refused_with_the_way_out) {
  auto bytes = fixture("export.zip");
  bytes.resize(bytes.size() / 2);
  const auto readings = read_file("export.zip", bytes);
  ASSERT_EQ(readings.size(), 1U);
  EXPECT_EQ(readings[0].reading.code, "archive_damaged");
}

TEST(Archive, bounds_hold) {
  const auto bytes = fixture("export.zip");
  for (const auto& reading : read_file("export.zip", bytes, {.member_bytes = 100})) {
    EXPECT_NE(reading.reading.verdict, Verdict::activities) << reading.name;
  }
  EXPECT_EQ(read_file("export.zip", bytes, {.depth = 0})[0].reading.code, "archive_too_deep");
  EXPECT_EQ(read_file("export.zip", bytes, {.members = 2}).back().reading.code, "archive_too_many");
}

/// Cuts and single wrong bytes: whatever comes in, an account comes out.
TEST(DamagedFiles, every_cut_and_every_wrong_byte_still_gives_an_account) {
  for (const std::string name :
       {"own-run.fit", "fitsdk-trail-run.fit", "gpsbabel-run.tcx", "gpsbabel-track.gpx", "export.zip"}) {
    const auto whole = fixture(name);
    const std::size_t step = name.ends_with(".fit") ? 3 : name.ends_with(".zip") ? 37 : 601;
    for (std::size_t at = 0; at < whole.size(); at += step) {
      for (const auto& reading : read_file(name, std::span(whole).first(at))) {
        EXPECT_TRUE(reading.reading.verdict == Verdict::activities || !reading.reading.reason.empty())
            << name << " cut at " << at;
      }
      auto wrong = whole;
      wrong[at] ^= std::byte{0xFF};
      for (const auto& reading : read_file(name, wrong)) {
        EXPECT_TRUE(reading.reading.verdict == Verdict::activities || !reading.reading.reason.empty())
            << name << " wrong at " << at;
        for (const Activity& activity : reading.reading.activities) {
          EXPECT_TRUE(std::is_sorted(activity.samples.time_ms.begin(), activity.samples.time_ms.end()));
        }
      }
    }
  }
}

TEST(DamagedFiles, a_file_that_breaks_off_keeps_what_came_before_and_says_how_much) {
  auto bytes = fixture("own-run.fit");
  bytes.resize(bytes.size() / 2);
  const Reading reading = read_unpacked("0412.fit", bytes);
  ASSERT_EQ(reading.verdict, Verdict::activities) << reading.reason;
  ASSERT_TRUE(reading.salvaged);
  const Activity& activity = reading.activities.at(0);
  EXPECT_EQ(reading.salvaged->reason, "`0412.fit` breaks off after 2 minutes: I kept those 2 minutes.");
  EXPECT_NEAR(activity.run.elapsed.value(), 150, 30);
  EXPECT_NEAR(activity.run.distance.value_or(Metres(0)).value(), activity.run.elapsed.value() * 3, 1);
}

TEST(DamagedFiles, a_wrong_checksum_is_salvaged_whole) {
  auto bytes = fixture("own-run.fit");
  bytes.back() ^= std::byte{1};
  const Reading reading = read_unpacked("a.fit", bytes);
  ASSERT_EQ(reading.activities.size(), 1U);
  expect_the_made_run(reading.activities[0]);
  ASSERT_TRUE(reading.salvaged);
  EXPECT_EQ(reading.salvaged->reason,
            "`a.fit` has a wrong checksum, so a value in it may be off: I read it to its end and kept it.");
}

TEST(ChainedFiles, parts_behind_each_other_are_all_read) {
  auto bytes = fixture("own-run.fit");
  const auto workout = fixture("fitsdk-workout.fit");
  const auto second = fixture("fitsdk-treadmill-heart-rate-only.fit");
  bytes.insert(bytes.end(), workout.begin(), workout.end());
  bytes.insert(bytes.end(), second.begin(), second.end());
  const Reading reading = read_unpacked("chain.fit", bytes);
  ASSERT_EQ(reading.activities.size(), 2U);
  EXPECT_FALSE(reading.salvaged);
}

}  // namespace
}  // namespace hipline::importers
