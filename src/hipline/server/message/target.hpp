#pragma once

#include <map>
#include <string>
#include <string_view>

#include "hipline/base/error.hpp"

namespace hipline::server {

/// What a request asks for, decoded once and strictly.
struct Target {
  std::string path;
  std::map<std::string, std::string> query;  ///< the last one of equal names
};

/// Reads `/path?name=value&…`. Errors: bad_address for broken or hidden characters, and for steps out of the folder
/// ("..").
Result<Target> read_target(std::string_view raw);

/// The value of one cookie in a Cookie header; empty where there is none.
std::string cookie(std::string_view header, std::string_view name);

}  // namespace hipline::server
