#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"
#include "hipline/model/runner.hpp"

namespace hipline::exporters {

/// The width of a terminal page in columns.
inline constexpr int page_width = 80;

/// Columns that UTF-8 text takes on a terminal, one per code point.
int columns_of(std::string_view text);

/// Breaks a paragraph at spaces so that no line is wider than `width`; every line begins with `indent` spaces and ends
/// with a newline, the first one with `first` in place of its indent where given (a bullet, a number). Newlines in the
/// text are kept.
std::string wrap(std::string_view text, int indent = 0, std::string_view first = {}, int width = page_width);

/// `Sunday 22 November`.
std::string long_date(LocalDay day);
/// `Sun 22 Nov`.
std::string short_date(LocalDay day);
/// `8 km`, `7.5 km`, `5 miles`: at most one decimal.
std::string distance_text(Metres distance, model::Units units);
/// `45 min`, `1 h 30 min`; whole minutes, rounded.
std::string duration_text(Seconds duration);
/// A text up to its first full stop.
std::string first_sentence(const std::string& text);
/// Words with a comma between them.
std::string comma_joined(const std::vector<std::string>& words);
/// A number as people write it: `3`, `0.7`.
std::string plain_number(double value);

}  // namespace hipline::exporters
