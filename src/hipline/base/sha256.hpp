#pragma once

#include <string>
#include <string_view>

namespace hipline {

/// The SHA-256 of some bytes as 64 lower-case hexadecimal digits: the name of a content (FIPS 180-4).
std::string sha256_hex(std::string_view bytes);

}  // namespace hipline
