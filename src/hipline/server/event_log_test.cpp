#include "hipline/server/event_log.hpp"

#include <gtest/gtest.h>
#include <thread>

namespace hipline::server {
namespace {

TEST(EventLog, who_comes_later_misses_nothing) {
  EventLog log;
  log.tell("progress", "1");
  log.tell("progress", "2");
  const auto news = log.after(0);
  ASSERT_EQ(news.events.size(), 2);
  EXPECT_EQ(news.events[1].data, "2");
  EXPECT_FALSE(news.ended);
  EXPECT_EQ(log.after(1).events.size(), 1);
  log.end();
  EXPECT_TRUE(log.after(2).ended);
  EXPECT_TRUE(log.after(2).events.empty());
  EXPECT_TRUE(log.after(99).events.empty());
}

TEST(EventLog, a_listener_is_woken_by_every_event_and_by_the_end_until_it_leaves) {
  EventLog log;
  int woken = 0;
  const int listener = log.listen([&] { ++woken; });
  log.tell("progress", "1");
  log.end();
  EXPECT_EQ(woken, 2);
  log.leave(listener);
  log.tell("progress", "2");
  EXPECT_EQ(woken, 2);
}

TEST(EventLog, threads_that_tell_and_listen_at_once_lose_no_event) {
  EventLog log;
  std::thread teller([&] {
    for (int i = 0; i < 1000; ++i) log.tell("progress", std::to_string(i));
    log.end();
  });
  std::size_t seen = 0;
  while (true) {
    const int listener = log.listen([] {});
    const auto news = log.after(seen);
    for (const EventLog::Event& event : news.events) EXPECT_EQ(event.data, std::to_string(seen++));
    log.leave(listener);
    if (news.ended && news.events.empty()) break;
  }
  teller.join();
  EXPECT_EQ(seen, 1000);
}

}  // namespace
}  // namespace hipline::server
