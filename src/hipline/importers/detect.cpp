#include "hipline/importers/detect.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

#include "hipline/importers/table/csv.hpp"
#include "hipline/importers/xml/xml_stream.hpp"

namespace hipline::importers {
namespace {

bool has(std::span<const std::byte> bytes, std::size_t at, std::string_view expected) {
  return bytes.size() >= at + expected.size() && std::memcmp(bytes.data() + at, expected.data(), expected.size()) == 0;
}

/// Pictures and films lie in the export of every site.
bool is_media(std::span<const std::byte> bytes) {
  return has(bytes, 0, "\xFF\xD8\xFF") || has(bytes, 0, "\x89PNG") || has(bytes, 0, "GIF8") || has(bytes, 4, "ftyp") ||
         (has(bytes, 0, "RIFF") && has(bytes, 8, "WEBP"));
}

std::string_view beginning(std::span<const std::byte> bytes) {
  constexpr std::size_t enough = 4096;
  return {reinterpret_cast<const char*>(bytes.data()), std::min(bytes.size(), enough)};
}

char first_character(std::span<const std::byte> bytes) {
  std::string_view text = beginning(bytes);
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string_view::npos ? '\0' : text[first];
}

}  // namespace

Format detect(std::span<const std::byte> bytes) {
  if (bytes.empty()) return Format::empty;
  if (has(bytes, 8, ".FIT")) return Format::fit;
  if (has(bytes, 0, "\x1f\x8b")) return Format::gzip;
  if (has(bytes, 0, "PK\x03\x04") || has(bytes, 0, "PK\x05\x06")) return Format::zip;
  if (is_media(bytes)) return Format::media;
  const char first = first_character(bytes);
  if (first == '{' || first == '[') return Format::json;
  const bool in_two_bytes = has(bytes, 0, "\xFF\xFE") || has(bytes, 0, "\xFE\xFF");
  if (first != '<' && !in_two_bytes) return looks_like_csv(bytes) ? Format::table : Format::unknown;
  // Some versions of the phone write a document type that is no sound XML.
  if (beginning(bytes).find("<!DOCTYPE HealthData") != std::string_view::npos) return Format::apple_health;
  const std::string root = root_element(bytes);
  if (root == "gpx") return Format::gpx;
  if (root == "TrainingCenterDatabase") return Format::tcx;
  if (root == "HealthData") return Format::apple_health;
  return Format::unknown;
}

}  // namespace hipline::importers
