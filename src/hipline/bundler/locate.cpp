#include "hipline/bundler/locate.hpp"

#include <charconv>
#include <optional>
#include <vector>

#include <yaml-cpp/yaml.h>

namespace hipline::bundler {
namespace {

/// The parts of a pointer, with `~1` and `~0` as the signs they stand for.
std::vector<std::string> parts_of(std::string_view pointer) {
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < pointer.size(); ++i) {
    if (pointer[i] == '/') {
      parts.emplace_back();
    } else if (pointer[i] == '~' && i + 1 < pointer.size()) {
      parts.back() += pointer[++i] == '1' ? '/' : '~';
    } else {
      parts.back() += pointer[i];
    }
  }
  return parts;
}

std::optional<std::size_t> index_of(const std::string& part) {
  std::size_t index = 0;
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), index);
  return error == std::errc() && end == part.data() + part.size() ? std::optional(index) : std::nullopt;
}

/// One step down, and the line on which it begins; nothing where there is no such part.
std::optional<int> step_into(YAML::Node& node, const std::string& part) {
  if (node.IsMap()) {
    for (const auto& entry : node) {
      if (entry.first.Scalar() != part) continue;
      const int line = entry.first.Mark().line;
      node.reset(entry.second);
      return line;
    }
  } else if (node.IsSequence()) {
    const auto index = index_of(part);
    if (!index || *index >= node.size()) return std::nullopt;
    const YAML::Node item = node[*index];
    node.reset(item);
    return item.Mark().line;
  }
  return std::nullopt;
}

}  // namespace

std::string locate(const std::filesystem::path& directory, std::string_view pointer) {
  if (!pointer.starts_with('/')) return std::string(pointer);
  const std::vector<std::string> parts = parts_of(pointer);
  const std::string file = parts.front() + ".yaml";
  try {
    YAML::Node node = YAML::LoadFile((directory / file).string());
    int line = 0;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const auto found = step_into(node, parts[i]);
      if (!found) break;
      line = *found;
    }
    return file + ":" + std::to_string(line + 1);
  } catch (const YAML::Exception&) {
    return file;
  }
}

}  // namespace hipline::bundler
