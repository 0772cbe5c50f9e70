#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "hipline/base/error.hpp"

namespace hipline {

/// A calendar day where the runner is. Not an instant: it has no hour and no zone.
class LocalDay {
 public:
  constexpr LocalDay() = default;
  constexpr explicit LocalDay(std::int32_t days_since_1970) : days_(days_since_1970) {}

  /// Errors: bad_date when year, month and day name no day between 1900 and 2200.
  static Result<LocalDay> from_ymd(int year, int month, int day);
  /// Reads `2026-11-22`. Errors: bad_date.
  static Result<LocalDay> parse(std::string_view text);

  [[nodiscard]] constexpr std::int32_t days_since_1970() const { return days_; }
  /// `2026-11-22`.
  [[nodiscard]] std::string iso() const;
  [[nodiscard]] int year() const;
  [[nodiscard]] int month() const;
  [[nodiscard]] int day_of_month() const;
  /// 0 = Monday … 6 = Sunday.
  [[nodiscard]] int weekday() const;

  constexpr auto operator<=>(const LocalDay&) const = default;
  friend constexpr LocalDay operator+(LocalDay day, int days) { return LocalDay(day.days_ + days); }
  friend constexpr LocalDay operator-(LocalDay day, int days) { return LocalDay(day.days_ - days); }
  /// Whole days from `b` to `a`.
  friend constexpr int operator-(LocalDay a, LocalDay b) { return a.days_ - b.days_; }

 private:
  std::int32_t days_ = 0;
};

/// A moment in time, in milliseconds since 1970-01-01 00:00 UTC. Not a day: that needs a zone.
class Instant {
 public:
  constexpr Instant() = default;
  constexpr explicit Instant(std::int64_t milliseconds_since_1970) : milliseconds_(milliseconds_since_1970) {}
  static constexpr Instant from_seconds(std::int64_t seconds) { return Instant(seconds * 1000); }

  /// Reads `2026-11-22T07:30:00Z`, with optional fraction and with `Z` or an offset such as `+01:00`.
  /// Errors: bad_instant.
  static Result<Instant> parse(std::string_view text);

  [[nodiscard]] constexpr std::int64_t milliseconds() const { return milliseconds_; }
  [[nodiscard]] constexpr std::int64_t seconds() const {
    return milliseconds_ >= 0 ? milliseconds_ / 1000 : -((-milliseconds_ + 999) / 1000);
  }
  /// `2026-11-22T07:30:00Z`, with milliseconds where there are any.
  [[nodiscard]] std::string iso() const;

  constexpr auto operator<=>(const Instant&) const = default;
  friend constexpr Instant operator+(Instant at, std::int64_t seconds) {
    return Instant(at.milliseconds_ + seconds * 1000);
  }
  /// Seconds from `b` to `a`.
  friend constexpr double operator-(Instant a, Instant b) {
    return static_cast<double>(a.milliseconds_ - b.milliseconds_) / 1000.0;
  }

 private:
  std::int64_t milliseconds_ = 0;
};

/// The local calendar day of an instant at a fixed offset east of UTC.
LocalDay day_at_offset(Instant at, int offset_seconds);

/// The instant at which a local day begins at a fixed offset east of UTC.
Instant start_of_day(LocalDay day, int offset_seconds);

}  // namespace hipline
