#include "hipline/server/background.hpp"

#include <gtest/gtest.h>
#include <future>
#include <vector>

namespace hipline::server {
namespace {

TEST(Background, pieces_of_work_run_one_after_the_other_in_their_order) {
  std::vector<int> done;
  std::promise<void> last;
  Background background;
  for (int i = 0; i < 20; ++i) background.add([&done, i] { done.push_back(i); });
  background.add([&last] { last.set_value(); });
  last.get_future().wait();
  for (int i = 0; i < 20; ++i) EXPECT_EQ(done[static_cast<std::size_t>(i)], i);
}

TEST(Background, the_end_waits_for_the_piece_in_hand) {
  std::promise<void> begun;
  std::promise<void> may_end;
  bool done = false;
  std::thread ender([&] {
    Background background;
    background.add([&] {
      begun.set_value();
      may_end.get_future().wait();
      done = true;
    });
    begun.get_future().wait();  // only then does it end
  });
  may_end.set_value();
  ender.join();
  EXPECT_TRUE(done);
}

}  // namespace
}  // namespace hipline::server
