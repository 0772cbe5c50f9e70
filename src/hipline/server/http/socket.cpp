#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fmt/format.h>
#include <cerrno>
#include <cstring>
#include <utility>

#include "hipline/server/http/listener.hpp"

namespace hipline::server {

Result<Socket> Socket::open(const ListenOptions& options) {
  const auto refused = [&](const char* step) {
    return failure("cannot_listen", options.address,
                   fmt::format("Hipline cannot listen on {}:{} ({}: {}).", options.address, options.port, step,
                               std::strerror(errno)));
  };
  sockaddr_in place{};
  place.sin_family = AF_INET;
  place.sin_port = htons(options.port);
  if (::inet_pton(AF_INET, options.address.c_str(), &place.sin_addr) != 1) {
    errno = EINVAL;
    return refused("address");
  }
  Socket socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  if (socket.descriptor_ < 0) return refused("socket");
  // A port that was ours a moment ago is free for us again.
  const int yes = 1;
  ::setsockopt(socket.descriptor_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (::bind(socket.descriptor_, reinterpret_cast<const sockaddr*>(&place), sizeof place) != 0 ||
      ::listen(socket.descriptor_, SOMAXCONN) != 0) {
    if (errno == EADDRINUSE)
      return failure(
          "port_in_use", options.port_option,
          fmt::format("Port {} is in use, maybe by a Hipline that is running already: close that one, or choose "
                      "another with {}.",
                      options.port, options.port_option));
    return refused("bind");
  }
  socklen_t size = sizeof place;
  if (::getsockname(socket.descriptor_, reinterpret_cast<sockaddr*>(&place), &size) != 0) return refused("name");
  socket.port_ = ntohs(place.sin_port);
  return socket;
}

Socket::Socket(Socket&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)), port_(other.port_) {}

Socket::~Socket() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

int Socket::release() { return std::exchange(descriptor_, -1); }

}  // namespace hipline::server
