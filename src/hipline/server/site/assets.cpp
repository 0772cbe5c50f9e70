#include "hipline/server/site/assets.hpp"

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "hipline/base/sha256.hpp"
#include "hipline/server/message/conditions.hpp"

namespace hipline::server {
namespace {

namespace fs = std::filesystem;

constexpr auto types = std::to_array<std::pair<std::string_view, std::string_view>>({
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".wasm", "application/wasm"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".txt", "text/plain; charset=utf-8"},
});

std::string_view type_of(const fs::path& path) {
  const std::string extension = path.extension().string();
  for (const auto& [ending, type] : types)
    if (ending == extension) return type;
  return "application/octet-stream";
}

/// The build names such files after their content: `assets/index-BXk0d3Qa.js`.
bool named_after_its_content(const fs::path& path) {
  const std::string name = path.stem().string();
  const std::size_t dash = name.size() > 9 ? name.size() - 9 : 0;
  return path.parent_path().filename() == "assets" && dash > 0 && name[dash] == '-';
}

}  // namespace

Assets Assets::of_folder(const std::string& folder) {
  Assets assets;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    fs::path path = at->path();
    // What tools leave for themselves (`.vite`, `.git`) is no page.
    if (path.filename().string().starts_with('.')) {
      at.disable_recursion_pending();
      continue;
    }
    if (!at->is_regular_file(error)) continue;
    std::ifstream in(path, std::ios::binary);
    const Form form{
        std::make_shared<const std::string>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()), {}};
    const std::string extension = path.extension().string();
    const bool compressed = extension == ".br" || extension == ".gz";
    if (compressed) path.replace_extension();
    File& file = assets.files_["/" + path.lexically_relative(folder).generic_string()];
    Form& place = !compressed ? file.plain : extension == ".br" ? file.brotli : file.gzip;
    place = form;
    place.tag = "\"" + sha256_hex(*form.bytes).substr(0, 24) + "\"";
    file.content_type = type_of(path);
    file.never_changes = named_after_its_content(path);
  }
  // A compressed form alone is no file.
  std::erase_if(assets.files_, [](const auto& entry) { return !entry.second.plain.bytes; });
  return assets;
}

std::optional<Answer> Assets::find(std::string_view path, const Head& head) const {
  const auto found = files_.find(path);
  if (found == files_.end()) return std::nullopt;
  const File& file = found->second;
  const std::string codings = head.header("Accept-Encoding").value_or("");
  const Form* form = &file.plain;
  Answer answer;
  // A part is a part of the file, not of its compressed form.
  if (!head.header("Range")) {
    if (file.brotli.bytes && accepts(codings, "br")) {
      form = &file.brotli;
      answer.headers.emplace_back("Content-Encoding", "br");
    } else if (file.gzip.bytes && accepts(codings, "gzip")) {
      form = &file.gzip;
      answer.headers.emplace_back("Content-Encoding", "gzip");
    }
  }
  answer.headers.emplace_back("Content-Type", file.content_type);
  answer.headers.emplace_back("Vary", "Accept-Encoding");
  answer.headers.emplace_back("Cache-Control", file.never_changes ? "public, max-age=31536000, immutable" : "no-cache");
  answer.body = form->bytes;
  answer.size = form->bytes->size();
  meet_conditions(answer, head, form->tag, Parts::yes);
  return answer;
}

}  // namespace hipline::server
