#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hipline::importers {

/// The fields of a table written as text, in its own order; rows may be of different lengths.
struct CsvTable {
  std::vector<std::string> header;
  std::vector<std::vector<std::string>> rows;
  bool beyond_limits = false;  ///< there was more than is read of any table
};

/// True where the bytes look like text in rows with two or more fields: cheap, for telling formats apart.
bool looks_like_csv(std::span<const std::byte> bytes);

/// Reads a table with a header (RFC 4180 and what people make of it: comma, semicolon or tab, quoted or not, CRLF, a
/// byte order mark). Never fails: what is no table gives an empty header.
CsvTable read_csv(std::span<const std::byte> bytes);

}  // namespace hipline::importers
