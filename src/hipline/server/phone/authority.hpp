#pragma once

#include <string>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/error.hpp"

namespace hipline::server {

/// What a server shows and keeps to itself.
struct Certificate {
  std::string certificate_pem;
  std::string private_key_pem;
};

/// An authority that vouches for this computer alone, and only on home networks: a phone that trusts it trusts nothing
/// else by it, also where its key gets into wrong hands. The only code that knows GnuTLS.
class Authority {
 public:
  /// The authority kept in a folder (0700, its key 0600); made at first use, and made anew where others could have read
  /// its key, or where it is broken or near its end. Errors: cannot_write, disk_full, cannot_make_certificate.
  static Result<Authority> kept(const std::string& folder, Instant now);

  /// A certificate for these IPv4 addresses, as long as phones accept one. The one kept in the folder while it is for
  /// the same addresses and has a month left, else a fresh one. Errors: as `kept`.
  [[nodiscard]] Result<Certificate> certificate_for(const std::vector<std::string>& addresses, Instant now) const;

  [[nodiscard]] const std::string& certificate_pem() const { return certificate_pem_; }
  /// The SHA-256 of the certificate as phones show it: `AB:CD:…`.
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

 private:
  std::string folder_;
  std::string certificate_pem_;
  std::string private_key_pem_;
  std::string fingerprint_;
};

}  // namespace hipline::server
