#pragma once

#include <string_view>
#include <vector>

#include "hipline/session/session.hpp"

namespace hipline::session {

/// Something to sound or say at a moment of the session's clock.
struct Cue {
  milliseconds at{0};
  Sound sound = Sound::none;
  std::string_view say;  ///< into the script; empty: nothing
  std::size_t step = 0;
};

/// The cues from the state's moment (included) until `horizon` later (not included), if nothing but time happens: to be
/// scheduled ahead on a clock of sound. None while the session is paused. The script must outlive them.
std::vector<Cue> cues(const Script& script, const State& state, milliseconds horizon);

}  // namespace hipline::session
