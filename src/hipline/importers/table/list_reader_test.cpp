#include "hipline/importers/table/list_reader.hpp"

#include <gtest/gtest.h>

#include <string>

namespace hipline::importers {
namespace {

Reading read(const std::string& text) { return read_activity_list("list.csv", std::as_bytes(std::span(text))); }

/// Strava's long layout: the file's name in column 12, and finer columns behind it.
std::string strava_long(const std::string& header_words, const std::string& date, const std::string& sport) {
  std::string header = header_words;
  std::string row = "4711001,\"" + date + "\",Morning,\"" + sport +
                    "\",Easy.,3060,9.87,,,false,Hip 3 of 10.,,activities/4711001.fit.gz,,,";
  for (int i = 15; i < 44; ++i) header += ",c" + std::to_string(i);
  row += "3060.0,3000.0,9870.5,5.0,3.29,42.0,40.0,1,2,3,4,5,6,95.0,84.0,171.0,152.0,,,,,,,,,,,,6.0";
  return header + "\n" + row + "\n";
}

const std::string english =
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,"
    "Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight";
const std::string spanish =
    "ID de actividad,Fecha de la actividad,Nombre de la actividad,Tipo de actividad,Descripción,Tiempo transcurrido,"
    "Distancia,FC máx,Esfuerzo relativo,Desplazamiento,Nota privada,Material,Nombre de archivo,Peso,Peso de la bici";

TEST(ActivityList, stravas_long_layout_is_read_by_place_in_any_language) {
  for (const auto& [header, date, sport] :
       {std::tuple(english, "Mar 1, 2026, 8:00:00 AM", "Run"), std::tuple(spanish, "1 mar 2026, 8:00:00", "Carrera"),
        std::tuple(spanish, "1 mars 2026 à 08:00:00", "Course à pied"),
        std::tuple(spanish, "01.03.2026, 08:00:00", "Lauf"),
        std::tuple(spanish, "2026年3月1日 8:00:00", "ランニング")}) {
    const Reading reading = read(strava_long(header, date, sport));
    ASSERT_EQ(reading.activities.size(), 1U) << date;
    const Activity& activity = reading.activities[0];
    EXPECT_EQ(activity.described_file, "activities/4711001.fit.gz");
    EXPECT_EQ(activity.start_known, StartKnown::exactly) << date;
    EXPECT_EQ(activity.run.start.iso(), "2026-03-01T08:00:00Z") << date;
    EXPECT_EQ(activity.kind, "run") << sport;
    EXPECT_EQ(activity.run.elapsed.value(), 3060);
    EXPECT_EQ(activity.run.moving->value(), 3000);
    EXPECT_DOUBLE_EQ(activity.run.distance->value(), 9870.5);
    EXPECT_EQ(activity.run.session_rpe, 6);
    EXPECT_EQ(activity.run.note, "Easy.\nHip 3 of 10.");
    EXPECT_EQ(activity.run.heart_rate_mean_bpm, 152);
    EXPECT_EQ(activity.run.cadence_strides_per_min, 84);
    EXPECT_TRUE(reading.warnings.empty());
  }
}

TEST(ActivityList, stravas_short_layout_is_read_too_in_metres_or_kilometres) {
  const std::string header = "id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n";
  const Reading reading = read(header +
                               "12345678,2018-05-12 07:31:45,Run,Run,Hip sore.,3060,9870.5,false,,activities/1.gpx\n"
                               "12345679,2018-05-13 07:31:45,Run,Run,,3060,9.87,false,,activities/2.gpx\n");
  ASSERT_EQ(reading.activities.size(), 2U);
  EXPECT_DOUBLE_EQ(reading.activities[0].run.distance->value(), 9870.5);
  EXPECT_EQ(reading.activities[0].run.note, "Hip sore.");
  EXPECT_DOUBLE_EQ(reading.activities[1].run.distance->value(), 9870);
  EXPECT_EQ(reading.activities[1].run.start.iso(), "2018-05-13T07:31:45Z");
}

TEST(ActivityList, a_line_whose_date_cannot_be_read_still_speaks_of_its_file) {
  const Reading reading = read(strava_long(spanish, "a long time ago", "Carrera"));
  ASSERT_EQ(reading.activities.size(), 1U);
  EXPECT_EQ(reading.activities[0].start_known, StartKnown::not_at_all);
  EXPECT_EQ(reading.activities[0].run.session_rpe, 6);
}

TEST(ActivityList, a_log_by_hand_gives_day_distance_time_effort_and_pain) {
  const Reading reading =
      read("Date;km;Time;RPE;Pain\n2026-11-20;12,5;1:10:00;6;3\n2026-11-22;8;45;4;\n22.11.2026;5;0:30:00;3;0\n");
  ASSERT_EQ(reading.activities.size(), 3U);
  const Activity& first = reading.activities[0];
  EXPECT_EQ(first.start_known, StartKnown::by_day);
  EXPECT_EQ(first.run.start.iso(), "2026-11-20T12:00:00Z");
  EXPECT_EQ(first.kind, "run");
  EXPECT_EQ(first.run.distance->value(), 12500);
  EXPECT_EQ(first.run.elapsed.value(), 4200);
  EXPECT_EQ(first.run.session_rpe, 6);
  EXPECT_EQ(first.run.answers.worst_pain, 3);
  EXPECT_EQ(reading.activities[1].run.elapsed.value(), 45 * 60);
  EXPECT_FALSE(reading.activities[1].run.answers.worst_pain) << "an empty field is unknown, never 0";
  EXPECT_EQ(reading.activities[2].run.answers.worst_pain, 0);
}

TEST(ActivityList, pain_between_two_numbers_counts_as_the_higher_one) {
  EXPECT_EQ(read("date,km,pain\n2026-11-20,10,3.5\n").activities[0].run.answers.worst_pain, 4);
}

TEST(ActivityList, a_line_without_time_takes_six_minutes_a_kilometre_and_says_so) {
  const Reading reading = read("date,km\n2026-11-20,10\n");
  ASSERT_EQ(reading.activities.size(), 1U);
  EXPECT_EQ(reading.activities[0].run.elapsed.value(), 3600);
  ASSERT_EQ(reading.warnings.size(), 1U);
  EXPECT_EQ(reading.warnings[0], "In 1 line of `list.csv` no time stands: I took 6 minutes a kilometre.");
}

TEST(ActivityList, days_and_months_between_slashes_are_told_apart_by_the_whole_column_or_not_at_all) {
  EXPECT_EQ(read("date,km,time\n3/4/2026,10,50:00\n25/4/2026,10,50:00\n").activities[0].run.start.iso(),
            "2026-04-03T12:00:00Z");
  EXPECT_EQ(read("date,km,time\n3/4/2026,10,50:00\n4/25/2026,10,50:00\n").activities[0].run.start.iso(),
            "2026-03-04T12:00:00Z");
  EXPECT_EQ(read("date,km,time\n3/4/2026,10,50:00\n").verdict, Verdict::not_an_activity);
}

TEST(ActivityList, garmins_list_has_a_clock_without_zone_and_may_be_in_miles) {
  const std::string header =
      "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Run Cadence,Avg Stride Length\n";
  const Reading in_km = read(header +
                             "Running,2026-03-01 08:00:00,false,\"Zürich, "
                             "Running\",\"10.00\",\"600\",\"00:50:00\",\"150\",\"170\",\"170\",\"1.18\"\n");
  ASSERT_EQ(in_km.activities.size(), 1U);
  EXPECT_EQ(in_km.activities[0].start_known, StartKnown::by_local_clock);
  EXPECT_EQ(in_km.activities[0].run.distance->value(), 10000);
  EXPECT_EQ(in_km.activities[0].run.cadence_strides_per_min, 85);
  const Reading in_miles = read(header + "Running,2026-03-01 08:00:00,false,Run,6.21,600,00:50:00,150,170,170,1.18\n");
  EXPECT_NEAR(in_miles.activities[0].run.distance->value(), 9994, 1);
  EXPECT_EQ(in_miles.warnings.size(), 1U);
}

TEST(ActivityList, intervals_icu_counts_in_metres_and_seconds_and_feel_the_other_way) {
  const Reading reading = read(
      "id,start_date_local,name,type,moving_time,distance,elapsed_time,total_elevation_gain,average_heartrate,icu_rpe,"
      "feel\n"
      "i1,2026-03-01T08:00:00,Easy,Run,3000,10000.0,3100,55,150,7,2\n");
  ASSERT_EQ(reading.activities.size(), 1U);
  const model::Run& run = reading.activities[0].run;
  EXPECT_EQ(run.distance->value(), 10000);
  EXPECT_EQ(run.elapsed.value(), 3100);
  EXPECT_EQ(run.session_rpe, 7);
  EXPECT_EQ(run.feel, 75);
}

TEST(ActivityList, two_parts_of_a_time_are_what_a_runner_could_have_run) {
  EXPECT_EQ(read("date,km,time\n2026-11-20,4.01,18:57\n").activities[0].run.elapsed.value(), 1137);
  EXPECT_EQ(read("date,km,time\n2026-11-20,12,1:05\n").activities[0].run.elapsed.value(), 3900);
}

TEST(ActivityList, another_table_is_refused_as_no_training_file) {
  const Reading reading = read("name,colour\nband,red\n");
  EXPECT_EQ(reading.verdict, Verdict::refused);
  EXPECT_EQ(reading.code, "not_a_training_file");
}

TEST(ActivityList, quotes_commas_and_line_breaks_inside_a_field_belong_to_it) {
  const Reading reading = read(
      "\xEF\xBB\xBF"
      "date,km,time,notes\r\n2026-11-20,10,50:00,\"hip sore,\nthen \"\"fine\"\"\"\r\n2026-11-21,5,25:00,\r\n");
  ASSERT_EQ(reading.activities.size(), 2U);
  EXPECT_EQ(reading.activities[0].run.note, "hip sore,\nthen \"fine\"");
  EXPECT_EQ(reading.activities[1].run.note, "");
  EXPECT_EQ(reading.activities[1].run.distance->value(), 5000);
}

}  // namespace
}  // namespace hipline::importers
