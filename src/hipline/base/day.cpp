#include "hipline/base/day.hpp"

#include <chrono>
#include <cstdio>

namespace hipline {
namespace {

std::chrono::year_month_day ymd(LocalDay day) {
  return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{day.days_since_1970()}}};
}

/// Takes exactly `width` digits off the front of `text`; -1 where they are not there.
int take_digits(std::string_view& text, std::size_t width) {
  if (text.size() < width) return -1;
  int value = 0;
  for (std::size_t i = 0; i < width; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(width);
  return value;
}

bool take(std::string_view& text, char expected) {
  if (text.empty() || text.front() != expected) return false;
  text.remove_prefix(1);
  return true;
}

std::unexpected<Error> bad_instant(std::string_view text) {
  return failure("bad_instant", std::string(text),
                 "Write a moment like 2026-11-22T07:30:00Z or 2026-11-22T08:30:00+01:00.");
}

}  // namespace

Result<LocalDay> LocalDay::from_ymd(int year, int month, int day) {
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!(year >= 1900 && year <= 2200) || month < 1 || day < 1 || !date.ok()) {
    return failure("bad_date", std::to_string(year) + "-" + std::to_string(month) + "-" + std::to_string(day),
                   "This is not a day of the calendar between 1900 and 2200.");
  }
  return LocalDay(static_cast<std::int32_t>(std::chrono::sys_days{date}.time_since_epoch().count()));
}

Result<LocalDay> LocalDay::parse(std::string_view text) {
  std::string_view rest = text;
  const int year = take_digits(rest, 4);
  const bool first_dash = take(rest, '-');
  const int month = take_digits(rest, 2);
  const bool second_dash = take(rest, '-');
  const int day = take_digits(rest, 2);
  if (year < 0 || month < 0 || day < 0 || !first_dash || !second_dash || !rest.empty()) {
    return failure("bad_date", std::string(text), "Write a day as year-month-day, like 2026-11-22.");
  }
  return from_ymd(year, month, day);
}

std::string LocalDay::iso() const {
  char text[16];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", year(), month(), day_of_month());
  return text;
}

int LocalDay::year() const { return static_cast<int>(ymd(*this).year()); }
int LocalDay::month() const { return static_cast<int>(static_cast<unsigned>(ymd(*this).month())); }
int LocalDay::day_of_month() const { return static_cast<int>(static_cast<unsigned>(ymd(*this).day())); }

int LocalDay::weekday() const {
  // 1970-01-01 was a Thursday, the fourth day of the week.
  return ((days_ % 7) + 7 + 3) % 7;
}

Result<Instant> Instant::parse(std::string_view text) {
  std::string_view rest = text;
  if (rest.size() < 20) return bad_instant(text);
  const auto day = LocalDay::parse(rest.substr(0, 10));
  rest.remove_prefix(10);
  if (!day || !(take(rest, 'T') || take(rest, ' '))) return bad_instant(text);
  const int hour = take_digits(rest, 2);
  const bool first_colon = take(rest, ':');
  const int minute = take_digits(rest, 2);
  const bool second_colon = take(rest, ':');
  const int second = take_digits(rest, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60 || !first_colon ||
      !second_colon) {
    return bad_instant(text);
  }
  int milliseconds = 0;
  if (take(rest, '.')) {
    int scale = 100;
    bool any = false;
    while (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
      milliseconds += (rest.front() - '0') * scale;
      scale /= 10;
      any = true;
      rest.remove_prefix(1);
    }
    if (!any) return bad_instant(text);
  }
  int offset = 0;
  if (!take(rest, 'Z')) {
    const bool east = take(rest, '+');
    if (!east && !take(rest, '-')) return bad_instant(text);
    const int offset_hours = take_digits(rest, 2);
    (void)take(rest, ':');
    const int offset_minutes = take_digits(rest, 2);
    if (offset_hours < 0 || offset_hours > 18 || offset_minutes < 0 || offset_minutes > 59) return bad_instant(text);
    offset = (offset_hours * 3600 + offset_minutes * 60) * (east ? 1 : -1);
  }
  if (!rest.empty()) return bad_instant(text);
  const std::int64_t seconds =
      static_cast<std::int64_t>(day->days_since_1970()) * 86400 + hour * 3600L + minute * 60L + second - offset;
  return Instant(seconds * 1000 + milliseconds);
}

std::string Instant::iso() const {
  const LocalDay day = day_at_offset(*this, 0);
  const std::int64_t in_day = milliseconds_ - static_cast<std::int64_t>(day.days_since_1970()) * 86'400'000;
  const int seconds = static_cast<int>(in_day / 1000);
  const int fraction = static_cast<int>(in_day % 1000);
  char text[32];
  if (fraction == 0) {
    std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", seconds / 3600, seconds / 60 % 60, seconds % 60);
  } else {
    std::snprintf(text, sizeof text, "T%02d:%02d:%02d.%03dZ", seconds / 3600, seconds / 60 % 60, seconds % 60,
                  fraction);
  }
  return day.iso() + text;
}

LocalDay day_at_offset(Instant at, int offset_seconds) {
  const std::int64_t local = at.milliseconds() + static_cast<std::int64_t>(offset_seconds) * 1000;
  const std::int64_t day = 86'400'000;
  const std::int64_t whole = local >= 0 ? local / day : -((-local + day - 1) / day);
  return LocalDay(static_cast<std::int32_t>(whole));
}

Instant start_of_day(LocalDay day, int offset_seconds) {
  return Instant::from_seconds(static_cast<std::int64_t>(day.days_since_1970()) * 86400 - offset_seconds);
}

}  // namespace hipline
