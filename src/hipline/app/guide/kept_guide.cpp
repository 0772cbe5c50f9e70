#include "hipline/app/guide/kept_guide.hpp"

#include <fmt/format.h>
#include <cstdio>
#include <fstream>

#include "hipline/app/ports/files.hpp"

namespace hipline::app {

std::string kept_guide_path(const std::string& database) { return database + ".circuit"; }

Status keep_guide(const std::string& path, std::string_view fingerprint, const Guide& guide) {
  std::string text = fmt::format("{}\n", fingerprint);
  for (const GuideEvent& event : guide.events())
    text += fmt::format("{} {} {}\n", static_cast<int>(event.kind), event.at.count(), event.value);
  return write_private_file(path, text);
}

std::vector<GuideEvent> kept_guide(const std::string& path, std::string_view fingerprint) {
  std::ifstream in(path);
  std::string first;
  if (!std::getline(in, first) || first != fingerprint) return {};
  std::vector<GuideEvent> events;
  int kind = 0;
  long long at = 0;
  int value = 0;
  while (in >> kind >> at >> value) {
    if (kind < 0 || kind > static_cast<int>(GuideEvent::Kind::leave)) return {};
    events.push_back({static_cast<GuideEvent::Kind>(kind), std::chrono::milliseconds(at), value});
  }
  return events;
}

void forget_guide(const std::string& path) { std::remove(path.c_str()); }

std::string guide_fingerprint(const Guide& guide, LocalDay day, std::string_view content_hash) {
  return fmt::format("{} {} {}", day.iso(), content_hash.substr(0, 16), guide.script().steps.size());
}

}  // namespace hipline::app
