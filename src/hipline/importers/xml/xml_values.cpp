#include "hipline/importers/xml/xml_values.hpp"

#include <algorithm>
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

/// Takes one or two digits off `rest`, `most` at most; -1 where there is none.
int take_number(std::string_view& rest, std::size_t most) {
  int value = -1;
  for (std::size_t i = 0; i < most && !rest.empty() && rest.front() >= '0' && rest.front() <= '9'; ++i) {
    value = std::max(value, 0) * 10 + (rest.front() - '0');
    rest.remove_prefix(1);
  }
  return value;
}

bool take_any(std::string_view& rest, std::string_view characters) {
  if (rest.empty() || characters.find(rest.front()) == std::string_view::npos) return false;
  rest.remove_prefix(1);
  return true;
}

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

/// The zone as `Instant::parse` wants it: `+02` becomes `+02:00`; empty for what names no zone.
std::optional<std::string> usual_zone(std::string_view zone) {
  if (zone.empty()) return std::string();
  if (zone == "Z" || zone == "z" || zone == "UTC" || zone == "GMT") return "Z";
  const char sign = zone.front();
  if (!take_any(zone, "+-")) return std::nullopt;
  const int hours = take_number(zone, 2);
  static_cast<void>(take_any(zone, ":"));
  const int minutes = zone.empty() ? 0 : take_number(zone, 2);
  if (hours < 0 || minutes < 0 || !zone.empty()) return std::nullopt;
  return sign + two_digits(hours) + ":" + two_digits(minutes);
}

/// A moment in the form that the formats ask for, where a program wrote it a little otherwise: without leading zeros or
/// seconds, with slashes, a comma before the fraction, `24:00`, blanks before the zone.
struct UsualTime {
  std::string text;  ///< without the zone
  std::string zone;
  bool next_day = false;
};

std::optional<UsualTime> in_usual_form(std::string_view rest) {
  const int year = take_number(rest, 4);
  const bool first = take_any(rest, "-/.");
  const int month = take_number(rest, 2);
  const bool second = take_any(rest, "-/.");
  const int day = take_number(rest, 2);
  if (year < 1000 || !first || month < 1 || !second || day < 1 || !take_any(rest, "Tt ")) return std::nullopt;
  rest = trimmed(rest);
  int hour = take_number(rest, 2);
  const bool colon = take_any(rest, ":");
  const int minute = take_number(rest, 2);
  if (hour < 0 || !colon || minute < 0) return std::nullopt;
  int seconds = 0;
  std::string fraction;
  if (take_any(rest, ":")) {
    seconds = take_number(rest, 2);
    if (seconds < 0) return std::nullopt;
    if (take_any(rest, ".,"))
      while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
        fraction += rest.front();
        rest.remove_prefix(1);
      }
  }
  const auto zone = usual_zone(trimmed(rest));
  if (!zone) return std::nullopt;
  UsualTime usual{.text = {}, .zone = *zone, .next_day = hour == 24 && minute == 0 && seconds == 0};
  if (usual.next_day) hour = 0;
  usual.text = std::to_string(year) + "-" + two_digits(month) + "-" + two_digits(day) + "T" + two_digits(hour) + ":" +
               two_digits(minute) + ":" + two_digits(seconds);
  if (!fraction.empty()) usual.text += "." + fraction;
  return usual;
}

}  // namespace

std::optional<double> number_in(std::string_view text) {
  text = trimmed(text);
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  // A program that wrote numbers as its country does: 47,25.
  if (error == std::errc() && end != text.data() + text.size() && *end == ',' &&
      text.find('.') == std::string_view::npos) {
    std::string with_point(text);
    with_point[static_cast<std::size_t>(end - text.data())] = '.';
    return number_in(with_point);
  }
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
  const auto usual = in_usual_form(text);
  if (!usual) return std::nullopt;
  const std::string whole = usual->text + (usual->zone.empty() ? "Z" : usual->zone);
  const auto at = Instant::parse(whole);
  if (!at) return std::nullopt;
  constexpr std::int64_t day_s = 86400;
  return WrittenTime{usual->next_day ? *at + day_s : *at, written_offset(whole), usual->zone.empty()};
}

}  // namespace hipline::importers
