#include "hipline/importers/table/written_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "hipline/importers/xml/xml_values.hpp"

namespace hipline::importers {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Letters of the alphabet in lower case; bytes beyond ASCII as they are.
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

struct MonthName {
  std::string_view begins;  ///< in lower case; the longest beginning that fits counts
  int month;
};

/// How the names of months begin, in lower case and without a point behind.
constexpr std::array months = {
    MonthName{"jan", 1},   MonthName{"ene", 1},    MonthName{"gen", 1},   MonthName{"янв", 1},
    MonthName{"led", 1},   MonthName{"sty", 1},    MonthName{"oca", 1},   MonthName{"tammi", 1},
    MonthName{"feb", 2},   MonthName{"fév", 2},    MonthName{"fev", 2},   MonthName{"фев", 2},
    MonthName{"úno", 2},   MonthName{"lut", 2},    MonthName{"şub", 2},   MonthName{"helmi", 2},
    MonthName{"mar", 3},   MonthName{"mär", 3},    MonthName{"mrz", 3},   MonthName{"maa", 3},
    MonthName{"mrt", 3},   MonthName{"мар", 3},    MonthName{"bře", 3},   MonthName{"maalis", 3},
    MonthName{"apr", 4},   MonthName{"avr", 4},    MonthName{"abr", 4},   MonthName{"апр", 4},
    MonthName{"dub", 4},   MonthName{"kwi", 4},    MonthName{"nis", 4},   MonthName{"huhti", 4},
    MonthName{"may", 5},   MonthName{"mai", 5},    MonthName{"mag", 5},   MonthName{"mei", 5},
    MonthName{"maj", 5},   MonthName{"мая", 5},    MonthName{"май", 5},   MonthName{"kvě", 5},
    MonthName{"touko", 5}, MonthName{"jun", 6},    MonthName{"juin", 6},  MonthName{"giu", 6},
    MonthName{"июн", 6},   MonthName{"čvn", 6},    MonthName{"červn", 6}, MonthName{"cze", 6},
    MonthName{"haz", 6},   MonthName{"kesä", 6},   MonthName{"jul", 7},   MonthName{"juil", 7},
    MonthName{"lug", 7},   MonthName{"июл", 7},    MonthName{"čvc", 7},   MonthName{"červenc", 7},
    MonthName{"lip", 7},   MonthName{"tem", 7},    MonthName{"heinä", 7}, MonthName{"aug", 8},
    MonthName{"aoû", 8},   MonthName{"ago", 8},    MonthName{"авг", 8},   MonthName{"srp", 8},
    MonthName{"sie", 8},   MonthName{"ağu", 8},    MonthName{"elo", 8},   MonthName{"sep", 9},
    MonthName{"set", 9},   MonthName{"сен", 9},    MonthName{"zář", 9},   MonthName{"wrz", 9},
    MonthName{"eyl", 9},   MonthName{"syys", 9},   MonthName{"oct", 10},  MonthName{"okt", 10},
    MonthName{"out", 10},  MonthName{"ott", 10},   MonthName{"окт", 10},  MonthName{"říj", 10},
    MonthName{"paź", 10},  MonthName{"eki", 10},   MonthName{"loka", 10}, MonthName{"nov", 11},
    MonthName{"ноя", 11},  MonthName{"lis", 11},   MonthName{"kas", 11},  MonthName{"marras", 11},
    MonthName{"dec", 12},  MonthName{"dez", 12},   MonthName{"déc", 12},  MonthName{"dic", 12},
    MonthName{"des", 12},  MonthName{"дек", 12},   MonthName{"pro", 12},  MonthName{"gru", 12},
    MonthName{"ara", 12},  MonthName{"joulu", 12},
};

std::optional<int> month_named(std::string_view word) {
  const MonthName* best = nullptr;
  for (const MonthName& name : months)
    if (word.starts_with(name.begins) && (best == nullptr || name.begins.size() > best->begins.size())) best = &name;
  if (best == nullptr) return std::nullopt;
  return best->month;
}

struct Clock {
  int hours = 0;
  int minutes = 0;
  int seconds = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The first `H:MM` or `H:MM:SS` in a text.
std::optional<Clock> clock_in(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || !is_digit(text[colon - 1])) return std::nullopt;
  Clock clock;
  clock.begin = colon - 1;
  if (clock.begin > 0 && is_digit(text[clock.begin - 1])) --clock.begin;
  const auto two = [&](std::size_t at) -> std::optional<int> {
    if (at + 1 >= text.size() || !is_digit(text[at]) || !is_digit(text[at + 1])) return std::nullopt;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
  };
  std::from_chars(text.data() + clock.begin, text.data() + colon, clock.hours);
  const auto minutes = two(colon + 1);
  if (!minutes) return std::nullopt;
  clock.minutes = *minutes;
  clock.end = colon + 3;
  if (clock.end < text.size() && text[clock.end] == ':') {
    if (const auto seconds = two(clock.end + 1)) {
      clock.seconds = *seconds;
      clock.end += 3;
    }
  }
  if (clock.hours > 24 || clock.minutes > 59 || clock.seconds > 59) return std::nullopt;
  return clock;
}

/// "am" and "pm" as English and Spanish write them, points and spaces left out.
int half_day(std::string_view behind) {
  std::string letters;
  for (std::size_t i = 0; i < behind.size() && letters.size() < 2; ++i) {
    const char c = lower(behind[i]);
    if (c >= 'a' && c <= 'z')
      letters += c;
    else if (c != ' ' && c != '.' && c != '\xC2' && c != '\xA0' && c != '\xE2' && c != '\x80' && c != '\xAF')
      break;
  }
  if (letters == "am") return 1;
  return letters == "pm" ? 2 : 0;
}

struct Piece {
  std::string word;  ///< empty: a number
  int number = 0;
  std::size_t digits = 0;
};

/// Numbers and words in order; what stands between them is forgotten.
std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < text.size();) {
    Piece piece;
    if (is_digit(text[i])) {
      while (i < text.size() && is_digit(text[i])) {
        if (piece.digits < 9) piece.number = piece.number * 10 + (text[i] - '0');
        ++piece.digits;
        ++i;
      }
      pieces.push_back(piece);
    } else if ((lower(text[i]) >= 'a' && lower(text[i]) <= 'z') || (text[i] & '\x80') != 0) {
      while (i < text.size() && ((lower(text[i]) >= 'a' && lower(text[i]) <= 'z') || (text[i] & '\x80') != 0))
        piece.word += lower(text[i++]);
      pieces.push_back(std::move(piece));
    } else {
      ++i;
    }
  }
  return pieces;
}

