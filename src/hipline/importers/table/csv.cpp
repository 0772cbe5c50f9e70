#include "hipline/importers/table/csv.hpp"

#include <algorithm>
#include <array>

namespace hipline::importers {
namespace {

constexpr std::size_t most_rows = 200'000;
constexpr std::size_t most_columns = 512;
constexpr std::size_t longest_field = 65'536;
/// What is looked at to tell what the bytes are.
constexpr std::size_t first_look = 4096;

std::string_view text_of(std::span<const std::byte> bytes) {
  std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  return text;
}

/// The one that stands most often outside quotes in the first line; none where no line has any.
char delimiter_of(std::string_view text) {
  constexpr std::array candidates = {',', ';', '\t'};
  std::array<std::size_t, candidates.size()> counts{};
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n') break;
    for (std::size_t i = 0; i < candidates.size(); ++i) counts[i] += c == candidates[i] ? 1U : 0U;
  }
  const auto* const most = std::max_element(counts.begin(), counts.end());
  return *most == 0 ? '\0' : candidates[static_cast<std::size_t>(most - counts.begin())];
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Walks the text row by row.
class CsvRows {
 public:
  CsvRows(std::string_view text, char delimiter) : text_(text), delimiter_(delimiter) {}

  /// The next row that is not blank; false at the end.
  bool next(std::vector<std::string>& row) {
    while (at_ < text_.size()) {
      row.clear();
      read_row(row);
      if (row.size() > 1 || (row.size() == 1 && !row[0].empty())) return true;
    }
    return false;
  }

 private:
  void read_row(std::vector<std::string>& row) {
    for (;;) {
      std::string field = read_field();
      if (row.size() < most_columns) row.push_back(std::move(field));
      if (at_ >= text_.size()) return;
      const char end = text_[at_++];
      if (end == '\n') return;
    }
  }

  /// Up to a delimiter or the end of the line, which stays to be read.
  std::string read_field() {
    std::string field;
    const auto add = [&](char c) {
      if (field.size() < longest_field) field += c;
    };
    std::size_t begin = at_;
    while (begin < text_.size() && text_[begin] == ' ') ++begin;
    if (begin < text_.size() && text_[begin] == '"') {
      at_ = begin + 1;
      while (at_ < text_.size()) {
        if (text_[at_] != '"') {
          add(text_[at_++]);
        } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
          add('"');
          at_ += 2;
        } else {
          ++at_;
          break;
        }
      }
    }
    // What stands behind a closing quote belongs to the field, too.
    while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n') add(text_[at_++]);
    return std::string(trimmed(field));
  }

  std::string_view text_;
  char delimiter_;
  std::size_t at_ = 0;
};

}  // namespace

bool looks_like_csv(std::span<const std::byte> bytes) {
  const std::string_view text = text_of(bytes).substr(0, first_look);
  const bool binary = std::any_of(text.begin(), text.end(), [](char c) {
    const auto code = static_cast<unsigned char>(c);
    return code < 0x20 && c != '\n' && c != '\r' && c != '\t';
  });
  const char first = trimmed(text).empty() ? '\0' : trimmed(text).front();
  return !binary && first != '\0' && first != '<' && first != '{' && first != '[' && delimiter_of(text) != '\0';
}

CsvTable read_csv(std::span<const std::byte> bytes) {
  CsvTable table;
  const std::string_view text = text_of(bytes);
  const char delimiter = delimiter_of(text);
  if (delimiter == '\0') return table;
  CsvRows rows(text, delimiter);
  std::vector<std::string> row;
  if (!rows.next(table.header)) return table;
  while (rows.next(row)) {
    if (table.rows.size() == most_rows) {
      table.beyond_limits = true;
      break;
    }
    table.rows.push_back(row);
  }
  return table;
}

}  // namespace hipline::importers
