#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hipline::app {

/// Bytes as text (RFC 4648, with padding).
std::string to_base64(std::string_view bytes);
/// Nothing where the text is not such a form.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace hipline::app
