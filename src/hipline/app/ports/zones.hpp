#pragma once

#include <string>
#include <string_view>

#include "hipline/base/day.hpp"

namespace hipline::app {

/// Looks up time zones by their IANA name, such as `Europe/Berlin`.
class Zones {
 public:
  virtual ~Zones() = default;

  [[nodiscard]] virtual bool knows(std::string_view zone) const = 0;
  /// Seconds east of UTC at that moment. Errors: unknown_zone.
  [[nodiscard]] virtual Result<int> offset_at(std::string_view zone, Instant at) const = 0;
  /// The moment at which a wall clock in the zone shows that time of that day; where the clock jumps over it, the
  /// moment of the jump, and where it shows it twice, the first. Errors: unknown_zone.
  [[nodiscard]] virtual Result<Instant> at(std::string_view zone, LocalDay day, int seconds_after_midnight) const = 0;
  /// The zone that this machine is set to; `UTC` where it does not say.
  [[nodiscard]] virtual std::string of_this_machine() const = 0;
};

/// The local day of a moment in a zone. Errors: unknown_zone.
Result<LocalDay> local_day(const Zones& zones, std::string_view zone, Instant at);

/// Zones from the system's tzdata.
class SystemZones final : public Zones {
 public:
  [[nodiscard]] bool knows(std::string_view zone) const override;
  [[nodiscard]] Result<int> offset_at(std::string_view zone, Instant at) const override;
  [[nodiscard]] Result<Instant> at(std::string_view zone, LocalDay day, int seconds_after_midnight) const override;
  [[nodiscard]] std::string of_this_machine() const override;
};

}  // namespace hipline::app
