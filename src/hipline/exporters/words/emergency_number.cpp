#include "hipline/exporters/words/emergency_number.hpp"

namespace hipline::exporters {

std::string emergency_number(const catalog::Texts& texts, const std::optional<std::string>& country) {
  if (country) {
    if (const std::string* number = texts.find("emergency_numbers." + *country)) return *number;
  }
  return texts.say("emergency_numbers.unknown");
}

}  // namespace hipline::exporters
