#include "hipline/server/serve.hpp"

#include <pthread.h>
#include <sys/resource.h>

#include <fmt/format.h>
#include <csignal>
#include <ctime>
#include <memory>

#include "hipline/server/api/api.hpp"
#include "hipline/server/http/listener.hpp"
#include "hipline/server/keys/gate.hpp"
#include "hipline/server/keys/secret.hpp"
#include "hipline/server/site/own_door.hpp"
#include "hipline/server/site/site.hpp"

namespace hipline::server {
namespace {

/// The signals that end us come to one place, and interrupt no thread in the middle of its work.
class EndSignals {
 public:
  EndSignals() {
    sigemptyset(&signals_);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&signals_, signal);
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  }
  ~EndSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  EndSignals(const EndSignals&) = delete;
  EndSignals& operator=(const EndSignals&) = delete;

  /// Whether one came within this time.
  [[nodiscard]] bool came_within(time_t seconds) const {
    const timespec time{.tv_sec = seconds, .tv_nsec = 0};
    return ::sigtimedwait(&signals_, nullptr, &time) > 0;
  }

 private:
  sigset_t signals_{};
  sigset_t before_{};
};

/// How soon phones find us again after this computer went to another network.
constexpr time_t seconds_between_looks = 10;

/// As many open connections as the system lets us have.
void raise_file_limit() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
}

}  // namespace

Status serve(const Settings& settings, const ServeOptions& options, const ServeEvents& events) {
  const EndSignals end;
  raise_file_limit();
  ListenOptions listen;
  listen.port = options.port;
  auto socket = Socket::open(listen);
  if (!socket) return std::unexpected(socket.error());
  const std::uint16_t port = socket->port();

  Premises premises(settings);
  // Opened now, so that a database that cannot be used is told in the terminal and not on the first page.
  if (const auto opened = premises.own.version(); !opened) return std::unexpected(opened.error());
  const auto secret = kept_secret(secret_path(settings.database_path));
  if (!secret) return std::unexpected(secret.error());

  OwnGate gate({fmt::format("127.0.0.1:{}", port), fmt::format("localhost:{}", port)}, *secret);
  const auto address = [&] { return fmt::format("http://127.0.0.1:{}/?key={}", port, gate.fresh_key()); };
  OwnDoor door(gate, [&] { events.fresh_address(address()); });
  const auto assets = std::make_shared<const Assets>(Assets::of_folder(options.pages_folder));
  Site site(premises, api_routes(), assets, door);
  const auto listener = Listener::start(std::move(*socket), listen, site);
  if (!listener) return std::unexpected(listener.error());
  std::unique_ptr<PhoneLine> phones;
  if (options.phone) {
    auto opened = PhoneLine::open(premises, assets, *options.phone, events.phone);
    if (!opened) return std::unexpected(opened.error());
    phones = *std::move(opened);
  }
  events.ready(address());
  if (phones) phones->invite();
  while (!end.came_within(seconds_between_looks))
    if (phones) phones->follow();
  return {};
}

}  // namespace hipline::server
