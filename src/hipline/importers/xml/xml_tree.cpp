#include "hipline/importers/xml/xml_tree.hpp"

#include <simdjson.h>

#include <charconv>
#include <pugixml.hpp>
#include <string>

#include "hipline/importers/xml/xml_text.hpp"

namespace hipline::importers {
namespace {

/// A tree takes several times the room of its text.
constexpr std::size_t largest_tree = 16 << 20;

/// Some programs begin UTF-8 with a byte order mark.
std::string_view without_mark(std::span<const std::byte> text) {
  std::string_view characters(reinterpret_cast<const char*>(text.data()), text.size());
  if (characters.starts_with("\xEF\xBB\xBF")) characters.remove_prefix(3);
  return characters;
}

/// Without an early end, which would keep the compiler from looking at many characters at once.
bool has_control(std::string_view text) {
  bool found = false;
  for (const char c : text) found |= is_control(c);
  return found;
}

/// Whether the declaration, where there is one, names UTF-8 in the plain way or no encoding at all.
bool says_utf8(std::string_view text) {
  if (!text.starts_with("<?xml")) return true;
  const std::string_view declaration = text.substr(0, text.find("?>"));
  constexpr std::string_view encoding = "encoding";
  const std::size_t at = declaration.find(encoding);
  if (at == std::string_view::npos) return true;
  const std::string_view named = declaration.substr(at + encoding.size());
  return named.starts_with("=\"UTF-8\"") || named.starts_with("='UTF-8'") || named.starts_with("=\"utf-8\"") ||
         named.starts_with("='utf-8'");
}

/// Walks a tree in the order of its text.
class Telling {
 public:
  explicit Telling(XmlListener& listener) : listener_(listener) {}

  /// False where elements lie too deep.
  bool tell(const pugi::xml_node& element, std::string_view parent, std::size_t depth) {
    if (depth > deepest_element) return false;
    const std::string_view name = local_name(element.name());
    attributes_.clear();
    for (const pugi::xml_attribute& attribute : element.attributes())
      attributes_.emplace_back(local_name(attribute.name()), attribute.value());
    listener_.begin(parent, name, attributes_);
    std::string_view only;
    std::string all;  // of an element whose text its children interrupt
    std::size_t pieces = 0;
    for (const pugi::xml_node& child : element.children()) {
      if (child.type() == pugi::node_element) {
        if (!tell(child, name, depth + 1)) return false;
        continue;
      }
      if (pieces == 1) all = only;
      if (pieces++ == 0)
        only = child.value();
      else
        all += child.value();
    }
    const std::string_view text = without_blanks_in_front(pieces > 1 ? std::string_view(all) : only);
    listener_.end(parent, name, without_blanks_behind(text.substr(0, longest_element_text)));
    return true;
  }

 private:
  XmlListener& listener_;
  XmlAttributes attributes_;
};

}  // namespace

bool is_known_reference(std::string_view rest) {
  constexpr std::size_t longest = 10;
  const std::size_t end = rest.substr(0, longest).find(';');
  if (end == std::string_view::npos) return false;
  std::string_view name = rest.substr(0, end);
  if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") return true;
  if (!name.starts_with('#')) return false;
  name.remove_prefix(1);
  int base = 10;
  if (name.starts_with('x')) {
    name.remove_prefix(1);
    base = 16;
  }
  unsigned number = 0;
  const auto [last, error] = std::from_chars(name.data(), name.data() + name.size(), number, base);
  constexpr unsigned first_printable = 32;
  return error == std::errc() && last == name.data() + name.size() && number >= first_printable;
}

bool may_be_tree(std::span<const std::byte> text) {
  const std::string_view characters = without_mark(text);
  if (characters.size() > largest_tree || !characters.starts_with('<')) return false;
  // A second text behind the first would go unseen.
  if (!without_blanks_behind(characters).ends_with('>')) return false;
  if (characters.find("!DOCTYPE") != std::string_view::npos) return false;
  if (!says_utf8(characters)) return false;
  if (has_control(characters) || !simdjson::validate_utf8(characters.data(), characters.size())) return false;
  for (std::size_t at = characters.find('&'); at != std::string_view::npos; at = characters.find('&', at + 1)) {
    if (!is_known_reference(characters.substr(at + 1))) return false;
  }
  return true;
}

bool read_tree(std::span<const std::byte> text, XmlListener& listener) {
  pugi::xml_document document;
  const std::string_view characters = without_mark(text);
  const auto read =
      document.load_buffer(characters.data(), characters.size(),
                           pugi::parse_cdata | pugi::parse_escapes | pugi::parse_wconv_attribute, pugi::encoding_utf8);
  if (!read) return false;
  const pugi::xml_node root = document.document_element();
  // More than one root, or text beside it, is not sound.
  if (!root || root.next_sibling() || root.previous_sibling()) return false;
  return Telling(listener).tell(root, {}, 1);
}

}  // namespace hipline::importers
