#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hipline::server {

/// The text as gzip; nothing where it gains nothing: a short answer fits into one packet as it is.
std::optional<std::string> as_gzip(std::string_view text);

}  // namespace hipline::server
