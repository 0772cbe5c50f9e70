#include "hipline/rules/level.hpp"

#include <array>

namespace hipline::rules {
namespace {

constexpr std::array<std::string_view, 7> level_names = {
    "emergency", "clinician_urgent", "clinician_before_running", "rest", "cross_train", "modify", "as_planned"};
constexpr std::array<std::string_view, 3> kind_names = {"unanswered", "changeable", "sticky"};

template <typename Enum, std::size_t size>
std::optional<Enum> find(const std::array<std::string_view, size>& names, std::string_view wanted) {
  for (std::size_t i = 0; i < size; ++i) {
    if (names[i] == wanted) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view name(Level level) { return level_names[static_cast<std::size_t>(level)]; }
std::string_view name(Kind kind) { return kind_names[static_cast<std::size_t>(kind)]; }
std::optional<Level> level_named(std::string_view name) { return find<Level>(level_names, name); }
std::optional<Kind> kind_named(std::string_view name) { return find<Kind>(kind_names, name); }

}  // namespace hipline::rules
