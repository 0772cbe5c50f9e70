#pragma once

#include <functional>
#include <string>
#include <utility>

#include "hipline/server/site/door.hpp"

namespace hipline::server {

/// The way in for browsers on this computer: an address with a key that works once (`/?key=…`).
class OwnDoor final : public Door {
 public:
  /// `key_was_used`: called where somebody comes with a key that was used up, so that a fresh one can be shown.
  OwnDoor(OwnGate& gate, std::function<void()> key_was_used) : gate_(gate), key_was_used_(std::move(key_was_used)) {}

  [[nodiscard]] Gate& gate() override { return gate_; }
  [[nodiscard]] bool takes_form(std::string_view) const override { return false; }
  [[nodiscard]] std::optional<Answer> page(const Request& request, const Head& head) override;

 private:
  OwnGate& gate_;
  std::function<void()> key_was_used_;
};

}  // namespace hipline::server