std::optional<LocalDay> day_of(int year, int month, int day) {
  const auto made = LocalDay::from_ymd(year, month, day);
  if (!made) return std::nullopt;
  return *made;
}

std::optional<LocalDay> day_in(std::string_view text, DateOrder order) {
  std::vector<int> numbers;
  std::optional<std::size_t> year_at;
  std::optional<int> month;
  for (const Piece& piece : pieces_of(text)) {
    if (!piece.word.empty()) {
      if (!month) month = month_named(piece.word);
      continue;
    }
    if (piece.digits == 8 && numbers.empty())
      return day_of(piece.number / 10000, piece.number / 100 % 100, piece.number % 100);
    if (numbers.size() == 3) break;
    if (piece.digits == 4) year_at = numbers.size();
    numbers.push_back(piece.number);
  }
  if (!year_at) return std::nullopt;
  const int year = numbers[*year_at];
  numbers.erase(numbers.begin() + static_cast<std::ptrdiff_t>(*year_at));
  if (*year_at == 0 && numbers.size() >= 2) return day_of(year, numbers[0], numbers[1]);
  if (month && !numbers.empty()) return day_of(year, *month, numbers[0]);
  if (numbers.size() < 2) return std::nullopt;
  // A point or a dash between the numbers puts the day first in every country that writes so.
  if (text.find('/') == std::string_view::npos || order == DateOrder::day_first)
    return day_of(year, numbers[1], numbers[0]);
  if (order == DateOrder::month_first) return day_of(year, numbers[0], numbers[1]);
  return std::nullopt;
}

}  // namespace

