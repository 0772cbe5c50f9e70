#include "hipline/baseline/session.hpp"

#include <array>
#include <utility>

namespace hipline::baseline {
namespace {

constexpr std::array<std::pair<SessionKind, std::string_view>, 6> names = {{
    {SessionKind::easy, "easy"},
    {SessionKind::long_run, "long"},
    {SessionKind::quality, "quality"},
    {SessionKind::race, "race"},
    {SessionKind::cross_train, "cross_train"},
    {SessionKind::rest, "rest"},
}};

}  // namespace

std::string_view name(SessionKind kind) {
  for (const auto& [known, word] : names) {
    if (known == kind) return word;
  }
  return "rest";
}

std::optional<SessionKind> session_kind_named(std::string_view word) {
  for (const auto& [kind, known] : names) {
    if (known == word) return kind;
  }
  return std::nullopt;
}

std::string_view name(Origin origin) {
  switch (origin) {
    case Origin::own_plan: return "own_plan";
    case Origin::last_weeks: return "last_weeks";
    case Origin::little_known: return "little_known";
  }
  return "little_known";
}

}  // namespace hipline::baseline
