#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "hipline/server/phone/authority.hpp"
#include "hipline/server/phone/devices.hpp"
#include "hipline/server/phone/pairing.hpp"
#include "hipline/server/premises.hpp"
#include "hipline/server/site/assets.hpp"

namespace hipline::server {

/// Where phones are served.
struct PhoneOptions {
  std::vector<std::string> addresses;  ///< empty: all of this computer's on its home networks
  std::uint16_t port = 4748;           ///< 0: any free one
};

/// What the terminal is told of phones.
struct PhoneEvents {
  /// This lets one device in, for a while: at the start, at another address, and where somebody came too late.
  std::function<void(const Invitation& invitation)> invited;
  std::function<void(const Device& device)> paired;
};

/// Serves paired devices on the home network over TLS, at every chosen address, from the start to the end of its life.
class PhoneLine {
 public:
  /// Errors: no_home_network, not_a_home_address, no_such_address, port_in_use, cannot_listen, and those of
  /// `Authority`.
  static Result<std::unique_ptr<PhoneLine>> open(Premises& premises, std::shared_ptr<const Assets> assets,
                                                 PhoneOptions options, PhoneEvents events);
  ~PhoneLine();
  PhoneLine(const PhoneLine&) = delete;
  PhoneLine& operator=(const PhoneLine&) = delete;

  /// Makes a fresh code and tells it.
  void invite();
  /// To be called now and then: goes to where this computer's addresses went, and takes a fresh certificate before the
  /// old one ends. Where that cannot be done now, all stays as it is until the next time.
  void follow();

 private:
  struct Open;  ///< the sockets at one set of addresses, and what answers there

  PhoneLine(Premises& premises, std::shared_ptr<const Assets> assets, PhoneOptions options, PhoneEvents events,
            Authority authority);
  Result<std::unique_ptr<Open>> listen(const std::vector<std::string>& addresses, const Certificate& certificate);

  Premises& premises_;
  std::shared_ptr<const Assets> assets_;
  PhoneOptions options_;
  PhoneEvents events_;
  Authority authority_;
  std::unique_ptr<Open> open_;
};

/// The folder of the authority beside a database.
std::string authority_folder(const std::string& database_path);

}  // namespace hipline::server
