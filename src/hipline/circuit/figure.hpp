#pragma once

#include <string>
#include <vector>

#include "hipline/base/quantity.hpp"

namespace hipline::circuit {

/// One part of a drawn repetition, with what is said, heard and counted in it.
struct FigurePhase {
  std::string name;
  std::string cue;  ///< said and shown when it begins; empty: nothing
  Seconds length;
  std::string sound;  ///< rise, tick, tick-5, soft, end, none
  std::string count;  ///< rep, down, up; empty: nothing
};

/// A drawn exercise, as far as the session plays it. How it is drawn is the shell's: it reads the whole file.
struct Figure {
  std::string id;
  std::string title;
  std::string alt;  ///< what is seen, in one sentence
  std::vector<FigurePhase> phases;
};

}  // namespace hipline::circuit
