#pragma once

#include <string>

#include "hipline/base/error.hpp"

namespace hipline::app {

/// Who can put an error right: whoever asked, by asking differently, or nobody before disk, database, content or
/// program work.
enum class Fault { asked, world };
Fault fault_of(const Error& error);

/// `{"error":{"code":…,"where":…,"message":…}}`
std::string error_json(const Error& error);

}  // namespace hipline::app
