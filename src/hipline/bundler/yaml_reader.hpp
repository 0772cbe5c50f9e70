#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "hipline/base/error.hpp"

namespace hipline::bundler {

/// One value of a content file: text, number, yes/no, list or map. Maps keep no order of their own; they are sorted by
/// key.
struct ContentValue {
  using List = std::vector<ContentValue>;
  using Map = std::vector<std::pair<std::string, ContentValue>>;
  std::variant<std::string, double, bool, List, Map> value;
};

/// Reads one YAML file strictly: anchors, aliases, tags, merge keys, directives, several documents, duplicate keys,
/// empty values, unquoted dates and every spelling of true and false but yes and no are refused, with
/// `file:line:column`.
Result<ContentValue> read_yaml(std::string_view text, const std::string& file);

/// The value as canonical JSON: keys sorted by bytes, shortest numbers, no white space.
void write_canonical(const ContentValue& value, std::string& json);

/// A text as a JSON string.
void write_canonical(std::string_view text, std::string& json);

}  // namespace hipline::bundler
