#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hipline/model/run.hpp"

namespace hipline::importers {

/// A sport with its name for a sentence: "… is a bike ride".
struct NamedSport {
  model::Sport sport = model::Sport::other;
  std::string kind;
};

/// FIT's sport and sub-sport. Empty for "generic" and for none: then the file does not say.
std::optional<NamedSport> sport_of_fit(std::optional<std::uint8_t> sport, std::optional<std::uint8_t> sub_sport);

/// The word a TCX or GPX file uses, in any letter case ("Running", "trail_running", Strava's number 9).
/// Empty for a word that we do not know.
std::optional<NamedSport> sport_of_word(std::string_view word);

}  // namespace hipline::importers
