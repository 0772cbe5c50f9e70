#include "hipline/importers/read_file.hpp"

#include <string>
#include <utility>

#include "hipline/importers/detect.hpp"
#include "hipline/importers/fit/fit_reader.hpp"
#include "hipline/importers/gpx/gpx_reader.hpp"
#include "hipline/importers/tcx/tcx_reader.hpp"
#include "hipline/importers/wording.hpp"

namespace hipline::importers {

Reading read_unpacked(std::string_view name, std::span<const std::byte> bytes) {
  switch (detect(bytes)) {
    case Format::fit: return read_fit(name, bytes);
    case Format::gpx: return read_gpx(name, bytes);
    case Format::tcx: return read_tcx(name, bytes);
    case Format::empty: return refused("", "empty_file", quoted(name) + " is empty.");
    case Format::gzip:
    case Format::zip:
    case Format::unknown: break;
  }
  return refused("", "not_a_training_file",
                 quoted(name) + " is not a training file that I can read (FIT, TCX or GPX).");
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
    Reading reading = read_unpacked(member.name, member.bytes);
    if (member.cut_short && !reading.salvaged && reading.verdict == Verdict::activities) {
      reading.salvaged =
          Salvage{quoted(member.name) +
                      " was damaged inside its archive, so a value in it may be off: I kept what I could read.",
                  member.bytes.size(), member.bytes.size()};
    }
    take({member.name, std::move(reading)}, member.bytes);
  });
}

}  // namespace hipline::importers
