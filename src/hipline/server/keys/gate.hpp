#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hipline/server/message/answer.hpp"
#include "hipline/server/routes.hpp"

namespace hipline::server {

/// Who may ask for what: against pages of other sites that reach for this server through the runner's own browser, and
/// against other people on the same machine or network. Who holds which cookie, each kind of gate knows by itself.
class Gate {
 public:
  /// `hosts`: what a browser may call this server ("127.0.0.1:4747"). `scheme`: "http" or "https".
  Gate(std::vector<std::string> hosts, std::string scheme) : hosts_(std::move(hosts)), scheme_(std::move(scheme)) {}
  virtual ~Gate() = default;
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;

  /// The name by which the browser reached us: another site's name that leads here (DNS rebinding) is turned away.
  /// Errors: wrong_host.
  [[nodiscard]] Status knows_host(const Head& head) const;
  /// Whether the page that asks is our own: what changes something has to say so. Errors: foreign_origin.
  [[nodiscard]] Status is_own_page(Method method, const Head& head) const;
  /// Whose browser asks, by its cookie. Errors: no_key, not_paired.
  [[nodiscard]] virtual Result<Caller> caller(const Head& head) const = 0;

  /// What a cookie is called here. Over TLS browsers take a name that begins with `__Host-` only from this host itself
  /// and for all of it: nobody on the network can slip another one in.
  [[nodiscard]] std::string cookie_name(const std::string& name) const;
  /// A cookie for this way in, as a Set-Cookie header: kept from scripts and other sites, and from the plain network
  /// where there is TLS. Without `seconds` it ends with the browser; with 0 at once.
  [[nodiscard]] std::string set_cookie(const std::string& name, const std::string& value,
                                       std::optional<int> seconds) const;

 private:
  std::vector<std::string> hosts_;
  std::string scheme_;
};

inline constexpr int a_year_s = 365 * 24 * 3600;

/// The gate for browsers on this computer: one secret for all of them, handed over by a key that works once.
class OwnGate final : public Gate {
 public:
  /// `secret`: what the cookie has to hold.
  OwnGate(std::vector<std::string> hosts, std::string secret)
      : Gate(std::move(hosts), "http"), secret_(std::move(secret)) {}

  [[nodiscard]] Result<Caller> caller(const Head& head) const override;
  /// A key for one hand-over: whoever brings it first gets the cookie.
  std::string fresh_key();
  /// Uses a key up; false where it is none, or was used.
  bool take_key(std::string_view key);
  /// The cookie, as a Set-Cookie header.
  [[nodiscard]] std::string cookie_header() const;

 private:
  std::string secret_;
  std::mutex mutex_;
  std::vector<std::string> keys_;
};

}  // namespace hipline::server
