#include "hipline/bundler/bundle.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

#include "hipline/base/sha256.hpp"
#include "hipline/bundler/yaml_reader.hpp"

namespace hipline::bundler {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view extension = ".yaml";
/// Drawings come from tools that write JSON.
constexpr std::string_view figures = "figures/";
constexpr std::string_view figure_extension = ".json";

/// A rule's cases lie beside it.
constexpr std::string_view cases = ".cases";

bool is_figure(std::string_view path) { return path.starts_with(figures) && path.ends_with(figure_extension); }

Result<std::string> read_file(const fs::path& path, const std::string& name) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  if (in) text << in.rdbuf();
  if (!in || in.bad()) return failure("cannot_read", name, "This file cannot be read.");
  return std::move(text).str();
}

/// Every content file under a folder; other files (a README, a drawing) are no content of the bundle.
Result<std::vector<ContentFile>> read_directory(const fs::path& directory) {
  std::error_code error;
  std::vector<ContentFile> files;
  fs::recursive_directory_iterator entry(directory, error);
  if (error) return failure("cannot_read", directory.string(), "This folder cannot be read: " + error.message() + ".");
  for (; entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (!entry->is_regular_file(error) || name.starts_with('.')) continue;
    const std::string path = entry->path().lexically_relative(directory).generic_string();
    if (name.ends_with(".yml")) return failure("content_path", path, "Call the file .yaml, like the others.");
    if (!name.ends_with(extension) && !is_figure(path)) continue;
    auto text = read_file(entry->path(), path);
    if (!text) return std::unexpected(text.error());
    files.push_back({path, std::move(*text)});
  }
  if (error) return failure("cannot_read", directory.string(), "This folder cannot be read: " + error.message() + ".");
  return files;
}

/// A drawing as it stands, but for its white space and the order of its fields.
Result<std::string> read_figure(const ContentFile& file) {
  const auto figure = nlohmann::json::parse(file.text, nullptr, false);
  if (!figure.is_object())
    return failure("bad_json", file.path, "This file is not one JSON object: look for a missing comma or bracket.");
  return figure.dump();
}

/// The file as canonical JSON.
Result<std::string> read_item(const ContentFile& file) {
  if (is_figure(file.path)) return read_figure(file);
  if (!file.path.ends_with(extension)) return failure("content_path", file.path, "Content files end in .yaml.");
  const auto value = read_yaml(file.text, file.path);
  if (!value) return std::unexpected(value.error());
  std::string json;
  write_canonical(*value, json);
  return json;
}

std::string joined(const std::vector<std::pair<std::string, std::string>>& items) {
  std::string json = "{";
  for (const auto& [key, value] : items) {
    if (json.size() > 1) json += ',';
    write_canonical(std::string_view(key), json);
    json += ':';
    json += value;
  }
  return json + "}";
}

}  // namespace

Result<std::string> bundle_files(std::vector<ContentFile> files) {
  std::vector<std::pair<std::string, std::string>> items;
  for (const ContentFile& file : files) {
    auto json = read_item(file);
    if (!json) return std::unexpected(json.error());
    std::string key = file.path.substr(0, file.path.rfind('.'));
    if (key == "hash")
      return failure("content_path", file.path, "\"hash\" is the bundle's own field: choose another name.");
    items.emplace_back(std::move(key), *std::move(json));
  }
  std::sort(items.begin(), items.end());
  const auto twice =
      std::adjacent_find(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.first == b.first; });
  if (twice != items.end()) return failure("content_path", twice->first + ".yaml", "This file was given twice.");
  std::string hash;
  write_canonical(std::string_view(sha256_hex(joined(items))), hash);
  const std::pair<std::string, std::string> entry = {"hash", hash};
  items.insert(std::upper_bound(items.begin(), items.end(), entry), entry);
  return joined(items);
}

Result<std::string> deciding_part(std::string_view bundle) {
  auto items = nlohmann::json::parse(bundle, nullptr, false);
  if (!items.is_object()) return failure("bad_json", "", "This is not a content bundle: it is not one JSON object.");
  for (auto item = items.begin(); item != items.end();) {
    if (item.key().ends_with(cases)) {
      item = items.erase(item);
      continue;
    }
    if (item.key().starts_with(figures)) {
      for (const std::string drawing : {"poses", "variants"}) item->erase(drawing);
    }
    ++item;
  }
  return items.dump();
}

Result<std::string> bundle_directory(const fs::path& directory) {
  auto files = read_directory(directory);
  if (!files) return std::unexpected(files.error());
  return bundle_files(std::move(*files));
}

std::vector<Error> bundling_problems(const fs::path& directory) {
  const auto files = read_directory(directory);
  if (!files) return {files.error()};
  std::vector<Error> problems;
  for (const ContentFile& file : *files) {
    if (const auto json = read_item(file); !json) problems.push_back(json.error());
  }
  std::sort(problems.begin(), problems.end(), [](const Error& a, const Error& b) { return a.where < b.where; });
  return problems;
}

}  // namespace hipline::bundler
