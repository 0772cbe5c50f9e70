#include "hipline/importers/json/garmin_summaries.hpp"

#include <gtest/gtest.h>

#include <string>

namespace hipline::importers {
namespace {

Reading read(const std::string& text) {
  return read_garmin_summaries("0_summarizedActivities.json", std::as_bytes(std::span(text)));
}

TEST(GarminSummaries, lengths_are_centimetres_spans_milliseconds_and_effort_counts_to_a_hundred) {
  const Reading reading = read(
      R"([{"summarizedActivitiesExport":[{"activityId":1,"activityType":"trail_running","startTimeGmt":1772352000000.0,)"
      R"("startTimeLocal":1772355600000.0,"duration":3000000.0,"elapsedDuration":3100000.0,"distance":1000000.0,)"
      R"("elevationGain":5000.0,"avgHr":150.0,"maxHr":171.0,"avgDoubleCadence":170.0,"workoutRpe":60,"workoutFeel":75,)"
      R"("description":"Hip sore,\nthen \"fine\"."}]}])");
  ASSERT_EQ(reading.activities.size(), 1U);
  const Activity& activity = reading.activities[0];
  EXPECT_EQ(activity.kind, "trail run");
  EXPECT_EQ(activity.run.start.iso(), "2026-03-01T08:00:00Z");
  EXPECT_EQ(activity.run.file_offset_s, 3600);
  EXPECT_EQ(activity.run.elapsed.value(), 3100);
  EXPECT_EQ(activity.run.moving->value(), 3000);
  EXPECT_EQ(activity.run.distance->value(), 10000);
  EXPECT_EQ(activity.run.ascent->value(), 50);
  EXPECT_EQ(activity.run.cadence_strides_per_min, 85);
  EXPECT_EQ(activity.run.session_rpe, 6);
  EXPECT_EQ(activity.run.feel, 75);
  EXPECT_EQ(activity.run.note, "Hip sore,\nthen \"fine\".");
}

TEST(GarminSummaries, a_summary_without_time_is_left_out_and_counted) {
  const Reading reading = read(
      R"([{"summarizedActivitiesExport":[{"activityType":"running"},{"activityType":"running","startTimeGmt":1772352000000,"duration":60000}]}])");
  EXPECT_EQ(reading.activities.size(), 1U);
  EXPECT_EQ(reading.warnings.size(), 1U);
}

TEST(GarminSummaries, other_data_of_the_export_is_no_activity_and_no_json_no_training_file) {
  EXPECT_EQ(read(R"([{"sleepStart":1}])").code, "other_data");
  EXPECT_EQ(read(R"({"a":1})").code, "other_data");
  EXPECT_EQ(read("[{").code, "not_a_training_file");
  EXPECT_EQ(read_garmin_summaries("nothing.json", {}).code, "not_a_training_file");
}

}  // namespace
}  // namespace hipline::importers
