#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hipline/server/event_log.hpp"

namespace hipline::server {

/// The beginning of a request, as it came.
struct Head {
  std::string method;
  std::string target;  ///< with its query, not decoded
  /// The value of a header by its name in any case; nothing where it is not there.
  std::function<std::optional<std::string>(const char* name)> header;
  std::string from;  ///< the address of who asks, without a port
};

/// What goes back, byte for byte.
struct Answer {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::shared_ptr<const std::string> body;
  std::size_t from = 0;  ///< the part of the body that is sent
  std::size_t size = 0;
  std::shared_ptr<const EventLog> events;  ///< in place of a body
  std::size_t events_seen = 0;             ///< those that the browser has got before it lost the connection
};

}  // namespace hipline::server
