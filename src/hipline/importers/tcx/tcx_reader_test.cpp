#include "hipline/importers/tcx/tcx_reader.hpp"

#include <gtest/gtest.h>

#include <string>

namespace hipline::importers {
namespace {

Reading read(const std::string& activities) {
  const std::string text = "<TrainingCenterDatabase>" + activities + "</TrainingCenterDatabase>";
  return read_tcx("a.tcx", std::as_bytes(std::span(text)));
}

std::string activity(const std::string& inside, const std::string& sport = "Running") {
  return "<Activities><Activity Sport=\"" + sport + "\"><Id>2026-03-01T08:00:00Z</Id>" + inside +
         "</Activity></Activities>";
}

std::string lap(const std::string& inside, const std::string& start = "08:00:00", double seconds = 60,
                double metres = 180) {
  return "<Lap StartTime=\"2026-03-01T" + start + "Z\"><TotalTimeSeconds>" + std::to_string(seconds) +
         "</TotalTimeSeconds><DistanceMeters>" + std::to_string(metres) + "</DistanceMeters><Calories>12</Calories>" +
         inside + "</Lap>";
}

std::string point(const std::string& time, double metres, const std::string& more = "") {
  return "<Trackpoint><Time>2026-03-01T" + time + "Z</Time><DistanceMeters>" + std::to_string(metres) +
         "</DistanceMeters>" + more + "</Trackpoint>";
}

TEST(Tcx, what_the_runner_wrote_of_the_activity_is_its_note_and_what_stands_in_a_lap_is_not) {
  const std::string track = "<Track>" + point("08:00:00", 0) + point("08:01:00", 180) + "</Track>";
  const Reading reading =
      read(activity(lap(track + "<Notes>lap 1</Notes>") + "<Notes>Hip sore &amp; stiff,\n then fine. </Notes>"));
  ASSERT_EQ(reading.activities.size(), 1U);
  EXPECT_EQ(reading.activities[0].run.note, "Hip sore & stiff,\n then fine.");
}

TEST(Tcx, reads_garmins_extensions_under_any_prefix) {
  const std::string more =
      "<HeartRateBpm><Value>150</Value></HeartRateBpm><Extensions><ns3:TPX><ns3:Speed>3.1</ns3:Speed>"
      "<ns3:RunCadence>86</ns3:RunCadence><ns3:Watts>240</ns3:Watts></ns3:TPX></Extensions>";
  const Reading reading =
      read(activity(lap("<Track>" + point("08:00:00", 0, more) + point("08:01:00", 180, more) + "</Track>")));
  ASSERT_EQ(reading.activities.size(), 1U);
  const model::Samples& samples = reading.activities[0].samples;
  EXPECT_EQ(samples.speed_m_per_s[1], 3.1F);
  EXPECT_EQ(samples.cadence_strides_per_min[1], 86);
  EXPECT_EQ(samples.power_w[1], 240);
  EXPECT_EQ(reading.activities[0].run.heart_rate_mean_bpm, 150);
}

TEST(Tcx, a_treadmill_run_of_laps_alone_has_its_totals) {
  const Reading reading = read(
      activity(lap("<AverageHeartRateBpm><Value>140</Value></AverageHeartRateBpm>") + lap("", "08:01:00", 90, 250)));
  ASSERT_EQ(reading.activities.size(), 1U);
  const model::Run& run = reading.activities[0].run;
  EXPECT_EQ(run.elapsed.value(), 150);
  EXPECT_EQ(run.moving->value(), 150);
  EXPECT_EQ(run.distance->value(), 430);
  EXPECT_EQ(run.heart_rate_mean_bpm, 140);
}

TEST(Tcx, points_without_a_time_at_the_ends_are_left_out_and_said_so) {
  const Reading reading = read(activity(lap("<Track>" + point("08:00:00", 0) + point("08:01:00", 180) +
                                            "<Trackpoint><DistanceMeters>9</DistanceMeters></Trackpoint></Track>")));
  EXPECT_EQ(reading.activities.at(0).samples.records(), 2U);
  EXPECT_EQ(reading.warnings.size(), 1U);
}

TEST(Tcx, a_distance_that_begins_again_in_each_lap_is_counted_on) {
  const Reading reading =
      read(activity(lap("<Track>" + point("08:00:00", 0) + point("08:01:00", 180) + "</Track>") +
                    lap("<Track>" + point("08:01:10", 20) + point("08:02:00", 180) + "</Track>", "08:01:00")));
  EXPECT_EQ(reading.activities.at(0).samples.distance_m.back(), 360);
  EXPECT_EQ(reading.activities.at(0).run.distance->value(), 360);
}

TEST(Tcx, a_stop_of_the_watch_lies_in_elapsed_but_not_in_moving_time) {
  const Reading reading =
      read(activity(lap("<Track>" + point("08:00:00", 0) + point("08:01:00", 180) + "</Track>") +
                    lap("<Track>" + point("08:10:00", 180) + point("08:11:00", 360) + "</Track>", "08:10:00")));
  EXPECT_EQ(reading.activities.at(0).run.elapsed.value(), 660);
  EXPECT_EQ(reading.activities.at(0).run.moving->value(), 120);
}

TEST(Tcx, another_sport_is_kept_as_what_it_is) {
  const Reading reading = read(activity(lap(""), "Biking"));
  EXPECT_EQ(reading.activities.at(0).kind, "bike ride");
  EXPECT_FALSE(model::is_run(reading.activities.at(0).run.sport));
}

TEST(Tcx, a_course_is_no_run) {
  const Reading reading = read("<Courses><Course><Lap><TotalTimeSeconds>5</TotalTimeSeconds></Lap></Course></Courses>");
  EXPECT_EQ(reading.verdict, Verdict::not_an_activity);
  EXPECT_EQ(reading.code, "tcx_course");
}

/// Points 10 s and 30 m apart; every `nth` alone names its time.
std::string with_times(int nth) {
  std::string text = "<Track>";
  for (int i = 0; i <= 60; ++i) {
    char time[48];
    std::snprintf(time, sizeof time, "<Time>2026-03-01T08:%02d:%02dZ</Time>", i * 10 / 60, i * 10 % 60);
    text += "<Trackpoint>" + std::string(i % nth == 0 ? time : "") + "<DistanceMeters>" + std::to_string(i * 30) +
            "</DistanceMeters></Trackpoint>";
  }
  return text + "</Track>";
}

Reading in_lap(const std::string& totals, const std::string& track) {
  const std::string text =
      "<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Id>2026-03-01T08:00:00Z</Id>"
      "<Lap StartTime=\"2026-03-01T08:00:00Z\">" +
      totals + track + "</Lap></Activity></Activities></TrainingCenterDatabase>";
  return read_tcx("a.tcx", std::as_bytes(std::span(text)));
}

TEST(Tcx, points_without_a_time_between_two_that_have_one_are_kept_and_said_so) {
  const Reading reading = in_lap("", with_times(4));
  ASSERT_EQ(reading.activities.size(), 1U);
  ASSERT_EQ(reading.activities[0].samples.records(), 61U);
  EXPECT_EQ(reading.activities[0].samples.time_ms[1] - reading.activities[0].samples.time_ms[0], 10'000);
  EXPECT_EQ(reading.activities[0].samples.distance_m[1], 30);
  EXPECT_EQ(reading.warnings.at(0),
            "In `a.tcx` 45 points have no time: I placed them in time between the points before and after.");
}

TEST(Tcx, laps_in_kilometres_do_not_shrink_the_way_of_the_points) {
  const Reading reading =
      in_lap("<TotalTimeSeconds>600</TotalTimeSeconds><DistanceMeters>1.8</DistanceMeters>", with_times(1));
  EXPECT_EQ(reading.activities.at(0).run.distance->value(), 1800);
  EXPECT_EQ(reading.warnings.size(), 1U);
  // A treadmill's own count stays before that of the watch.
  EXPECT_EQ(in_lap("<DistanceMeters>1500</DistanceMeters>", with_times(1)).activities.at(0).run.distance->value(),
            1500);
}

}  // namespace
}  // namespace hipline::importers
