#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "hipline/base/error.hpp"
#include "hipline/server/site/site.hpp"

namespace hipline::server {

/// Where to listen, and how much is taken from whom.
struct ListenOptions {
  std::string address = "127.0.0.1";
  std::uint16_t port = 0;              ///< 0: any free one
  std::string port_option = "--port";  ///< what another port is chosen with
  unsigned connections = 4096;
  unsigned connections_from_one_address = 0;  ///< 0: no limit of its own
  int seconds_idle = 120;                     ///< without a byte
  int seconds_to_ask = 60;    ///< from one answer to the next request, however slowly its first line comes
  int seconds_for_head = 10;  ///< from the first line of a request to the end of its headers
  std::size_t head_limit = 16384;
  std::string certificate_pem;  ///< with its key: TLS
  std::string private_key_pem;
};

/// An open socket, before anything is answered on it: so that its port is known to whom it concerns.
class Socket {
 public:
  /// Errors: port_in_use, cannot_listen.
  static Result<Socket> open(const ListenOptions& options);
  ~Socket();
  Socket(Socket&& other) noexcept;
  Socket& operator=(Socket&&) = delete;
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;

  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// Hands the descriptor over to who closes it.
  int release();

 private:
  explicit Socket(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
  std::uint16_t port_ = 0;
};

/// Carries requests to a site and its answers back, from the start to the end of its life.
class Listener {
 public:
  virtual ~Listener() = default;
  /// Errors: cannot_listen.
  static Result<std::unique_ptr<Listener>> start(Socket socket, const ListenOptions& options, Site& site);
};

}  // namespace hipline::server
