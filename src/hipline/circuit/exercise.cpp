#include "hipline/circuit/exercise.hpp"

namespace hipline::circuit {

std::string_view name(Direction direction) {
  switch (direction) {
    case Direction::flexion: return "flexion";
    case Direction::extension: return "extension";
    case Direction::abduction: return "abduction";
    case Direction::adduction: return "adduction";
    case Direction::external_rotation: return "external_rotation";
    case Direction::internal_rotation: return "internal_rotation";
    case Direction::core: return "core";
    case Direction::mobility_extension: return "mobility_extension";
    case Direction::mobility_internal_rotation: return "mobility_internal_rotation";
    case Direction::mobility_rotation: return "mobility_rotation";
  }
  return "";
}

std::string_view name(Phase phase) {
  switch (phase) {
    case Phase::calm: return "calm";
    case Phase::build: return "build";
    case Phase::maintain: return "maintain";
    case Phase::last_week: return "last_week";
  }
  return "";
}

std::string_view name(Band band) {
  switch (band) {
    case Band::none: return "none";
    case Band::light: return "light";
    case Band::heavy: return "heavy";
  }
  return "";
}

}  // namespace hipline::circuit
