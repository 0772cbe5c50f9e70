#include "hipline/app/ports/zones.hpp"

#include <gtest/gtest.h>

namespace hipline::app {
namespace {

TEST(SystemZones, summer_and_winter_have_their_own_offsets) {
  const SystemZones zones;
  EXPECT_EQ(zones.offset_at("Europe/Berlin", *Instant::parse("2026-07-01T12:00:00Z")), 7200);
  EXPECT_EQ(zones.offset_at("Europe/Berlin", *Instant::parse("2026-12-01T12:00:00Z")), 3600);
  EXPECT_EQ(zones.offset_at("Asia/Kathmandu", *Instant::parse("2026-12-01T12:00:00Z")), 5 * 3600 + 45 * 60);
}

TEST(SystemZones, a_late_evening_run_belongs_to_the_day_where_it_was_run) {
  const SystemZones zones;
  const auto late = *Instant::parse("2026-11-22T03:30:00Z");
  EXPECT_EQ(local_day(zones, "America/New_York", late)->iso(), "2026-11-21");
  EXPECT_EQ(local_day(zones, "Europe/Berlin", late)->iso(), "2026-11-22");
}

TEST(SystemZones, a_wall_clock_time_is_found_even_where_the_clock_jumps) {
  const SystemZones zones;
  const auto spring = *LocalDay::parse("2026-03-29");
  EXPECT_EQ(zones.at("Europe/Berlin", spring, 2 * 3600 + 1800)->iso(), "2026-03-29T01:00:00Z");
  const auto autumn = *LocalDay::parse("2026-10-25");
  EXPECT_EQ(zones.at("Europe/Berlin", autumn, 2 * 3600 + 1800)->iso(), "2026-10-25T00:30:00Z");
}

TEST(SystemZones, an_unknown_name_is_refused_with_its_name) {
  const SystemZones zones;
  EXPECT_FALSE(zones.knows("Europe/Atlantis"));
  const auto offset = zones.offset_at("Europe/Atlantis", Instant());
  ASSERT_FALSE(offset);
  EXPECT_EQ(offset.error().code, "unknown_zone");
  EXPECT_EQ(offset.error().where, "Europe/Atlantis");
}

}  // namespace
}  // namespace hipline::app
