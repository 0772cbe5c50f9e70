#include "hipline/importers/apple/apple_health.hpp"

#include <gtest/gtest.h>

#include <string>

#include "hipline/importers/read_file.hpp"

namespace hipline::importers {
namespace {

std::string beat(const std::string& time, int bpm) {
  return "<Record type=\"HKQuantityTypeIdentifierHeartRate\" unit=\"count/min\" startDate=\"2026-03-01 " + time +
         " +0100\" endDate=\"2026-03-01 " + time + " +0100\" value=\"" + std::to_string(bpm) + "\"/>";
}

const std::string workout =
    "<Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"49.5\" durationUnit=\"min\" "
    "startDate=\"2026-03-01 09:00:00 +0100\" endDate=\"2026-03-01 09:50:00 +0100\">"
    "<WorkoutStatistics type=\"HKQuantityTypeIdentifierDistanceWalkingRunning\" sum=\"10.2\" unit=\"km\"/></Workout>";

std::string health(const std::string& inside, const std::string& document_type = "") {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + document_type + "<HealthData locale=\"de_CH\">" + inside +
         "</HealthData>";
}

Reading read(const std::string& text) { return read_unpacked("export.xml", std::as_bytes(std::span(text))); }

TEST(AppleHealth, a_workout_takes_the_beats_while_it_went_on_and_nothing_else) {
  const Reading reading = read(health(beat("08:59:00", 90) + beat("09:10:00", 150) + beat("09:05:00", 140) +
                                      "<Record type=\"HKQuantityTypeIdentifierBodyMass\" value=\"70\"/>" + workout));
  ASSERT_EQ(reading.activities.size(), 1U);
  const Activity& run = reading.activities[0];
  EXPECT_EQ(run.kind, "run");
  EXPECT_EQ(run.run.start.iso(), "2026-03-01T08:00:00Z");
  EXPECT_EQ(run.run.file_offset_s, 3600);
  EXPECT_EQ(run.run.elapsed.value(), 3000);
  EXPECT_EQ(run.run.moving->value(), 2970);
  EXPECT_EQ(run.run.distance->value(), 10200);
  EXPECT_EQ(run.samples.heart_rate_bpm, (std::vector<float>{140, 150}));
  EXPECT_EQ(run.run.heart_rate_max_bpm, 150);
}

TEST(AppleHealth, what_is_kept_in_its_place_holds_the_workouts_alone_and_reads_the_same) {
  const Reading reading = read(
      health(beat("09:05:00", 140) + "<Record type=\"HKQuantityTypeIdentifierBodyMass\" value=\"70\"/>" + workout));
  EXPECT_EQ(reading.extract.find("BodyMass"), std::string::npos);
  const Reading again = read(reading.extract);
  ASSERT_EQ(again.activities.size(), 1U);
  EXPECT_EQ(again.extract, reading.extract);
  EXPECT_EQ(again.activities[0].run.start, reading.activities[0].run.start);
  EXPECT_EQ(again.activities[0].run.file_offset_s, 3600);
  EXPECT_EQ(again.activities[0].run.distance, reading.activities[0].run.distance);
  EXPECT_EQ(again.activities[0].samples.time_ms, reading.activities[0].samples.time_ms);
}

TEST(AppleHealth, a_document_type_that_is_no_sound_xml_does_not_hide_the_workouts) {
  const Reading reading = read(
      health(workout, "<!DOCTYPE HealthData [\n<!ATTLIST Record\n  startDate CDATA #REQUIRED\n<!ELEMENT broken\n]>\n"));
  EXPECT_EQ(reading.activities.size(), 1U);
}

TEST(AppleHealth, one_that_breaks_off_keeps_its_workouts_and_says_so) {
  const std::string whole = health(workout + beat("09:10:00", 150));
  const Reading reading = read(whole.substr(0, whole.size() - 60));
  EXPECT_EQ(reading.activities.size(), 1U);
  ASSERT_TRUE(reading.salvaged);
  EXPECT_EQ(reading.salvaged->reason, "`export.xml` is damaged or breaks off: I kept the 1 workout before that.");
}

}  // namespace
}  // namespace hipline::importers
