#include "hipline/exporters/text/grades.hpp"

namespace hipline::exporters {

std::string_view grade_name(rules::Grade grade) {
  switch (grade) {
    case rules::Grade::high: return "high";
    case rules::Grade::moderate: return "moderate";
    case rules::Grade::low: return "low";
    case rules::Grade::very_low: return "very_low";
    case rules::Grade::none: break;
  }
  return "none";
}

std::string_view known_name(rules::Known known) {
  switch (known) {
    case rules::Known::read: return "read";
    case rules::Known::secondary: return "secondary";
    case rules::Known::unchecked: break;
  }
  return "unchecked";
}

}  // namespace hipline::exporters
