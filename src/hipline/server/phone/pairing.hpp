#pragma once

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/error.hpp"

namespace hipline::server {

/// What lets one device be paired, once and soon.
struct Invitation {
  std::string address;  ///< `https://192.168.1.5:4748/pair?code=…`: what the QR code holds
  std::string code;     ///< `ABCDE-FGHJK`, also for typing
  Instant ends_at;
  std::string fingerprint;  ///< of the authority, to compare with what the phone shows
};

/// One-time codes for pairing a device over the home network. Safe from several threads.
class Pairing {
 public:
  /// From now on phones reach us here (`https://192.168.1.5:4748`), and this authority vouches for us.
  void serve_at(std::string address, std::string fingerprint);
  /// Empty where phones are not served.
  [[nodiscard]] std::string address() const;

  /// A fresh code, which holds for ten minutes. Errors: phone_not_served.
  Result<Invitation> invite(Instant now);
  /// Uses a code up; capitals, blanks and dashes do not matter. `from`: the address of who brings it, for a limit on
  /// guesses. Errors: wrong_code, code_expired, code_used, too_many_tries.
  Status take(std::string_view code, const std::string& from, Instant now);
  /// Whether a code is open: handed out, not used, not expired.
  [[nodiscard]] bool is_open(Instant now) const;

 private:
  struct Code {
    std::string text;
    Instant ends_at;
    bool used = false;
  };
  struct Guesses {
    int count = 0;
    Instant last;
  };

  mutable std::mutex mutex_;
  std::string address_;
  std::string fingerprint_;
  std::vector<Code> codes_;
  std::map<std::string, Guesses> guesses_;  ///< wrong ones of late, by address
};

}  // namespace hipline::server
