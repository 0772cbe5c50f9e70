#include "hipline/store/steps.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <limits>

namespace hipline::store {
namespace {

using Numbers = std::vector<std::int64_t>;

std::optional<Numbers> and_back(const Numbers& numbers) {
  std::string packed;
  append_steps(packed, numbers);
  std::string_view rest = packed;
  auto taken = take_steps(rest, numbers.size());
  EXPECT_TRUE(rest.empty());
  return taken;
}

RC_GTEST_PROP(Steps, give_any_numbers_back, (const Numbers& numbers)) { RC_ASSERT(and_back(numbers) == numbers); }

RC_GTEST_PROP(Steps, give_long_columns_back_whatever_their_width, ()) {
  const auto width = *rc::gen::inRange(0, 65);
  const auto count = *rc::gen::inRange<std::size_t>(0, 700);
  auto numbers = *rc::gen::container<Numbers>(count, rc::gen::arbitrary<std::int64_t>());
  for (auto& number : numbers) number = width == 0 ? 0 : number >> (64 - width);
  RC_ASSERT(and_back(numbers) == numbers);
}

TEST(Steps, over_the_whole_range_wrap_and_come_back) {
  constexpr auto lowest = std::numeric_limits<std::int64_t>::min();
  constexpr auto highest = std::numeric_limits<std::int64_t>::max();
  const Numbers numbers = {highest, lowest, 0, lowest, highest, -1, highest, lowest};
  EXPECT_EQ(and_back(numbers), numbers);
}

TEST(Steps, that_are_all_the_same_take_next_to_nothing) {
  Numbers numbers;
  for (std::int64_t i = 0; i < 3600; ++i) numbers.push_back(1'750'000'000'000 + i * 1000);
  std::string packed;
  append_steps(packed, numbers);
  EXPECT_LT(packed.size(), 150U);
}

RC_GTEST_PROP(Steps, that_are_damaged_are_refused_or_read_but_never_beyond_their_end, (const std::string& bytes)) {
  std::string_view rest = bytes;
  const auto count = *rc::gen::inRange<std::size_t>(0, 4000);
  const auto taken = take_steps(rest, count);
  RC_ASSERT(rest.size() <= bytes.size());
  RC_ASSERT(!taken || taken->size() == count);
}

}  // namespace
}  // namespace hipline::store
