#include "hipline/app/ports/zones.hpp"

#include <date/tz.h>

#include <fmt/format.h>
#include <exception>

namespace hipline::app {
namespace {

/// Null where the name is no zone; the library says so by throwing.
const date::time_zone* find_zone(std::string_view name) {
  try {
    return date::locate_zone(std::string(name));
  } catch (const std::exception&) {
    return nullptr;
  }
}

std::unexpected<Error> unknown_zone(std::string_view name) {
  return failure(
      "unknown_zone", std::string(name),
      fmt::format("There is no time zone called \"{}\" here; names look like Europe/Berlin or America/New_York.",
                  name));
}

date::sys_time<std::chrono::milliseconds> as_sys_time(Instant at) {
  return date::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(at.milliseconds()));
}

}  // namespace

Result<LocalDay> local_day(const Zones& zones, std::string_view zone, Instant at) {
  const auto offset = zones.offset_at(zone, at);
  if (!offset) return std::unexpected(offset.error());
  return day_at_offset(at, *offset);
}

bool SystemZones::knows(std::string_view zone) const { return find_zone(zone) != nullptr; }

Result<int> SystemZones::offset_at(std::string_view zone, Instant at) const {
  const auto* found = find_zone(zone);
  if (!found) return unknown_zone(zone);
  const auto moment = std::chrono::floor<std::chrono::seconds>(as_sys_time(at));
  return static_cast<int>(found->get_info(moment).offset.count());
}

Result<Instant> SystemZones::at(std::string_view zone, LocalDay day, int seconds_after_midnight) const {
  const auto* found = find_zone(zone);
  if (!found) return unknown_zone(zone);
  const auto wall = date::local_days(date::days(day.days_since_1970())) + std::chrono::seconds(seconds_after_midnight);
  return Instant::from_seconds(found->to_sys(wall, date::choose::earliest).time_since_epoch().count());
}

std::string SystemZones::of_this_machine() const {
  try {
    return date::current_zone()->name();
  } catch (const std::exception&) {
    return "UTC";
  }
}

}  // namespace hipline::app
