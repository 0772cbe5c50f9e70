#pragma once

#include <string>
#include <string_view>

#include "hipline/server/message/answer.hpp"

namespace hipline::server {

/// A whole answer that no browser keeps.
Answer of_text(int status, std::string content_type, std::string text);

/// Text as it may stand in a page, and in a field's value.
std::string escaped(std::string_view text);

/// A page of the server's own, for when the app's pages cannot be shown or not yet. `content` is markup.
Answer plain_page(int status, const std::string& title, const std::string& content);

/// Such a page of one sentence. Plain text, no markup.
Answer notice(int status, const std::string& title, const std::string& sentence);

inline constexpr std::string_view plain_style_path = "/plain.css";
/// What these pages look like: the policy against foreign content also keeps a style out of the page itself.
Answer plain_style();

}  // namespace hipline::server