std::optional<double> written_number(std::string_view text) {
  std::string plain;
  for (const char c : text)
    if (c != ' ' && c != '\'' && c != '\xC2' && c != '\xA0' && c != '\xE2' && c != '\x80' && c != '\xAF') plain += c;
  const std::size_t last = plain.find_last_of(".,");
  if (last != std::string::npos) {
    // The same mark twice groups thousands; else the last mark is the decimal one.
    const bool groups = std::count(plain.begin(), plain.end(), plain[last]) > 1;
    std::string cleaned;
    for (std::size_t i = 0; i < plain.size(); ++i) {
      if (plain[i] != '.' && plain[i] != ',')
        cleaned += plain[i];
      else if (i == last && !groups)
        cleaned += '.';
    }
    plain = std::move(cleaned);
  }
  return number_in(plain);
}

std::optional<Seconds> written_duration(std::string_view text, std::optional<double> distance_km) {
  std::vector<double> parts;
  while (true) {
    const std::size_t colon = text.find(':');
    const auto part = written_number(text.substr(0, colon));
    if (!part || *part < 0 || parts.size() == 3) return std::nullopt;
    parts.push_back(*part);
    if (colon == std::string_view::npos) break;
    text.remove_prefix(colon + 1);
  }
  constexpr double hour = 3600;
  if (parts.size() == 3) return Seconds(parts[0] * hour + parts[1] * 60 + parts[2]);
  if (parts.size() == 1) return Seconds(parts[0]);
  const double short_s = parts[0] * 60 + parts[1];
  const double long_s = short_s * 60;
  const auto on_foot = [&](double seconds) {
    constexpr double slowest_m_per_s = 0.8;
    constexpr double fastest_m_per_s = 7.5;
    const double speed = *distance_km * 1000 / seconds;
    return speed >= slowest_m_per_s && speed <= fastest_m_per_s;
  };
  if (distance_km && *distance_km > 0 && long_s > 0 && !on_foot(short_s) && on_foot(long_s)) return Seconds(long_s);
  return Seconds(short_s);
}

DateOrder date_order(const std::vector<std::string_view>& dates) {
  bool first_over_twelve = false;
  bool second_over_twelve = false;
  for (const std::string_view date : dates) {
    const auto pieces = pieces_of(date);
    if (pieces.size() < 3 || !pieces[0].word.empty() || !pieces[1].word.empty() || pieces[0].digits > 2) continue;
    first_over_twelve = first_over_twelve || pieces[0].number > 12;
    second_over_twelve = second_over_twelve || pieces[1].number > 12;
  }
  if (first_over_twelve == second_over_twelve) return DateOrder::unknown;
  return first_over_twelve ? DateOrder::day_first : DateOrder::month_first;
}

std::optional<WrittenDay> written_day(std::string_view text, DateOrder order) {
  WrittenDay written;
  const auto clock = clock_in(text);
  const auto day = day_in(clock ? text.substr(0, clock->begin) : text, order);
  if (!day) return std::nullopt;
  written.day = *day;
  if (!clock) return written;
  const std::string_view behind = text.substr(clock->end);
  const int half = half_day(behind);
  int hours = clock->hours % 24;
  // Midnight in the afternoon is what a list writes that knows only the day.
  if (half == 2 && hours == 0) return written;
  if (half != 0) hours = hours % 12 + (half == 2 ? 12 : 0);
  written.second_of_day = hours * 3600LL + clock->minutes * 60LL + clock->seconds;
  const std::size_t zone = behind.find_first_not_of(".0123456789 ");
  if (zone != std::string_view::npos && behind[zone] == 'Z') written.offset_s = 0;
  if (zone != std::string_view::npos && (behind[zone] == '+' || behind[zone] == '-')) {
    std::string digits;
    for (const char c : behind.substr(zone + 1))
      if (is_digit(c)) digits += c;
    if (digits.size() == 4) {
      const int seconds =
          ((digits[0] - '0') * 10 + (digits[1] - '0')) * 3600 + ((digits[2] - '0') * 10 + (digits[3] - '0')) * 60;
      written.offset_s = behind[zone] == '-' ? -seconds : seconds;
    }
  }
  return written;
}

}  // namespace hipline::importers
