#pragma once

#include <functional>
#include <string>
#include <utility>

#include "hipline/server/phone/authority.hpp"
#include "hipline/server/phone/phone_gate.hpp"
#include "hipline/server/premises.hpp"
#include "hipline/server/site/door.hpp"

namespace hipline::server {

/// The way in for devices on the home network: pairing by a one-time code (`/pair`), and the page that walks through
/// trusting this computer's authority (`/trust`).
class PhoneDoor final : public Door {
 public:
  struct Events {
    std::function<void(const Device& device)> paired;
    /// Somebody came with a code that had been handed out and holds no longer, and none is open.
    std::function<void()> came_late;
  };
  PhoneDoor(Premises& premises, PhoneGate& gate, const Authority& authority, Events events)
      : premises_(premises), gate_(gate), authority_(authority), events_(std::move(events)) {}

  [[nodiscard]] Gate& gate() override { return gate_; }
  [[nodiscard]] bool takes_form(std::string_view path) const override { return path == "/pair"; }
  [[nodiscard]] std::optional<Answer> page(const Request& request, const Head& head) override;

 private:
  Answer pair(const Request& request, const Head& head);
  [[nodiscard]] Answer trust() const;

  Premises& premises_;
  PhoneGate& gate_;
  const Authority& authority_;
  Events events_;
};

/// What a device is called until its owner says otherwise, by what its browser tells of itself.
std::string kind_of_device(const std::string& user_agent);

}  // namespace hipline::server
