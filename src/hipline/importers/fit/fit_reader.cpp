#include "hipline/importers/fit/fit_reader.hpp"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "hipline/formats/fit_checksum.hpp"
#include "hipline/formats/fit_messages.hpp"
#include "hipline/importers/fit/fit_activities.hpp"
#include "hipline/importers/fit/fit_part.hpp"
#include "hipline/importers/wording.hpp"

namespace hipline::importers {
namespace {

namespace fit = formats::fit;

constexpr std::size_t shortest_header = 12;
constexpr std::size_t checksum_size = 2;

struct Header {
  std::size_t size = 0;
  std::size_t messages = 0;  ///< bytes between header and checksum, as promised
};

std::optional<Header> header_at(std::span<const std::byte> bytes) {
  if (bytes.size() < shortest_header || std::memcmp(bytes.data() + 8, ".FIT", 4) != 0) return std::nullopt;
  const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(bytes[at]); };
  Header header{.size = byte(0), .messages = byte(4) | byte(5) << 8 | byte(6) << 16 | byte(7) << 24};
  if (header.size < shortest_header || header.size > bytes.size()) return std::nullopt;
  return header;
}

/// One part of the file with its place in it.
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;  ///< where the next part would begin
  std::span<const std::byte> messages;
  std::size_t promised = 0;
  bool checksum_fits = true;
};

std::optional<Part> part_at(std::span<const std::byte> bytes, std::size_t begin) {
  const auto rest = bytes.subspan(begin);
  const auto header = header_at(rest);
  if (!header) return std::nullopt;
  Part part;
  part.begin = begin;
  const auto body = rest.subspan(header->size);
  part.promised = header->messages;
  // A device that lost power never came back to write the length: then everything to the end belongs to this part,
  // unless another header follows right behind an empty one.
  if (part.promised == 0 && body.size() > checksum_size && !header_at(body.subspan(checksum_size))) {
    part.messages = body;
    part.promised = body.size() + checksum_size;
    part.end = bytes.size();
    return part;
  }
  part.messages = body.first(std::min(part.promised, body.size()));
  const auto behind = body.subspan(part.messages.size());
  if (behind.size() >= checksum_size) {
    const auto written =
        static_cast<std::uint16_t>(static_cast<unsigned>(behind[0]) | static_cast<unsigned>(behind[1]) << 8);
    part.checksum_fits = fit::checksum(rest.first(header->size + part.messages.size())) == written;
    part.end = begin + header->size + part.messages.size() + checksum_size;
  } else {
    part.checksum_fits = false;
    part.end = bytes.size();
  }
  return part;
}

struct Reason {
  std::string code;
  std::string text;
};

/// Why a sound part without activities has none.
Reason why_none(const std::string& file, const FitPart& part) {
  using fit::FileKind;
  if (!part.kind) return {"fit_without_kind", file + " is a FIT file, but holds nothing that you did."};
  switch (static_cast<FileKind>(*part.kind)) {
    case FileKind::activity:
      if (part.records_without_time > 0) {
        return {"fit_without_times", file + " has no times in it, so I can't tell when it was."};
      }
      return {"fit_empty_activity", file + " is an activity file, but nothing was recorded in it."};
    case FileKind::device: return {"fit_device", file + " describes a watch, not something you did."};
    case FileKind::settings: return {"fit_settings", file + " holds settings of a watch, not something you did."};
    case FileKind::sport:
      return {"fit_settings", file + " holds the sport settings of a watch, not something you did."};
    case FileKind::workout: return {"fit_workout", file + " is a planned workout, not one you did."};
    case FileKind::course: return {"fit_course", file + " is a course to follow, not something you did."};
    case FileKind::schedules: return {"fit_schedule", file + " is a schedule of workouts, not something you did."};
    case FileKind::weight: return {"fit_weight", file + " holds readings of a scale, not an activity."};
    case FileKind::totals: return {"fit_totals", file + " holds the totals of a watch, not single activities."};
    case FileKind::goals: return {"fit_goals", file + " holds goals, not something you did."};
    case FileKind::blood_pressure:
      return {"fit_blood_pressure", file + " holds blood pressure readings, not an activity."};
    case FileKind::monitoring_a:
    case FileKind::monitoring_b:
    case FileKind::daily_monitoring:
      return {"fit_monitoring", file + " is a watch's log of the whole day (steps, pulse), not an activity."};
    case FileKind::segment:
    case FileKind::segment_list:
      return {"fit_segment", file + " is a stretch of road to race on, not something you did."};
    case FileKind::activity_summary: break;
  }
  return {"fit_other", file + " is a FIT file of a kind that holds no activity."};
}

