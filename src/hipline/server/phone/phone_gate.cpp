#include "hipline/server/phone/phone_gate.hpp"

#include "hipline/server/message/target.hpp"

namespace hipline::server {

Result<Caller> PhoneGate::caller(const Head& head) const {
  const std::string secret = cookie(head.header("Cookie").value_or(""), cookie_name("hipline"));
  if (const auto device = devices_.seen(secret, clock_.now())) return Caller{.device = device->id};
  return failure("not_paired", "Cookie",
                 "This device is not paired with Hipline, or no longer: open /pair and type a fresh code from the "
                 "computer.");
}

std::string PhoneGate::cookie_header(const std::string& secret) const {
  return set_cookie(cookie_name("hipline"), secret, a_year_s);
}

}  // namespace hipline::server
