#include "hipline/importers/gpx/gpx_reader.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <string>

namespace hipline::importers {
namespace {

Reading read(const std::string& text) { return read_gpx("a.gpx", std::as_bytes(std::span(text))); }

/// A point `i` of 10 m each, 4 s apart, starting at `minute` past eight.
std::string point(int i, int minute = 0, const std::string& more = "", const std::string& zone = "Z") {
  const int seconds = i * 4;
  char time[40];
  std::snprintf(time, sizeof time, "2026-03-01T08:%02d:%02d", minute + seconds / 60, seconds % 60);
  return "<trkpt lat=\"" + std::to_string(47 + i * 0.00009) + "\" lon=\"8.5\"><time>" + time + zone + "</time>" + more +
         "</trkpt>";
}

std::string points(int count, int minute = 0) {
  std::string text;
  for (int i = 0; i < count; ++i) text += point(i, minute);
  return text;
}

std::string gpx(const std::string& inside) { return "<gpx>" + inside + "</gpx>"; }
std::string track(const std::string& inside, const std::string& type = "running") {
  return "<trk><type>" + type + "</type><trkseg>" + inside + "</trkseg></trk>";
}

TEST(Gpx, a_tracks_description_and_comment_are_the_runs_note) {
  const Reading reading =
      read(gpx("<metadata><desc>of the file</desc></metadata><trk><cmt>Easy.</cmt>"
               "<desc>Hip sore.</desc><type>running</type><trkseg>" +
               points(10) + "</trkseg></trk>"));
  ASSERT_EQ(reading.activities.size(), 1U);
  EXPECT_EQ(reading.activities[0].run.note, "Hip sore.\nEasy.");
}

TEST(Gpx, a_pause_between_segments_counts_neither_as_way_nor_as_moving_time) {
  const Reading reading = read(
      gpx("<trk><type>running</type><trkseg>" + points(10) + "</trkseg><trkseg>" + points(10, 5) + "</trkseg></trk>"));
  ASSERT_EQ(reading.activities.size(), 1U);
  const model::Run& run = reading.activities[0].run;
  EXPECT_EQ(run.elapsed.value(), 336);
  EXPECT_EQ(run.moving->value(), 72);
  EXPECT_NEAR(run.distance->value(), 180, 1);
}

std::string untimed(int i) { return "<trkpt lat=\"" + std::to_string(47 + i * 0.00009) + "\" lon=\"8.5\"/>"; }

TEST(Gpx, points_without_a_time_between_two_that_have_one_are_kept_and_said_so) {
  std::string inside;
  for (int i = 0; i < 11; ++i) inside += i % 3 == 0 || i == 10 ? point(i) : untimed(i);
  const Reading reading = read(gpx(track(inside)));
  ASSERT_EQ(reading.activities.size(), 1U);
  ASSERT_EQ(reading.activities[0].samples.records(), 11U);
  // Each lies where it was at an even pace: 4 s apart.
  for (std::size_t i = 0; i + 1 < 11; ++i)
    EXPECT_NEAR(
        static_cast<double>(reading.activities[0].samples.time_ms[i + 1] - reading.activities[0].samples.time_ms[i]),
        4000, 50);
  EXPECT_EQ(reading.warnings.at(0),
            "In `a.gpx` 6 points have no time: I placed them in time between the points before and after.");
}

TEST(Gpx, points_without_a_time_at_the_ends_of_a_segment_are_left_out_and_said_so) {
  const Reading reading = read(gpx(track(untimed(0) + points(10) + untimed(10))));
  ASSERT_EQ(reading.activities.size(), 1U);
  EXPECT_EQ(reading.activities[0].samples.records(), 10U);
  EXPECT_EQ(reading.warnings.at(0), "In `a.gpx` 2 points have no time: left out.");
}

TEST(Gpx, a_planned_route_with_a_time_at_each_end_is_no_run) {
  std::string inside = point(0);
  for (int i = 1; i < 30; ++i) inside += untimed(i);
  EXPECT_EQ(read(gpx(track(inside + point(30)))).code, "gpx_without_times");
}

TEST(Gpx, what_xml_forbids_in_a_name_loses_no_point) {
  for (const char* name : {"Run & Fun", "Run&nbsp;Fun", "Run \x0b Fun", "Run&#11;Fun"}) {
    const Reading reading = read(gpx("<trk><name>" + std::string(name) + "</name><type>running</type><trkseg>" +
                                     points(10) + "</trkseg></trk>"));
    ASSERT_EQ(reading.activities.size(), 1U) << name;
    EXPECT_FALSE(reading.salvaged) << name;
    EXPECT_EQ(reading.activities[0].samples.records(), 10U) << name;
    EXPECT_EQ(reading.warnings.size(), 1U) << name;
  }
  EXPECT_TRUE(
      read(gpx("<trk><name>Run &amp; &#38; Fun</name><type>running</type><trkseg>" + points(10) + "</trkseg></trk>"))
          .warnings.empty());
}

TEST(Gpx, a_place_written_with_a_comma_is_read) {
  std::string text = gpx(track(points(10)));
  for (std::size_t at = 0; (at = text.find("47.", at)) != std::string::npos;) text[at + 2] = ',';
  EXPECT_NEAR(read(text).activities.at(0).run.distance->value(), 90, 1);
}

TEST(Gpx, tracks_of_one_outing_are_one_activity_and_a_later_one_is_another) {
  const Reading reading = read(gpx(track(points(10)) + track(points(10, 10)) + track(points(10, 50))));
  ASSERT_EQ(reading.activities.size(), 2U);
  EXPECT_EQ(reading.activities[0].samples.records(), 20U);
}

TEST(Gpx, a_named_sport_is_believed_and_an_unknown_one_is_taken_by_pace_with_a_word) {
  EXPECT_EQ(read(gpx(track(points(10), "Trail Running"))).activities.at(0).kind, "trail run");
  EXPECT_EQ(read(gpx(track(points(10), "9"))).activities.at(0).run.sport, model::Sport::running);
  EXPECT_TRUE(read(gpx(track(points(10), "cycling"))).warnings.empty());
  const Reading taken = read(gpx(track(points(10), "morning thing")));
  EXPECT_EQ(taken.activities.at(0).run.sport, model::Sport::running);
  EXPECT_EQ(taken.warnings.size(), 1U);
}

TEST(Gpx, an_unknown_sport_with_the_rhythm_of_a_bike_is_no_run) {
  std::string inside;
  for (int i = 0; i < 20; ++i) inside += point(i, 0, "<extensions><cad>50</cad></extensions>");
  EXPECT_EQ(read(gpx(track(inside, ""))).activities.at(0).run.sport, model::Sport::other);
}

TEST(Gpx, prefixes_without_a_declaration_and_any_extension_spelling_are_read) {
  const Reading reading =
      read("<g:gpx><g:trk><g:trkseg>" +
           point(0, 0,
                 "<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>140</gpxtpx:hr></gpxtpx:TrackPointExtension></"
                 "extensions>") +
           point(1, 0, "<extensions><ns3:hr>150</ns3:hr></extensions>") + "</g:trkseg></g:trk></g:gpx>");
  ASSERT_EQ(reading.activities.size(), 1U);
  EXPECT_EQ(reading.activities[0].run.heart_rate_max_bpm, 150);
}

TEST(Gpx, an_offset_in_the_times_is_the_files_offset) {
  const Reading reading = read(gpx(track(point(0, 0, "", "-03:30") + point(1, 0, "", "-03:30"))));
  EXPECT_EQ(reading.activities.at(0).run.file_offset_s, -12600);
  EXPECT_EQ(reading.activities.at(0).run.start.iso(), "2026-03-01T11:30:00Z");
}

TEST(Gpx, times_without_a_zone_are_read_as_utc_and_said_so) {
  const Reading reading = read(gpx(track(point(0, 0, "", "") + point(1, 0, "", ""))));
  ASSERT_EQ(reading.warnings.size(), 1U);
  EXPECT_NE(reading.warnings[0].find("UTC"), std::string::npos);
}

TEST(Gpx, a_route_without_times_is_no_run) {
  const Reading reading =
      read(gpx("<trk><trkseg><trkpt lat=\"47\" lon=\"8\"/><trkpt lat=\"47.1\" lon=\"8\"/></trkseg></trk>"));
  EXPECT_EQ(reading.verdict, Verdict::not_an_activity);
  EXPECT_EQ(reading.code, "gpx_without_times");
}

TEST(Gpx, one_that_breaks_off_keeps_what_came_before) {
  const std::string whole = gpx(track(points(40)));
  const Reading reading = read(whole.substr(0, whole.size() / 2));
  ASSERT_EQ(reading.activities.size(), 1U);
  ASSERT_TRUE(reading.salvaged);
  EXPECT_EQ(reading.salvaged->reason, "`a.gpx` breaks off after 1 minute: I kept those 1 minute.");
}

TEST(Gpx, a_name_in_another_encoding_than_announced_does_not_cost_the_run) {
  const Reading reading =
      read("<?xml version=\"1.0\" encoding=\"UTF-8\"?><gpx><metadata><name>Z\xFCrich</name></metadata>" +
           track(points(10)) + "</gpx>");
  EXPECT_EQ(reading.activities.size(), 1U);
  EXPECT_FALSE(reading.salvaged);
}

TEST(Gpx, entities_and_endless_nesting_are_refused) {
  const std::string bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE g [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><gpx><name>&b;</name></gpx>";
  EXPECT_EQ(read(bomb).verdict, Verdict::refused);
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<a>";
  EXPECT_EQ(read("<gpx>" + deep).verdict, Verdict::refused);
}

}  // namespace
}  // namespace hipline::importers
