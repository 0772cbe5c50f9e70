#include "hipline/importers/read_file.hpp"

#include <string>
#include <utility>

#include "hipline/importers/apple/apple_health.hpp"
#include "hipline/importers/detect.hpp"
#include "hipline/importers/fit/fit_reader.hpp"
#include "hipline/importers/gpx/gpx_reader.hpp"
#include "hipline/importers/json/garmin_summaries.hpp"
#include "hipline/importers/table/list_reader.hpp"
#include "hipline/importers/tcx/tcx_reader.hpp"
#include "hipline/importers/wording.hpp"

namespace hipline::importers {

Reading read_unpacked(std::string_view name, std::span<const std::byte> bytes) {
  switch (detect(bytes)) {
    case Format::fit: return read_fit(name, bytes);
    case Format::gpx: return read_gpx(name, bytes);
    case Format::tcx: return read_tcx(name, bytes);
    case Format::table: return read_activity_list(name, bytes);
    case Format::json: return read_garmin_summaries(name, bytes);
    case Format::apple_health: return read_apple_health(name, bytes);
    case Format::media: return not_an_activity("", "media", quoted(name) + " is a picture or a film: nothing to read.");
    case Format::empty: return refused("", "empty_file", quoted(name) + " is empty.");
    case Format::gzip:
    case Format::zip:
    case Format::unknown: break;
  }
  return refused("", "not_a_training_file",
                 quoted(name) + " is not a training file that I can read (FIT, TCX, GPX, or a list of runs).");
}

std::vector<NamedReading> read_file(std::string_view name, std::span<const std::byte> bytes,
                                    const UnpackLimits& limits) {
  std::vector<NamedReading> readings;
  read_each(name, bytes, limits,
            [&](NamedReading&& reading, std::span<const std::byte>) { readings.push_back(std::move(reading)); });
  if (readings.empty()) {
    readings.push_back(
        {std::string(name), not_an_activity("", "archive_empty", quoted(name) + " is an archive without any file.")});
  }
  return readings;
}

void read_each(std::string_view name, std::span<const std::byte> bytes, const UnpackLimits& limits,
               const std::function<void(NamedReading&&, std::span<const std::byte> bytes)>& take) {
  unpack(name, bytes, limits, [&](const Member& member) {
    if (!member.fault.empty()) {
      take({member.name, refused("", member.code, member.fault)}, member.bytes);
      return;
    }
    Reading reading = member.rest == nullptr ? read_unpacked(member.name, member.bytes)
                                             : read_apple_health(member.name, member.bytes, *member.rest);
    if (member.cut_short && !reading.salvaged && reading.verdict == Verdict::activities) {
      reading.salvaged =
          Salvage{quoted(member.name) +
                      " was damaged inside its archive, so a value in it may be off: I kept what I could read.",
                  member.bytes.size(), member.bytes.size()};
    }
    const std::string extract = std::move(reading.extract);
    take({member.name, std::move(reading)}, extract.empty() ? member.bytes : std::as_bytes(std::span(extract)));
  });
}

}  // namespace hipline::importers
