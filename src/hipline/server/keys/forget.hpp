#pragma once

#include <string>

#include "hipline/base/error.hpp"

namespace hipline::server {

/// Removes everything by which browsers and phones were let in to a database: its secret, its paired devices, and the
/// authority with its key. Removing what is not there is done already. Errors: cannot_write.
Status forget_keys(const std::string& database_path);

}  // namespace hipline::server
