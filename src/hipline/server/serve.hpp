#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "hipline/base/error.hpp"
#include "hipline/server/phone/phone_line.hpp"
#include "hipline/server/settings.hpp"

namespace hipline::server {

struct ServeOptions {
  std::uint16_t port = 4747;          ///< 0: any free one
  std::string pages_folder;           ///< what the build of the pages made
  std::optional<PhoneOptions> phone;  ///< nothing: this computer only
};

/// What the terminal is told while serving.
struct ServeEvents {
  /// Answers are given from now on; `address` lets one browser in.
  std::function<void(const std::string& address)> ready;
  /// An address was used a second time; this one is fresh.
  std::function<void(const std::string& address)> fresh_address;
  PhoneEvents phone;
};

/// Serves on this machine, and paired phones on the home network where that is asked for, until the program is told to
/// end (SIGINT, SIGTERM), then closes cleanly. Call it before any other thread runs. Errors: port_in_use,
/// cannot_listen, those of the database, which is opened first, and of PhoneLine.
Status serve(const Settings& settings, const ServeOptions& options, const ServeEvents& events);

}  // namespace hipline::server
