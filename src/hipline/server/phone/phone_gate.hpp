#pragma once

#include <string>
#include <utility>
#include <vector>

#include "hipline/app/ports/clock.hpp"
#include "hipline/server/keys/gate.hpp"
#include "hipline/server/phone/devices.hpp"

namespace hipline::server {

/// The gate for paired devices on the home network, over TLS: each has a secret of its own.
class PhoneGate final : public Gate {
 public:
  PhoneGate(std::vector<std::string> hosts, Devices& devices, const app::Clock& clock)
      : Gate(std::move(hosts), "https"), devices_(devices), clock_(clock) {}

  [[nodiscard]] Result<Caller> caller(const Head& head) const override;
  /// The cookie of a device that was just paired, as a Set-Cookie header.
  [[nodiscard]] std::string cookie_header(const std::string& secret) const;

 private:
  Devices& devices_;
  const app::Clock& clock_;
};

}  // namespace hipline::server
