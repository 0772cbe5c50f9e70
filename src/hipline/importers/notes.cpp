#include "hipline/importers/notes.hpp"

#include <simdjson.h>

#include "hipline/importers/xml/xml_text.hpp"

namespace hipline::importers {
namespace {

constexpr std::size_t longest_note = 4000;

bool is_inside_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

/// U+0080 to U+009F, which some terminals obey.
bool is_control(std::string_view utf8) {
  return utf8.size() > 1 && utf8[0] == '\xC2' && static_cast<unsigned char>(utf8[1]) < 0xA0;
}

std::string cleaned(std::string_view words) {
  const bool utf8 = simdjson::validate_utf8(words.data(), words.size());
  std::string kept;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto byte = static_cast<unsigned char>(words[i]);
    if (byte == '\r') {
      if (i + 1 == words.size() || words[i + 1] != '\n') kept += '\n';
    } else if (byte == '\n' || byte == '\t' || (byte >= 0x20 && byte < 0x7F)) {
      kept += words[i];
    } else if (byte >= 0x80 && utf8) {
      if (is_control(words.substr(i))) {
        ++i;
      } else {
        kept += words[i];
      }
    } else if (byte >= 0xA0) {
      kept += static_cast<char>(0xC0 | (byte >> 6));
      kept += static_cast<char>(0x80 | (byte & 0x3F));
    }
  }
  return std::string(without_blanks_behind(without_blanks_in_front(kept)));
}

}  // namespace

std::string note_of(std::string_view words, std::string_view more) {
  std::string note = cleaned(words);
  const std::string second = cleaned(more);
  if (!second.empty() && second != note) note += (note.empty() ? "" : "\n") + second;
  if (note.size() > longest_note) {
    std::size_t end = longest_note;
    while (end > 0 && is_inside_character(note[end])) --end;
    note.resize(end);
  }
  return note;
}

}  // namespace hipline::importers
