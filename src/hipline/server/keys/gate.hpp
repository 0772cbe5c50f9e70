#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/server/message/answer.hpp"
#include "hipline/server/routes.hpp"

namespace hipline::server {

/// Who may ask for what: against pages of other sites that reach for this server through the runner's own browser, and
/// against other people on the same machine or network.
class Gate {
 public:
  /// `hosts`: what a browser may call this server ("127.0.0.1:4747"). `scheme`: "http" or "https". `secret`: what the
  /// cookie has to hold.
  Gate(std::vector<std::string> hosts, std::string scheme, std::string secret)
      : hosts_(std::move(hosts)), scheme_(std::move(scheme)), secret_(std::move(secret)) {}

  /// The name by which the browser reached us: another site's name that leads here (DNS rebinding) is turned away.
  /// Errors: wrong_host.
  [[nodiscard]] Status knows_host(const Head& head) const;
  /// Whether the browser holds the cookie, and the page that asks is our own. Errors: no_key, foreign_origin.
  [[nodiscard]] Status may_ask(Method method, const Head& head) const;

  /// A key for one hand-over: whoever brings it first gets the cookie.
  std::string fresh_key();
  /// Uses a key up; false where it is none, or was used.
  bool take_key(std::string_view key);
  /// Whether the browser holds the cookie.
  [[nodiscard]] bool has_cookie(const Head& head) const;
  /// The cookie, as a Set-Cookie header.
  [[nodiscard]] std::string cookie_header() const;

 private:
  std::vector<std::string> hosts_;
  std::string scheme_;
  std::string secret_;
  std::mutex mutex_;
  std::vector<std::string> keys_;
};

}  // namespace hipline::server
