#include "hipline/base/day.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace hipline {
namespace {

TEST(LocalDay, knows_its_weekday) {
  EXPECT_EQ(LocalDay::parse("2026-11-22")->weekday(), 6);
  EXPECT_EQ(LocalDay::parse("1970-01-01")->weekday(), 3);
  EXPECT_EQ(LocalDay::parse("1969-12-29")->weekday(), 0);
}

TEST(LocalDay, refuses_days_that_do_not_exist) {
  for (const char* text : {"2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "22.11.2026", "", "2026-11-22x"}) {
    EXPECT_EQ(LocalDay::parse(text).error().code, "bad_date") << text;
  }
}

TEST(LocalDay, text_and_day_are_the_same_day) {
  EXPECT_TRUE(rc::check([] {
    const LocalDay day(*rc::gen::inRange(-20000, 60000));
    RC_ASSERT(LocalDay::parse(day.iso()).value() == day);
    RC_ASSERT((day + 7).weekday() == day.weekday());
  }));
}

TEST(Instant, reads_offsets_and_fractions) {
  EXPECT_EQ(Instant::parse("2026-11-22T08:30:00+01:00")->iso(), "2026-11-22T07:30:00Z");
  EXPECT_EQ(Instant::parse("2026-11-22T07:30:00.25Z")->milliseconds() % 1000, 250);
  EXPECT_EQ(Instant::parse("2026-11-22T07:30:00").error().code, "bad_instant");
  EXPECT_EQ(Instant::parse("2026-11-22T25:30:00Z").error().code, "bad_instant");
}

TEST(Instant, text_and_instant_are_the_same_moment) {
  EXPECT_TRUE(rc::check([] {
    const Instant at(*rc::gen::inRange<std::int64_t>(-1'000'000'000'000, 4'000'000'000'000));
    RC_ASSERT(Instant::parse(at.iso()).value() == at);
  }));
}

TEST(Instant, its_day_depends_on_the_offset) {
  const Instant late = *Instant::parse("2026-11-22T23:30:00Z");
  EXPECT_EQ(day_at_offset(late, 0).iso(), "2026-11-22");
  EXPECT_EQ(day_at_offset(late, 3600).iso(), "2026-11-23");
}

}  // namespace
}  // namespace hipline
