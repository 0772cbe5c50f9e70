#pragma once

#include <string>
#include <string_view>

#include "hipline/app/guide/guide.hpp"
#include "hipline/catalog/texts.hpp"

namespace hipline::app {

/// How the terminal may show it.
struct ScreenStyle {
  int columns = 80;
  bool colour = true;
};

/// What stands on the terminal at this moment of a guided circuit: side, word and number large enough to be read from
/// the mat, the rest small. The same moment gives the same lines.
std::string guide_screen(const Guide& guide, const catalog::Texts& texts, const ScreenStyle& style);

/// A number in digits five lines high, made of one character.
std::string big_number(std::string_view digits);

/// The page after the last step: how long it took, and what is over for today.
std::string guide_end(const Guide& guide, const catalog::Texts& texts);

}  // namespace hipline::app
