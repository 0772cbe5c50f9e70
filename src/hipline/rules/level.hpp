#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hipline::rules {

/// What today allows, most careful first: a smaller value is the more careful one.
enum class Level : std::uint8_t {
  emergency,
  clinician_urgent,
  clinician_before_running,
  rest,
  cross_train,
  modify,
  as_planned,
};

/// Why a level was reached, which says what opens it again. A larger value is the stickier one.
enum class Kind : std::uint8_t {
  unanswered,  ///< only open screening questions: clears by answering
  changeable,  ///< an answer of the same day may be corrected
  sticky,      ///< stays until a clinician's advice is recorded
};

constexpr Level most_careful(Level a, Level b) { return a < b ? a : b; }
constexpr Kind stickiest(Kind a, Kind b) { return a > b ? a : b; }
/// At these levels there is no run, no circuit and no plan.
constexpr bool is_clinician_level(Level level) { return level <= Level::clinician_before_running; }

std::string_view name(Level level);
std::string_view name(Kind kind);
std::optional<Level> level_named(std::string_view name);
std::optional<Kind> kind_named(std::string_view name);

}  // namespace hipline::rules
