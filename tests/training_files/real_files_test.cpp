#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "hipline/importers/read_file.hpp"
#include "read_bytes.hpp"

namespace hipline::importers {
namespace {

/// The readings of all real files under HIPLINE_SAMPLES by file name; empty where the variable names no folder.
const std::map<std::string, Reading>& real_readings() {
  static const std::map<std::string, Reading> readings = [] {
    std::map<std::string, Reading> found;
    const char* const folder = std::getenv("HIPLINE_SAMPLES");
    for (const std::string part : {"fit", "tcx", "gpx"}) {
      const std::filesystem::path path = std::filesystem::path(folder == nullptr ? "" : folder) / part;
      if (folder == nullptr || !std::filesystem::is_directory(path)) continue;
      for (const auto& entry : std::filesystem::directory_iterator(path)) {
        const std::string name = entry.path().filename().string();
        for (NamedReading& reading : read_file(name, read_bytes(entry.path().string()))) {
          found.emplace(reading.name, std::move(reading.reading));
        }
      }
    }
    std::cout << "real training files read: " << found.size() << "\n";
    return found;
  }();
  return readings;
}

struct Known {
  std::string file;
  std::size_t records;
  double distance_m;
  double within_m;
};

TEST(RealFiles, each_gives_activities_or_a_reason) {
  for (const auto& [name, reading] : real_readings()) {
    EXPECT_EQ(reading.verdict == Verdict::activities, !reading.activities.empty()) << name;
    EXPECT_EQ(reading.verdict == Verdict::activities, reading.reason.empty()) << name;
    EXPECT_EQ(reading.reason.empty(), reading.code.empty()) << name;
    EXPECT_NE(reading.verdict, Verdict::refused) << name << ": " << reading.reason;
    for (const Activity& activity : reading.activities) {
      EXPECT_GT(activity.run.elapsed.value(), 0) << name;
      EXPECT_FALSE(activity.kind.empty()) << name;
      EXPECT_TRUE(std::is_sorted(activity.samples.time_ms.begin(), activity.samples.time_ms.end())) << name;
    }
  }
}

TEST(RealFiles, known_counts_and_distances_come_out) {
  const std::vector<Known> known = {{"activity-small-fenix2-run.fit", 2809, 9008, 1},
                                    {"developer-types-sample.fit", 3424, 6754, 1},
                                    {"compressed-speed-distance.fit", 755, 10249, 1},
                                    {"2013-02-06-12-11-14.fit", 590, 4835, 1},
                                    {"activity-large-fenxi2-multisport.fit", 24239, 69800, 50}};
  for (const Known& expected : known) {
    const auto found = real_readings().find(expected.file);
    if (found == real_readings().end()) continue;
    std::size_t records = 0;
    double distance_m = 0;
    for (const Activity& activity : found->second.activities) {
      records += activity.samples.records();
      distance_m += activity.run.distance.value_or(Metres(0)).value();
    }
    EXPECT_EQ(records, expected.records) << expected.file;
    EXPECT_NEAR(distance_m, expected.distance_m, expected.within_m) << expected.file;
  }
}

TEST(RealFiles, heart_rates_that_a_strap_handed_over_after_the_swim_lie_on_its_records) {
  const auto found = real_readings().find("event_timestamp.fit");
  if (found == real_readings().end()) return;
  const auto& rates = found->second.activities.at(0).samples.heart_rate_bpm;
  ASSERT_EQ(rates.size(), 4376U);
  double sum = 0;
  for (const float rate : rates) sum += static_cast<double>(rate);
  EXPECT_NEAR(sum / static_cast<double>(rates.size()), 138.3, 1);  // as npm's @garmin/fitsdk lays them
}

TEST(RealFiles, the_damaged_ones_are_salvaged_with_a_reason) {
  for (const std::string name :
       {"activity-filecrc.fit", "activity-activity-filecrc.fit", "nick.fit", "activity-unexpected-eof.fit",
        "strava-android-app-201.10-b1218918.fit", "activity-settings-corruptheader.fit"}) {
    const auto found = real_readings().find(name);
    if (found == real_readings().end()) continue;
    EXPECT_TRUE(found->second.salvaged) << name;
    EXPECT_EQ(found->second.verdict, Verdict::activities) << name;
  }
}

TEST(RealFiles, four_chained_files_give_the_sports_of_a_triathlon) {
  const auto found = real_readings().find("sample_mulitple_header.fit");
  if (found == real_readings().end()) return;
  EXPECT_EQ(found->second.activities.size(), 5U);
  EXPECT_EQ(found->second.activities.back().kind, "run");
  EXPECT_NEAR(found->second.activities.back().run.distance->value(), 9806, 1);
}

TEST(RealFiles, routes_settings_workouts_and_day_logs_are_no_activities) {
  const std::map<std::string, std::string> expected = {
      {"MonitoringFile.fit", "fit_monitoring"},   {"Settings.fit", "fit_settings"},
      {"WorkoutRepeatSteps.fit", "fit_workout"},  {"WeightScaleMultiUser.fit", "fit_weight"},
      {"DeveloperData.fit", "fit_without_times"}, {"cerknicko-without-times.gpx", "gpx_without_times"},
      {"route.gpx", "gpx_without_track"},         {"unicode_with_bom.gpx", "gpx_without_track"},
  };
  for (const auto& [name, code] : expected) {
    const auto found = real_readings().find(name);
    if (found == real_readings().end()) continue;
    EXPECT_EQ(found->second.verdict, Verdict::not_an_activity) << name;
    EXPECT_EQ(found->second.code, code) << name;
  }
}

}  // namespace
}  // namespace hipline::importers
