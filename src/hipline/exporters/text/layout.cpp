#include "hipline/exporters/text/layout.hpp"

#include <array>
#include <cmath>
#include <cstdio>

namespace hipline::exporters {
namespace {

constexpr std::array<const char*, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                 "Friday", "Saturday", "Sunday"};
constexpr std::array<const char*, 12> months = {"January", "February", "March",     "April",   "May",      "June",
                                                "July",    "August",   "September", "October", "November", "December"};
constexpr double metres_per_mile = 1609.344;

std::string_view take_word(std::string_view& text) {
  const std::size_t end = text.find(' ');
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return word;
}

}  // namespace

int columns_of(std::string_view text) {
  int columns = 0;
  for (const char c : text) columns += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return columns;
}

std::string wrap(std::string_view text, int indent, std::string_view first, int width) {
  const std::string margin(static_cast<std::size_t>(indent), ' ');
  std::string page;
  std::string line = first.empty() ? margin : std::string(first);
  while (columns_of(line) < indent) line += ' ';
  bool empty = true;
  const auto end_line = [&] {
    page += line + '\n';
    line = margin;
    empty = true;
  };
  while (true) {
    const std::size_t newline = text.find('\n');
    std::string_view paragraph = text.substr(0, newline);
    while (!paragraph.empty()) {
      const std::string_view word = take_word(paragraph);
      if (word.empty()) continue;
      if (!empty && columns_of(line) + 1 + columns_of(word) > width) end_line();
      if (!empty) line += ' ';
      line += word;
      empty = false;
    }
    end_line();
    if (newline == std::string_view::npos) break;
    text.remove_prefix(newline + 1);
  }
  // A space that must not end a line (U+00A0, between the words of a command) is an ordinary one on the page.
  constexpr std::string_view kept_space = "\u00A0";
  for (std::size_t at = page.find(kept_space); at != std::string::npos; at = page.find(kept_space, at))
    page.replace(at, kept_space.size(), " ");
  return page;
}

std::string long_date(LocalDay day) {
  return std::string(weekdays[static_cast<std::size_t>(day.weekday())]) + " " + std::to_string(day.day_of_month()) +
         " " + months[static_cast<std::size_t>(day.month() - 1)];
}

std::string short_date(LocalDay day) {
  char text[24];
  std::snprintf(text, sizeof text, "%.3s %2d %.3s", weekdays[static_cast<std::size_t>(day.weekday())],
                day.day_of_month(), months[static_cast<std::size_t>(day.month() - 1)]);
  return text;
}

std::string plain_number(double value) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", value);
  std::string number = text;
  while (number.back() == '0') number.pop_back();
  if (number.back() == '.') number.pop_back();
  return number == "-0" ? "0" : number;
}

std::string distance_text(Metres distance, model::Units units) {
  const bool miles = units == model::Units::imperial;
  const double value = distance.value() / (miles ? metres_per_mile : 1000.0);
  return plain_number(std::round(value * 10) / 10) + (miles ? " miles" : " km");
}

std::string duration_text(Seconds duration) {
  const int total = static_cast<int>(std::lround(duration.value() / 60));
  if (total < 90) return std::to_string(total) + " min";
  const int rest = total % 60;
  return std::to_string(total / 60) + " h" + (rest == 0 ? "" : " " + std::to_string(rest) + " min");
}

std::string first_sentence(const std::string& text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '.' && text[i + 1] == ' ') return text.substr(0, i + 1);
  }
  return text;
}

std::string comma_joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

}  // namespace hipline::exporters
