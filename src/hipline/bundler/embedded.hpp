#pragma once

#include <string_view>

namespace hipline::bundler {

/// The content that this program was built with, as the bundler's JSON.
std::string_view embedded_bundle();

}  // namespace hipline::bundler
