#include "hipline/exporters/text/layout.hpp"

#include <gtest/gtest.h>

namespace hipline::exporters {
namespace {

TEST(Layout, no_line_is_wider_than_the_page) {
  const std::string page = wrap(
      "Stop and walk home if it climbs above 5, turns sharp, or makes you limp. Nobody wins this race on a Tuesday.", 2,
      "- ", 40);
  std::size_t start = 0;
  while (start < page.size()) {
    const std::size_t end = page.find('\n', start);
    EXPECT_LE(columns_of(page.substr(start, end - start)), 40);
    start = end + 1;
  }
  EXPECT_EQ(page.substr(0, 6), "- Stop");
}

TEST(Layout, a_word_wider_than_the_page_stands_alone) {
  EXPECT_EQ(wrap("a verylongword b", 0, {}, 6), "a\nverylongword\nb\n");
}

TEST(Layout, a_command_stays_on_one_line) {
  EXPECT_EQ(wrap("see hipline\u00A0circuit", 0, {}, 12), "see\nhipline circuit\n");
}

TEST(Layout, letters_beyond_ascii_count_once) { EXPECT_EQ(columns_of("Größe …"), 7); }

TEST(Layout, dates_and_amounts_read_like_speech) {
  EXPECT_EQ(long_date(*LocalDay::parse("2026-11-22")), "Sunday 22 November");
  EXPECT_EQ(short_date(*LocalDay::parse("2026-12-01")), "Tue  1 Dec");
  EXPECT_EQ(distance_text(kilometres(8), model::Units::metric), "8 km");
  EXPECT_EQ(distance_text(kilometres(8), model::Units::imperial), "5 miles");
  EXPECT_EQ(duration_text(minutes(52)), "52 min");
  EXPECT_EQ(duration_text(minutes(125)), "2 h 5 min");
}

}  // namespace
}  // namespace hipline::exporters
