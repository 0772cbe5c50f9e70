#include "hipline/app/import/progress.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>

namespace hipline::app {
namespace {

/// Rounded up: a wait that ends early is no disappointment.
std::string about(Seconds left) {
  const double seconds = std::ceil(std::max(left.value(), 1.0));
  if (seconds < 100) return fmt::format("about {:.0f} s", seconds);
  const double minutes = std::ceil(seconds / 60);
  if (minutes < 100) return fmt::format("about {:.0f} min", minutes);
  return fmt::format("about {:.0f} h", std::ceil(minutes / 60));
}

}  // namespace

std::optional<ImportPace> pace_of(const ImportProgress& progress, Seconds passed) {
  if (!(passed.value() >= 1 && progress.bytes > 0)) return std::nullopt;
  const double rate = static_cast<double>(progress.bytes) / passed.value();
  // A file may have grown since it was counted.
  const std::uint64_t rest = progress.of_bytes > progress.bytes ? progress.of_bytes - progress.bytes : 0;
  return ImportPace{.bytes_per_s = rate, .left = Seconds(static_cast<double>(rest) / rate)};
}

std::string one_line(const ImportProgress& progress, Seconds passed) {
  std::string line =
      fmt::format("{} of {} {}", progress.files, progress.of_files, progress.of_files == 1 ? "file" : "files");
  if (progress.readings > progress.files) line += fmt::format(" ({} inside archives and out)", progress.readings);
  if (const auto pace = pace_of(progress, passed))
    line += fmt::format(", {:.3g} MB/s, {} left", pace->bytes_per_s / 1e6, about(pace->left));
  return line;
}

}  // namespace hipline::app
