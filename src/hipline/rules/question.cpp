#include "hipline/rules/question.hpp"

namespace hipline::rules {

std::optional<int> days_valid(Validity validity) {
  switch (validity) {
    case Validity::ever: break;
    case Validity::days_28: return 28;
    case Validity::days_7: return 7;
    case Validity::day_1: return 1;
  }
  return std::nullopt;
}

}  // namespace hipline::rules
