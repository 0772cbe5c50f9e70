#include "hipline/importers/wording.hpp"

#include <cmath>

namespace hipline::importers {

std::string quoted(std::string_view name) {
  constexpr std::size_t longest = 200;
  std::string text = "`";
  if (name.size() > longest) {
    text += "…";
    name.remove_prefix(name.size() - longest);
    // Not in the middle of a character: continuation bytes of UTF-8 start with the bits 10.
    while (!name.empty() && (static_cast<unsigned char>(name.front()) & 0xC0U) == 0x80U) name.remove_prefix(1);
  }
  for (const char c : name) text += (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '`') ? '?' : c;
  return text + "`";
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
  return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

std::string spoken(Seconds span) {
  const double seconds = span.value();
  if (!(seconds >= 0 && seconds < 1e9)) return "an unknown time";
  if (seconds < 60) return counted(static_cast<std::size_t>(seconds), "second", "seconds");
  const auto minutes = static_cast<std::size_t>(seconds / 60);
  if (minutes < 120) return counted(minutes, "minute", "minutes");
  const std::string rest = std::to_string(minutes % 60);
  return std::to_string(minutes / 60) + " h " + (rest.size() < 2 ? "0" : "") + rest + " min";
}

std::string placed_between(const std::string& quoted_file, std::size_t points) {
  return "In " + quoted_file + " " + counted(points, "point has", "points have") +
         " no time: I placed them in time between the points before and after.";
}

std::string read_over_forbidden(const std::string& quoted_file) {
  return quoted_file + " holds characters that such a file must not hold: I read on over them.";
}

std::string more_than_any(const std::string& quoted_file) {
  return quoted_file + " goes on for longer than any training file: I kept its first part.";
}

}  // namespace hipline::importers
