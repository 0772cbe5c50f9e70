#include "hipline/importers/limits.hpp"

#include <gtest/gtest.h>

#include <string>

#include "hipline/importers/fit/fit_part.hpp"
#include "hipline/importers/gpx/gpx_reader.hpp"
#include "hipline/importers/tcx/tcx_reader.hpp"

namespace hipline::importers {
namespace {

constexpr ReadLimits tiny{.records = 3, .laps = 2, .activities = 1};

std::string with_points(int count, const std::string& begin, const std::string& end) {
  std::string text;
  for (int i = 0; i < count; ++i) text += begin + "<time>2026-03-01T08:00:0" + std::to_string(i) + "Z</time>" + end;
  return text;
}

TEST(Limits, records_of_one_byte_each_stop_at_the_limit_and_the_file_is_read_on) {
  // Local 0: a record with a time; local 1: a record of no field at all, one byte each; local 2: an empty lap and
  // session.
  std::vector<std::byte> bytes;
  const auto add = [&](std::initializer_list<int> values) {
    for (const int value : values) bytes.push_back(static_cast<std::byte>(value));
  };
  add({0x40, 0, 0, 20, 0, 1, 253, 4, 0x86, 0x00, 0, 0, 0, 0x40});
  add({0x41, 0, 0, 20, 0, 0, 0x42, 0, 0, 19, 0, 0, 0x43, 0, 0, 18, 0, 0});
  for (int i = 0; i < 9; ++i) add({0xA0 | i});
  for (int i = 0; i < 9; ++i) add({0x02, 0x03});
  const FitPart part = read_fit_part(bytes, bytes.size(), tiny);
  EXPECT_EQ(part.ending, FitEnding::complete);
  EXPECT_TRUE(part.beyond_limits);
  EXPECT_EQ(part.records.size(), 3U);
  EXPECT_EQ(part.laps.size(), 2U);
  EXPECT_EQ(part.sessions.size(), 1U);
}

TEST(Limits, an_endless_track_keeps_its_first_part_and_says_so) {
  const std::string gpx =
      "<gpx><trk><trkseg>" + with_points(9, "<trkpt lat=\"47\" lon=\"8\">", "</trkpt>") + "</trkseg></trk></gpx>";
  const Reading reading = read_gpx("a.gpx", std::as_bytes(std::span(gpx)), tiny);
  ASSERT_EQ(reading.activities.size(), 1U);
  EXPECT_EQ(reading.activities[0].samples.records(), 3U);
  ASSERT_TRUE(reading.salvaged);
  EXPECT_EQ(reading.salvaged->reason, "`a.gpx` goes on for longer than any training file: I kept its first part.");
}

TEST(Limits, endless_activities_laps_and_points_of_a_tcx_stop_too) {
  std::string laps;
  for (int i = 0; i < 5; ++i) {
    laps += "<Lap StartTime=\"2026-03-01T08:00:00Z\"><TotalTimeSeconds>9</TotalTimeSeconds><Track>";
    for (int k = 0; k < 5; ++k)
      laps += "<Trackpoint><Time>2026-03-01T08:00:0" + std::to_string(k) + "Z</Time></Trackpoint>";
    laps += "</Track></Lap>";
  }
  const std::string one = "<Activity Sport=\"Running\">" + laps + "</Activity>";
  const std::string tcx = "<TrainingCenterDatabase><Activities>" + one + one + "</Activities></TrainingCenterDatabase>";
  const Reading reading = read_tcx("a.tcx", std::as_bytes(std::span(tcx)), tiny);
  ASSERT_EQ(reading.activities.size(), 1U);
  EXPECT_EQ(reading.activities[0].samples.records(), 3U);
  EXPECT_TRUE(reading.salvaged);
}

}  // namespace
}  // namespace hipline::importers
