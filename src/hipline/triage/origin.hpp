#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/rules/evaluation.hpp"

namespace hipline::triage {

/// What the ache seems to come from. A label for planning only: no level is set from it.
enum class Leaning { strain, load, both, uncertain, neither };

/// What a sign speaks for; `neither` says that neither a strain nor load explains such an ache.
enum class Towards { strain, load, neither };

constexpr std::string_view name(Leaning leaning) {
  constexpr std::array<std::string_view, 5> names = {"strain", "load", "both", "uncertain", "neither"};
  return names[static_cast<std::size_t>(leaning)];
}

constexpr std::string_view name(Towards towards) {
  constexpr std::array<std::string_view, 3> names = {"strain", "load", "neither"};
  return names[static_cast<std::size_t>(towards)];
}

/// A word that rules of content/rules/origin `require`, and the parameter that says what it weighs.
struct OriginWord {
  std::string_view tag;
  Towards towards;
  std::string_view weight;  ///< empty: it decides and is not weighed
};
inline constexpr std::array<OriginWord, 5> origin_words = {{
    {"strain_strong", Towards::strain, "origin.strain_strong"},
    {"strain_weak", Towards::strain, "origin.strain_weak"},
    {"load_strong", Towards::load, "origin.load_strong"},
    {"load_weak", Towards::load, "origin.load_weak"},
    {"neither_fits", Towards::neither, ""},
}};

/// A rule about where the ache comes from, with what it says of this runner.
struct OriginSign {
  std::string rule;
  Towards towards = Towards::load;
  double weight = 0;
  std::vector<rules::DecidingFact> facts;
};

/// A sign that is not known, and what the answer would lean towards if it held.
struct OpenSign {
  OriginSign sign;
  Leaning leads_to = Leaning::uncertain;
};

/// Strain, load, both or neither, with everything that it was weighed from.
struct Origin {
  Leaning leans = Leaning::uncertain;
  bool see_first = false;  ///< a clinician level stands before it: it leans to neither side
  double strain = 0;       ///< what the signs of a strain weigh together
  double load = 0;
  std::vector<OriginSign> signs;       ///< those that hold, the heaviest first
  std::vector<OpenSign> would_change;  ///< unknown ones that alone would change the answer, the heaviest first
};

}  // namespace hipline::triage
