#include "hipline/importers/xml/xml_values.hpp"

#include <charconv>
#include <cmath>
#include <string>

namespace hipline::importers {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// The offset at the end of a moment that `Instant::parse` has accepted: `+01:00`, `-0330`; empty for Z.
std::optional<int> written_offset(std::string_view text) {
  const std::size_t sign = text.find_last_of("+-");
  constexpr std::size_t after_the_time = 19;
  if (sign == std::string_view::npos || sign < after_the_time || text.size() < sign + 5) return std::nullopt;
  const auto digit = [&](std::size_t at) { return text[at] - '0'; };
  const std::size_t minutes = text[sign + 3] == ':' ? sign + 4 : sign + 3;
  if (text.size() < minutes + 2) return std::nullopt;
  const int seconds = (digit(sign + 1) * 10 + digit(sign + 2)) * 3600 + (digit(minutes) * 10 + digit(minutes + 1)) * 60;
  return text[sign] == '-' ? -seconds : seconds;
}

}  // namespace

std::optional<double> number_in(std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<double> number_within(std::string_view text, double lowest, double highest) {
  const auto value = number_in(text);
  if (!value || !(*value >= lowest && *value <= highest)) return std::nullopt;
  return value;
}

std::optional<WrittenTime> time_in(std::string_view text) {
  text = trimmed(text);
  if (const auto at = Instant::parse(text)) return WrittenTime{*at, written_offset(text), false};
  if (const auto at = Instant::parse(std::string(text) + "Z")) return WrittenTime{*at, std::nullopt, true};
  return std::nullopt;
}

}  // namespace hipline::importers
