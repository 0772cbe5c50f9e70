#pragma once

#include <string>

namespace hipline::server {

/// A page of one sentence, for when the real pages cannot be shown. Plain text, no markup.
std::string notice_page(const std::string& title, const std::string& sentence);

}  // namespace hipline::server
