#include "hipline/importers/detect.hpp"

#include <cstring>
#include <string>
#include <string_view>

#include "hipline/importers/xml/xml_stream.hpp"

namespace hipline::importers {
namespace {

bool has(std::span<const std::byte> bytes, std::size_t at, std::string_view expected) {
  return bytes.size() >= at + expected.size() && std::memcmp(bytes.data() + at, expected.data(), expected.size()) == 0;
}

}  // namespace

Format detect(std::span<const std::byte> bytes) {
  if (bytes.empty()) return Format::empty;
  if (has(bytes, 8, ".FIT")) return Format::fit;
  if (has(bytes, 0, "\x1f\x8b")) return Format::gzip;
  if (has(bytes, 0, "PK\x03\x04") || has(bytes, 0, "PK\x05\x06")) return Format::zip;
  const std::string root = root_element(bytes);
  if (root == "gpx") return Format::gpx;
  if (root == "TrainingCenterDatabase") return Format::tcx;
  return Format::unknown;
}

}  // namespace hipline::importers
