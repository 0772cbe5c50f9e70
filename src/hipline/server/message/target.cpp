#include "hipline/server/message/target.hpp"

#include <optional>

namespace hipline::server {
namespace {

std::unexpected<Error> bad_address() {
  return failure("bad_address", "", "This address cannot be read; please open Hipline's first page.");
}

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

enum class Plus { as_it_is, is_space };

/// Nothing where a character is broken, or one that nobody types (below a space, and DEL).
std::optional<std::string> decoded(std::string_view raw, Plus plus) {
  std::string text;
  text.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    char c = raw[i];
    if (c == '%') {
      if (i + 2 >= raw.size()) return std::nullopt;
      const int high = digit(raw[i + 1]);
      const int low = digit(raw[i + 2]);
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    } else if (c == '+' && plus == Plus::is_space) {
      c = ' ';
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return std::nullopt;
    text += c;
  }
  return text;
}

bool steps_out(std::string_view path) {
  while (!path.empty()) {
    path.remove_prefix(1);
    const std::string_view piece = path.substr(0, path.find('/'));
    if (piece == "." || piece == ".." || piece.find('\\') != std::string_view::npos) return true;
    path.remove_prefix(piece.size());
  }
  return false;
}

}  // namespace

Result<Target> read_target(std::string_view raw) {
  const std::size_t mark = std::min(raw.find('?'), raw.size());
  const auto path = decoded(raw.substr(0, mark), Plus::as_it_is);
  if (!path || !path->starts_with('/') || steps_out(*path)) return bad_address();
  Target target{*path, {}};
  std::string_view rest = raw.substr(std::min(mark + 1, raw.size()));
  while (!rest.empty()) {
    const std::string_view pair = rest.substr(0, rest.find('&'));
    rest.remove_prefix(std::min(pair.size() + 1, rest.size()));
    const std::size_t equals = std::min(pair.find('='), pair.size());
    const auto name = decoded(pair.substr(0, equals), Plus::is_space);
    const auto value = decoded(pair.substr(std::min(equals + 1, pair.size())), Plus::is_space);
    if (!name || !value) return bad_address();
    if (!name->empty()) target.query.insert_or_assign(*name, *value);
  }
  return target;
}

std::string cookie(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    std::string_view pair = header.substr(0, header.find(';'));
    header.remove_prefix(std::min(pair.size() + 1, header.size()));
    while (pair.starts_with(' ')) pair.remove_prefix(1);
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos && pair.substr(0, equals) == name) return std::string(pair.substr(equals + 1));
  }
  return "";
}

}  // namespace hipline::server
