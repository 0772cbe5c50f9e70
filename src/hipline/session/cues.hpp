#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "hipline/session/session.hpp"

namespace hipline::session {

/// Whose words are said with a cue.
enum class Says : std::uint8_t { nothing, step, phase };

/// Something to sound or say at a moment of the session's clock.
struct Cue {
  milliseconds at{0};
  Sound sound = Sound::none;
  Says says = Says::nothing;
  std::size_t step = 0;
  std::size_t phase = 0;  ///< of the step's exercise, where the phase is said
};

/// The words of a cue, in the script; may be empty.
std::string_view words(const Script& script, const Cue& cue);

/// The cues from the state's moment (included) until `horizon` later (not included), if nothing but time happens: to be
/// scheduled ahead on a clock of sound. None while the session is paused.
std::vector<Cue> cues(const Script& script, const State& state, milliseconds horizon);

}  // namespace hipline::session