bool may_hold_activities(const FitPart& part) {
  return !part.kind || *part.kind == static_cast<std::uint8_t>(fit::FileKind::activity) ||
         *part.kind == static_cast<std::uint8_t>(fit::FileKind::activity_summary) ||
         // Only what was done has sessions, whatever kind a program names.
         (!part.sessions.empty() && !part.records.empty());
}

/// The sentence for the first damage that was met. `found`: what came out of the damaged part; `earlier`: of parts
/// before.
std::string damage_sentence(const std::string& file, FitEnding ending, const std::vector<Activity>& found,
                            const std::vector<Activity>& earlier) {
  const std::string breaks = ending == FitEnding::breaks_off ? " breaks off" : " is damaged";
  if (found.empty()) {
    return earlier.empty() ? file + breaks + " before anything useful."
                           : file + breaks + " behind its first part: I kept what came before.";
  }
  const Activity& last = found.back();
  const auto& times = last.samples.time_ms;
  const Seconds recorded(times.empty() ? 0 : std::max(0.0, Instant(times.back()) - last.run.start));
  // Some programs write the totals first: then they are whole, and only the series is not.
  constexpr double longer_s = 60;
  if (last.run.elapsed.value() > recorded.value() + longer_s) {
    return file + breaks + " after " + spoken(recorded) + ", but its totals are there: I kept both, " +
           spoken(last.run.elapsed) + " in all.";
  }
  const std::string kept = spoken(last.run.elapsed);
  return file + breaks + " after " + kept + ": I kept those " + kept + ".";
}

bool only_zeros(std::span<const std::byte> bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](std::byte byte) { return byte == std::byte{0}; });
}

}  // namespace

Reading read_fit(std::string_view name, std::span<const std::byte> bytes, const ReadLimits& limits) {
  const std::string file = quoted(name);
  Reading reading;
  reading.format = "FIT";
  std::optional<Reason> none;
  const auto salvage = [&](std::string reason, std::size_t read) {
    if (!reading.salvaged) reading.salvaged = Salvage{std::move(reason), read, bytes.size()};
  };
  ReadLimits left = limits;  // for all parts together
  StrapHeartRate strap;
  std::size_t at = 0;
  while (at < bytes.size()) {
    const auto part = part_at(bytes, at);
    if (!part) {
      if (at == 0) return refused("FIT", "fit_broken_header", file + " has a broken beginning: I can't read it.");
      if (!only_zeros(bytes.subspan(at))) {
        salvage("Behind its first " + counted(at, "byte", "bytes") + " " + file +
                    " holds something that is not FIT: I kept what came before.",
                at);
      }
      break;
    }
    FitPart content = read_fit_part(part->messages, part->promised, left);
    left.records -= content.records.size();
    left.laps -= content.laps.size();
    strap.join(std::move(content.strap));
    const bool beyond_limits = content.beyond_limits;
    const FitEnding ending = content.ending;
    const std::size_t read = static_cast<std::size_t>(part->messages.data() - bytes.data()) + content.sound_bytes;
    std::vector<Activity> found;
    if (may_hold_activities(content)) {
      none = why_none(file, content);
      found = fit_activities(name, std::move(content), reading.warnings);
    } else if (!none) {
      none = why_none(file, content);
    }
    if (beyond_limits) {
      salvage(more_than_any(file), read);
    } else if (ending != FitEnding::complete) {
      salvage(damage_sentence(file, ending, found, reading.activities), read);
    } else if (!part->checksum_fits) {
      salvage(file + " has a wrong checksum, so a value in it may be off: I read it to its end and kept it.", read);
    }
    left.activities -= std::min(left.activities, found.size());
    std::move(found.begin(), found.end(), std::back_inserter(reading.activities));
    at = part->end;
    if (left.activities == 0 && at < bytes.size()) {
      salvage(more_than_any(file), at);
      break;
    }
  }
  for (Activity& activity : reading.activities) strap.lay_on(activity);
  if (!reading.activities.empty()) {
    reading.verdict = Verdict::activities;
    return reading;
  }
  reading.warnings.clear();  // they speak of records that nobody gets to see
  const bool unreadable =
      reading.salvaged && (!none || none->code == "fit_without_kind" || none->code == "fit_empty_activity");
  reading.verdict = unreadable ? Verdict::refused : Verdict::not_an_activity;
  reading.code = unreadable ? "fit_damaged" : none ? none->code : "fit_without_kind";
  reading.reason = unreadable ? file + " is damaged, and nothing in it could be kept."
                   : none     ? none->text
                              : file + " is a FIT file, but it is empty.";
  return reading;
}

}  // namespace hipline::importers
