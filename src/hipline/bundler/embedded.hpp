#pragma once

#include <string_view>

namespace hipline::bundler {

/// The content that this program was built with, as the bundler's JSON.
std::string_view embedded_bundle();

/// The part of it that a decision needs, without the rules' cases and the figures' drawings; same hash.
std::string_view embedded_deciding_part();

}  // namespace hipline::bundler
