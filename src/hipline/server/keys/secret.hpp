#pragma once

#include <string>
#include <string_view>

#include "hipline/base/error.hpp"

namespace hipline::server {

/// 32 bytes of the system's entropy as 64 hexadecimal digits.
std::string fresh_secret();

/// Compares without telling by its duration how much of a guess was right.
bool same_secret(std::string_view one, std::string_view other);

/// The secret kept in a file that only its owner may read (0600); made at first use, and made anew where others could
/// have read it or it is broken. Errors: cannot_write, disk_full.
Result<std::string> kept_secret(const std::string& path);

/// The file of the secret beside a database.
std::string secret_path(const std::string& database_path);

}  // namespace hipline::server
