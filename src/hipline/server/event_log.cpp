#include "hipline/server/event_log.hpp"

#include <utility>

namespace hipline::server {

void EventLog::tell(std::string name, std::string data) {
  const std::scoped_lock lock(mutex_);
  events_.push_back({std::move(name), std::move(data)});
  wake_all();
}

void EventLog::end() {
  const std::scoped_lock lock(mutex_);
  ended_ = true;
  wake_all();
}

EventLog::News EventLog::after(std::size_t seen) const {
  const std::scoped_lock lock(mutex_);
  News news;
  if (seen < events_.size()) news.events.assign(events_.begin() + static_cast<std::ptrdiff_t>(seen), events_.end());
  news.ended = ended_;
  return news;
}

int EventLog::listen(std::function<void()> wake) const {
  const std::scoped_lock lock(mutex_);
  listeners_.emplace(++last_listener_, std::move(wake));
  return last_listener_;
}

void EventLog::leave(int listener) const {
  const std::scoped_lock lock(mutex_);
  listeners_.erase(listener);
}

// Under the lock, so that nobody is woken after having left.
void EventLog::wake_all() {
  for (const auto& [number, wake] : listeners_) wake();
}

}  // namespace hipline::server
