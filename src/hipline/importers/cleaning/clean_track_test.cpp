#include "hipline/importers/cleaning/clean_track.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <cstring>

namespace hipline::importers {
namespace {

constexpr double metres_of_a_degree = 111'195;  // of latitude, on the sphere that ways are measured on

/// A sound run: a point a second at 3 m/s northwards, 140 beats, level ground.
Track sound_run(std::size_t seconds) {
  Track track(seconds);
  for (std::size_t i = 0; i < seconds; ++i) {
    track[i].time_ms = static_cast<std::int64_t>(i) * 1000;
    track[i].latitude_deg = 47 + static_cast<double>(i) * 3 / metres_of_a_degree;
    track[i].longitude_deg = 8.5;
    track[i].heart_rate_bpm = 140;
    track[i].altitude_m = 400;
  }
  return track;
}

bool same(double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }

bool equal(const Track& a, const Track& b) {
  for (std::size_t i = 0; i < a.size(); ++i)
    if (a[i].time_ms != b[i].time_ms || !same(a[i].latitude_deg, b[i].latitude_deg) ||
        !same(a[i].longitude_deg, b[i].longitude_deg) || !same(a[i].distance_m, b[i].distance_m) ||
        !same(static_cast<double>(a[i].heart_rate_bpm), static_cast<double>(b[i].heart_rate_bpm)) ||
        !same(static_cast<double>(a[i].altitude_m), static_cast<double>(b[i].altitude_m)))
      return false;
  return a.size() == b.size();
}

TEST(CleanTrack, a_sound_run_is_left_as_it_is) {
  Track track = sound_run(1800);
  const Track before = track;
  EXPECT_FALSE(clean_sensors(track).anything());
  EXPECT_TRUE(equal(track, before));
  EXPECT_FALSE(clean_track(track, true).anything());
  EXPECT_NEAR(track.back().distance_m, 1799 * 3, 1);
}

TEST(CleanTrack, places_that_slip_away_and_come_back_add_nothing_to_the_way) {
  Track track = sound_run(600);
  for (std::size_t i = 300; i < 303; ++i) track[i].longitude_deg = 8.52;  // a kilometre and a half to the east
  const Cleaned cleaned = clean_track(track, true);
  EXPECT_EQ(cleaned.places, 3U);
  EXPECT_NEAR(track.back().distance_m, 599 * 3, 1);
  EXPECT_EQ(say(cleaned, "`a.gpx`").at(0),
            "In `a.gpx` 3 places lie where nobody could have run to in the time: left out of the way.");
}

TEST(CleanTrack, a_first_fix_where_the_watch_was_switched_off_adds_nothing_to_the_way) {
  Track track = sound_run(600);
  for (std::size_t i = 0; i < 4; ++i) track[i].latitude_deg = 46;
  EXPECT_EQ(clean_track(track, true).places, 4U);
  EXPECT_NEAR(track.back().distance_m, 595 * 3, 1);
}

TEST(CleanTrack, a_jump_that_stays_may_be_a_way_and_is_left) {
  Track track = sound_run(600);
  for (std::size_t i = 300; i < 600; ++i) track[i].longitude_deg = 8.52;
  EXPECT_EQ(clean_track(track, true).places, 0U);
}

TEST(CleanTrack, a_ride_may_be_faster_than_any_run) {
  Track track = sound_run(600);
  track[300].longitude_deg = 8.52;
  EXPECT_FALSE(clean_track(track, false).anything());
}

TEST(CleanTrack, a_strap_without_contact_is_no_heart) {
  Track track = sound_run(600);
  for (std::size_t i = 200; i < 230; ++i) track[i].heart_rate_bpm = 70;
  track[400].heart_rate_bpm = 12;
  track[401].heart_rate_bpm = 240;
  EXPECT_EQ(clean_sensors(track).heart_rates, 32U);
  EXPECT_TRUE(std::isnan(track[215].heart_rate_bpm));
  EXPECT_EQ(track[230].heart_rate_bpm, 140);
}

TEST(CleanTrack, a_heart_that_calms_down_in_a_rest_is_left) {
  Track track = sound_run(600);
  for (std::size_t i = 200; i < 600; ++i) track[i].heart_rate_bpm = std::max(90.0F, 140 - static_cast<float>(i - 200));
  EXPECT_EQ(clean_sensors(track).heart_rates, 0U);
  // Nor one that falls fast and stays there: a strap that comes back on would have to return.
  for (std::size_t i = 200; i < 600; ++i) track[i].heart_rate_bpm = 90;
  EXPECT_EQ(clean_sensors(track).heart_rates, 0U);
}

Track loop() {
  Track track = sound_run(2400);
  for (std::size_t i = 1200; i < 2400; ++i) track[i].latitude_deg = track[2399 - i].latitude_deg;
  return track;
}

TEST(CleanTrack, a_loop_ends_on_the_height_where_it_began) {
  Track track = loop();
  for (std::size_t i = 0; i < track.size(); ++i) track[i].altitude_m = 400 + static_cast<float>(i) * 0.01F;
  const Cleaned cleaned = clean_track(track, true);
  EXPECT_NEAR(cleaned.altitude_drift_m, 23.4, 0.1);  // between the middles of the first and the last minute
  for (const TrackPoint& point : track) EXPECT_NEAR(point.altitude_m, 400.3, 0.1);
  EXPECT_EQ(say(cleaned, "`a.fit`").at(0),
            "In `a.fit` the altitude drifted by 23 m, although you ended where you began: taken off evenly.");
}

TEST(CleanTrack, who_ends_elsewhere_may_have_climbed) {
  Track track = sound_run(2400);
  for (std::size_t i = 0; i < track.size(); ++i) track[i].altitude_m = 400 + static_cast<float>(i) * 0.01F;
  EXPECT_EQ(clean_track(track, true).altitude_drift_m, 0);
}

TEST(CleanTrack, a_watch_left_on_after_the_last_step_does_not_lengthen_the_run) {
  Track track = sound_run(3000);
  for (std::size_t i = 1800; i < 3000; ++i) track[i].latitude_deg = track[1799].latitude_deg;
  const Cleaned cleaned = clean_track(track, true);
  // The last metres of the run are within what a place wanders while it lies still.
  EXPECT_NEAR(cleaned.left_on_s, 1200, 20);
  model::Run run;
  run.elapsed = Seconds(2999);
  run.moving = Seconds(2999);
  leave_out_left_on(run, track, cleaned.left_on_s);
  EXPECT_NEAR(run.elapsed.value(), 1800, 20);
  EXPECT_EQ(run.moving, run.elapsed);
  EXPECT_EQ(track.size(), 3000U);
  // Nine minutes at a level crossing at the end of a run are the runner's.
  Track short_wait = sound_run(3000);
  for (std::size_t i = 2460; i < 3000; ++i) short_wait[i].latitude_deg = short_wait[2459].latitude_deg;
  EXPECT_EQ(clean_track(short_wait, true).left_on_s, 0);
}

TEST(CleanTrack, a_distance_worked_out_from_speed_is_said_to_be) {
  Track track = sound_run(600);
  for (TrackPoint& point : track) {
    point.latitude_deg = point.longitude_deg = std::nan("");
    point.speed_m_per_s = 3;
  }
  const Cleaned cleaned = clean_track(track, true);
  EXPECT_TRUE(cleaned.distance_by_speed);
  EXPECT_NEAR(track.back().distance_m, 599 * 3, 1);
  EXPECT_EQ(say(cleaned, "`a.fit`").size(), 1U);
}

/// A run with whatever a sensor may do to it.
Track faulty_run() {
  Track track = *rc::gen::arbitrary<bool>() ? loop() : sound_run(static_cast<std::size_t>(*rc::gen::inRange(1, 900)));
  const float drift = static_cast<float>(*rc::gen::inRange(-40, 40)) / 2000;
  for (std::size_t i = 0; i < track.size(); ++i) track[i].altitude_m += drift * static_cast<float>(i);
  for (int fault = *rc::gen::inRange(0, 8); fault > 0; --fault) {
    const auto from = static_cast<std::size_t>(*rc::gen::inRange<std::size_t>(0, track.size()));
    const auto to = std::min(track.size(), from + *rc::gen::inRange<std::size_t>(1, 90));
    const double aside = *rc::gen::inRange(-2000, 2000) / 1e5;
    const auto rate = static_cast<float>(*rc::gen::inRange(0, 255));
    const bool of_places = *rc::gen::arbitrary<bool>();
    for (std::size_t i = from; i < to; ++i) {
      if (of_places)
        track[i].longitude_deg += aside;
      else
        track[i].heart_rate_bpm = rate;
    }
  }
  return track;
}

TEST(CleanTrack, cleaning_twice_changes_nothing_more) {
  EXPECT_TRUE(rc::check("sensors", [] {
    Track track = faulty_run();
    clean_sensors(track);
    const Track once = track;
    RC_ASSERT(!clean_sensors(track).anything());
    RC_ASSERT(equal(track, once));
  }));
  EXPECT_TRUE(rc::check("altitude", [] {
    Track track = faulty_run();
    clean_altitude(track);
    RC_ASSERT(clean_altitude(track) == 0);
  }));
}

TEST(CleanTrack, cleaning_never_makes_a_run_longer_nor_moves_a_point_in_time) {
  EXPECT_TRUE(rc::check("way and times", [] {
    Track dirty = faulty_run();
    Track clean = dirty;
    complete_distance(dirty);
    clean_track(clean, true);
    RC_ASSERT(clean.size() == dirty.size());
    double way = 0;
    double cleaner = 0;
    for (std::size_t i = 0; i < clean.size(); ++i) {
      RC_ASSERT(clean[i].time_ms == dirty[i].time_ms);
      if (std::isfinite(dirty[i].distance_m)) way = dirty[i].distance_m;
      if (std::isfinite(clean[i].distance_m)) cleaner = clean[i].distance_m;
    }
    RC_ASSERT(cleaner <= way + 1e-6);
  }));
}

}  // namespace
}  // namespace hipline::importers
