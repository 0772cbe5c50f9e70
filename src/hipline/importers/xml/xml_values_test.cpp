#include "hipline/importers/xml/xml_values.hpp"

#include <gtest/gtest.h>

namespace hipline::importers {
namespace {

TEST(XmlValues, a_moment_is_read_however_a_program_wrote_it) {
  const Instant at = *Instant::parse("2026-03-01T08:05:00Z");
  for (const char* text : {"2026-03-01T08:05:00Z", "2026-03-01T08:05:00.000Z", "2026-03-01T08:05:00,000Z",
                           "2026-03-01t08:05:00z", "2026-03-01 08:05:00 Z", "2026-03-01T08:05Z", "2026-3-1T8:5:0Z",
                           "2026/03/01 08:05:00", "2026-03-01T10:05:00+02", "2026-03-01T10:05:00+0200",
                           "2026-03-01 10:05:00 +02:00", "2026-03-01 08:05:00 UTC", "2026-03-01T03:05-05:00"}) {
    const auto read = time_in(text);
    ASSERT_TRUE(read) << text;
    EXPECT_EQ(read->at, at) << text;
  }
  EXPECT_EQ(time_in("2026-03-01T10:05:00+02")->offset_s, 7200);
  EXPECT_EQ(time_in("2026-03-01 03:05 -05:00")->offset_s, -18000);
  EXPECT_TRUE(time_in("2026/03/01 08:05:00")->without_zone);
  EXPECT_FALSE(time_in("2026-03-01t08:05:00z")->without_zone);
  EXPECT_EQ(time_in("2026-03-01T08:05:00,25Z")->at, Instant(at.milliseconds() + 250));
}

TEST(XmlValues, twenty_four_o_clock_is_the_next_midnight) {
  EXPECT_EQ(time_in("2026-02-28T24:00:00Z")->at, *Instant::parse("2026-03-01T00:00:00Z"));
  EXPECT_FALSE(time_in("2026-02-28T24:00:01Z"));
}

TEST(XmlValues, what_is_no_moment_is_none) {
  for (const char* text :
       {"", "yesterday", "08:05:00", "2026-03-01", "2026-13-01T08:05Z", "2026-02-30T08:05:00z", "01/03/2026 08:05:00",
        "2026-03-01T08:05:00 CEST", "2026-03-01T08:05:00+2:0x", "26-3-1T8:5Z"})
    EXPECT_FALSE(time_in(text)) << text;
}

TEST(XmlValues, a_number_may_have_a_comma_for_a_point_but_none_between_thousands) {
  EXPECT_EQ(number_in("47,25"), 47.25);
  EXPECT_EQ(number_in("-8,5"), -8.5);
  EXPECT_FALSE(number_in("1,234.5"));
  EXPECT_FALSE(number_in("1,234,5"));
  EXPECT_FALSE(number_in(","));
}

}  // namespace
}  // namespace hipline::importers
