#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace hipline::server {

/// What happens in a long piece of work, told by the thread that does it and read by any number of others.
class EventLog {
 public:
  struct Event {
    std::string name;  ///< one word: "progress"
    std::string data;  ///< one JSON value
  };

  void tell(std::string name, std::string data);
  /// Nothing more will be told. Readers then end.
  void end();

  /// What was told after the first `seen` events, and whether that is all there will be.
  struct News {
    std::vector<Event> events;
    bool ended = false;
  };
  [[nodiscard]] News after(std::size_t seen) const;

  /// Calls `wake` whenever there is news, on the thread that tells, until `leave` is called with the number answered.
  int listen(std::function<void()> wake) const;
  void leave(int listener) const;

 private:
  void wake_all();

  mutable std::mutex mutex_;
  std::vector<Event> events_;
  bool ended_ = false;
  mutable int last_listener_ = 0;
  mutable std::map<int, std::function<void()>> listeners_;
};

}  // namespace hipline::server
