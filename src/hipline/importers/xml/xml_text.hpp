#pragma once

#include <cstddef>
#include <string_view>

namespace hipline::importers {

/// What both ways of reading XML hold to.
constexpr std::size_t deepest_element = 64;
constexpr std::size_t longest_element_text = 65536;

constexpr bool is_blank(char c) { return (c == ' ') | (c == '\n') | (c == '\t') | (c == '\r'); }

/// A control character, which XML forbids.
constexpr bool is_control(char c) { return (static_cast<unsigned char>(c) < 0x20) & !is_blank(c); }

constexpr std::string_view without_blanks_in_front(std::string_view text) {
  std::size_t first = 0;
  while (first < text.size() && is_blank(text[first])) ++first;
  return text.substr(first);
}

constexpr std::string_view without_blanks_behind(std::string_view text) {
  std::size_t end = text.size();
  while (end > 0 && is_blank(text[end - 1])) --end;
  return text.substr(0, end);
}

/// `ns3:hr` without its prefix, which real files forget to declare.
constexpr std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// Whether behind a `&` stands a reference that XML knows, up to its semicolon.
bool is_known_reference(std::string_view rest);

}  // namespace hipline::importers
