#include "hipline/base/shared_list.hpp"

#include <gtest/gtest.h>

#include <string>

namespace hipline {
namespace {

using Words = SharedList<std::string>;

TEST(SharedList, IsEmptyUntilSomethingIsAdded) {
  Words words;
  EXPECT_TRUE(words.empty());
  EXPECT_EQ(words.begin(), words.end());
  words.push_back("hip");
  EXPECT_EQ(words, (Words{"hip"}));
}

TEST(SharedList, ACopySharesItsItems) {
  const Words words = {"hip", "flexor"};
  const Words copy = words;
  EXPECT_EQ(&copy.front(), &words.front());
}

TEST(SharedList, ChangingOneCopyLeavesTheOthers) {
  const Words words = {"hip", "flexor"};
  Words longer = words;
  longer.push_back("core");
  Words other = words;
  other.edit().front() = "knee";
  Words none = words;
  none.clear();
  EXPECT_EQ(words, (Words{"hip", "flexor"}));
  EXPECT_EQ(longer, (Words{"hip", "flexor", "core"}));
  EXPECT_EQ(other, (Words{"knee", "flexor"}));
  EXPECT_TRUE(none.empty());
}

TEST(SharedList, AloneItChangesInPlace) {
  Words words = {"hip", "flexor"};
  const std::string* first = &words.front();
  words.edit().back() = "core";
  EXPECT_EQ(&words.front(), first);
}

TEST(SharedList, IsEqualByItsItems) {
  EXPECT_EQ((Words{"hip"}), (Words{"hip"}));
  EXPECT_EQ(Words(), (Words(std::vector<std::string>{})));
  EXPECT_FALSE((Words{"hip"}) == (Words{"knee"}));
}

}  // namespace
}  // namespace hipline
