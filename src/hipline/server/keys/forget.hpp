#pragma once

#include <string>

#include "hipline/base/error.hpp"

namespace hipline::server {

/// The page beside a database by which this computer's browser is opened with a key that works once.
std::string opening_page_path(const std::string& database_path);

/// Removes everything by which browsers and phones were let in to a database: its secret, the page that hands over a
/// key, its paired devices, and the authority with its key. Removing what is not there is done already.
/// Errors: cannot_write.
Status forget_keys(const std::string& database_path);

}  // namespace hipline::server
