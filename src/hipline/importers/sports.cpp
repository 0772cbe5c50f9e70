#include "hipline/importers/sports.hpp"

#include <algorithm>
#include <array>

#include "hipline/formats/fit_messages.hpp"

namespace hipline::importers {
namespace {

namespace fit = formats::fit;
using model::Sport;

struct Word {
  std::string_view word;
  Sport sport;
  std::string_view kind;
};

/// Spaces, dashes and underscores are taken out before the look-up. The numbers are Strava's.
constexpr std::array words = {
    Word{"running", Sport::running, "run"},
    Word{"run", Sport::running, "run"},
    Word{"9", Sport::running, "run"},
    Word{"jogging", Sport::running, "run"},
    Word{"lauf", Sport::running, "run"},
    Word{"laufen", Sport::running, "run"},
    Word{"carrera", Sport::running, "run"},
    Word{"correr", Sport::running, "run"},
    Word{"courseàpied", Sport::running, "run"},
    Word{"corrida", Sport::running, "run"},
    Word{"corsa", Sport::running, "run"},
    Word{"hardlopen", Sport::running, "run"},
    Word{"løb", Sport::running, "run"},
    Word{"løp", Sport::running, "run"},
    Word{"löpning", Sport::running, "run"},
    Word{"juoksu", Sport::running, "run"},
    Word{"bieg", Sport::running, "run"},
    Word{"bieganie", Sport::running, "run"},
    Word{"běh", Sport::running, "run"},
    Word{"бег", Sport::running, "run"},
    Word{"забег", Sport::running, "run"},
    Word{"koşu", Sport::running, "run"},
    Word{"ランニング", Sport::running, "run"},
    Word{"跑步", Sport::running, "run"},
    Word{"laufband", Sport::treadmill_running, "treadmill run"},
    Word{"radfahrt", Sport::cycling, "bike ride"},
    Word{"radfahren", Sport::cycling, "bike ride"},
    Word{"ciclismo", Sport::cycling, "bike ride"},
    Word{"bicicleta", Sport::cycling, "bike ride"},
    Word{"vélo", Sport::cycling, "bike ride"},
    Word{"sortieàvélo", Sport::cycling, "bike ride"},
    Word{"pedalada", Sport::cycling, "bike ride"},
    Word{"fietsrit", Sport::cycling, "bike ride"},
    Word{"spaziergang", Sport::walking, "walk"},
    Word{"gehen", Sport::walking, "walk"},
    Word{"wanderung", Sport::walking, "hike"},
    Word{"caminata", Sport::walking, "walk"},
    Word{"marche", Sport::walking, "walk"},
    Word{"randonnée", Sport::walking, "hike"},
    Word{"caminhada", Sport::walking, "walk"},
    Word{"camminata", Sport::walking, "walk"},
    Word{"wandeling", Sport::walking, "walk"},
    Word{"schwimmen", Sport::swimming, "swim"},
    Word{"natación", Sport::swimming, "swim"},
    Word{"natation", Sport::swimming, "swim"},
    Word{"nuoto", Sport::swimming, "swim"},
    Word{"streetrunning", Sport::running, "run"},
    Word{"trackrunning", Sport::running, "run"},
    Word{"virtualrun", Sport::treadmill_running, "treadmill run"},
    Word{"treadmillrunning", Sport::treadmill_running, "treadmill run"},
    Word{"treadmill", Sport::treadmill_running, "treadmill run"},
    Word{"indoorrunning", Sport::treadmill_running, "indoor run"},
    Word{"trailrunning", Sport::trail_running, "trail run"},
    Word{"trailrun", Sport::trail_running, "trail run"},
    Word{"walking", Sport::walking, "walk"},
    Word{"walk", Sport::walking, "walk"},
    Word{"10", Sport::walking, "walk"},
    Word{"hiking", Sport::walking, "hike"},
    Word{"hike", Sport::walking, "hike"},
    Word{"4", Sport::walking, "hike"},
    Word{"biking", Sport::cycling, "bike ride"},
    Word{"cycling", Sport::cycling, "bike ride"},
    Word{"ride", Sport::cycling, "bike ride"},
    Word{"roadbiking", Sport::cycling, "bike ride"},
    Word{"mountainbiking", Sport::cycling, "bike ride"},
    Word{"virtualride", Sport::cycling, "bike ride"},
    Word{"1", Sport::cycling, "bike ride"},
    Word{"swimming", Sport::swimming, "swim"},
    Word{"swim", Sport::swimming, "swim"},
    Word{"16", Sport::swimming, "swim"},
    Word{"strengthtraining", Sport::strength, "strength session"},
    Word{"weighttraining", Sport::strength, "strength session"},
    Word{"skiing", Sport::other, "ski tour"},
    Word{"rowing", Sport::other, "row"},
    Word{"other", Sport::other, "activity of another kind"},
};

std::optional<NamedSport> running_of_fit(fit::SubSportNumber sub_sport) {
  switch (sub_sport) {
    case fit::SubSportNumber::treadmill:
    case fit::SubSportNumber::virtual_activity: return NamedSport{Sport::treadmill_running, "treadmill run"};
    case fit::SubSportNumber::indoor_running: return NamedSport{Sport::treadmill_running, "indoor run"};
    case fit::SubSportNumber::trail: return NamedSport{Sport::trail_running, "trail run"};
    default: return NamedSport{Sport::running, "run"};
  }
}

}  // namespace

std::optional<NamedSport> sport_of_fit(std::optional<std::uint8_t> sport, std::optional<std::uint8_t> sub_sport) {
  if (!sport) return std::nullopt;
  const auto sub = static_cast<fit::SubSportNumber>(sub_sport.value_or(0));
  switch (static_cast<fit::SportNumber>(*sport)) {
    case fit::SportNumber::generic: return std::nullopt;
    case fit::SportNumber::running: return running_of_fit(sub);
    case fit::SportNumber::cycling:
    case fit::SportNumber::e_biking: return NamedSport{Sport::cycling, "bike ride"};
    case fit::SportNumber::transition: return NamedSport{Sport::other, "change between two sports"};
    case fit::SportNumber::fitness_equipment:
      if (sub == fit::SubSportNumber::treadmill) return NamedSport{Sport::treadmill_running, "treadmill run"};
      if (sub == fit::SubSportNumber::strength) return NamedSport{Sport::strength, "strength session"};
      return NamedSport{Sport::other, "session on a gym machine"};
    case fit::SportNumber::swimming: return NamedSport{Sport::swimming, "swim"};
    case fit::SportNumber::training:
      if (sub == fit::SubSportNumber::strength) return NamedSport{Sport::strength, "strength session"};
      return NamedSport{Sport::other, "gym session"};
    case fit::SportNumber::walking: return NamedSport{Sport::walking, "walk"};
    case fit::SportNumber::hiking: return NamedSport{Sport::walking, "hike"};
    case fit::SportNumber::cross_country_skiing:
    case fit::SportNumber::alpine_skiing: return NamedSport{Sport::other, "ski tour"};
    case fit::SportNumber::rowing: return NamedSport{Sport::other, "row"};
    case fit::SportNumber::multisport: return NamedSport{Sport::other, "multisport activity"};
  }
  return NamedSport{Sport::other, "activity of another kind"};
}

std::optional<NamedSport> sport_of_word(std::string_view word) {
  std::string plain;
  for (const char c : word) {
    if (c == ' ' || c == '_' || c == '-' || c == '\t' || c == '\n') continue;
    plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const auto* const found =
      std::find_if(words.begin(), words.end(), [&](const Word& known) { return known.word == plain; });
  if (found == words.end()) return std::nullopt;
  return NamedSport{found->sport, std::string(found->kind)};
}

}  // namespace hipline::importers
