#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "hipline/base/quantity.hpp"

namespace hipline::importers {

/// A file's name fit for a sentence: in backticks, without control characters, shortened where endless.
std::string quoted(std::string_view name);

/// "31 minutes", "1 minute", "40 seconds", "2 h 05 min".
std::string spoken(Seconds span);

/// "1 point", "7 points".
std::string counted(std::size_t number, std::string_view one, std::string_view many);

/// That points without a time of their own were kept.
std::string placed_between(const std::string& quoted_file, std::size_t points);

/// That an XML text was read although it is no sound XML.
std::string read_over_forbidden(const std::string& quoted_file);

/// Why the rest of an endless file was left out.
std::string more_than_any(const std::string& quoted_file);

}  // namespace hipline::importers
