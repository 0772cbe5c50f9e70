#include "hipline/app/import/progress.hpp"

#include <gtest/gtest.h>

namespace hipline::app {
namespace {

constexpr ImportProgress part_done() {
  return {.files = 120, .of_files = 2500, .bytes = 50'000'000, .of_bytes = 440'000'000, .readings = 120};
}

TEST(ImportProgress, tells_rate_and_remaining_time_by_bytes_and_not_by_files) {
  const auto pace = pace_of(part_done(), Seconds(2));
  ASSERT_TRUE(pace);
  EXPECT_DOUBLE_EQ(pace->bytes_per_s, 25e6);
  EXPECT_DOUBLE_EQ(pace->left.value(), 15.6);
  EXPECT_EQ(one_line(part_done(), Seconds(2)), "120 of 2500 files, 25 MB/s, about 16 s left");
}

TEST(ImportProgress, guesses_nothing_before_there_is_something_to_guess_from) {
  EXPECT_FALSE(pace_of(part_done(), Seconds(0.5)));
  EXPECT_FALSE(pace_of({.of_files = 1, .of_bytes = 10}, Seconds(60)));
  EXPECT_EQ(one_line({.of_files = 1, .of_bytes = 10}, Seconds(60)), "0 of 1 file");
}

TEST(ImportProgress, a_file_that_grew_meanwhile_leaves_no_time_below_zero) {
  const ImportProgress more = {.files = 1, .of_files = 2, .bytes = 20, .of_bytes = 10, .readings = 1};
  EXPECT_EQ(pace_of(more, Seconds(2))->left.value(), 0);
}

TEST(ImportProgress, long_waits_are_told_in_minutes_and_hours) {
  ImportProgress slow = part_done();
  slow.of_bytes = 6'000'000'000;
  EXPECT_EQ(one_line(slow, Seconds(2)), "120 of 2500 files, 25 MB/s, about 4 min left");
  EXPECT_EQ(one_line(slow, Seconds(200)), "120 of 2500 files, 0.25 MB/s, about 7 h left");
}

TEST(ImportProgress, members_of_archives_are_counted_beside_the_files) {
  EXPECT_EQ(one_line({.files = 0, .of_files = 1, .readings = 412}, Seconds(0)),
            "0 of 1 file (412 inside archives and out)");
}

}  // namespace
}  // namespace hipline::app
