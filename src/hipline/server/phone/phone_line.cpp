#include "hipline/server/phone/phone_line.hpp"

#include <fmt/format.h>
#include <utility>

#include "hipline/server/api/api.hpp"
#include "hipline/server/http/listener.hpp"
#include "hipline/server/phone/addresses.hpp"
#include "hipline/server/phone/phone_door.hpp"
#include "hipline/server/site/site.hpp"

namespace hipline::server {
namespace {

/// A home has few phones, and the network is open to whoever is on it.
constexpr unsigned most_connections = 256;
constexpr unsigned most_connections_from_one_address = 64;

/// What browsers leave out of an address and of the name of its host.
constexpr std::uint16_t usual_port = 443;

std::string with_port(const std::string& address, std::uint16_t port) {
  return port == usual_port ? address : fmt::format("{}:{}", address, port);
}

std::vector<std::string> with_port(const std::vector<std::string>& addresses, std::uint16_t port) {
  std::vector<std::string> hosts;
  for (const std::string& address : addresses) hosts.push_back(with_port(address, port));
  return hosts;
}

}  // namespace

struct PhoneLine::Open {
  Open(PhoneLine& line, std::vector<std::string> at, Certificate shown, std::uint16_t port)
      : addresses(std::move(at)),
        certificate(std::move(shown)),
        gate(with_port(addresses, port), line.premises_.devices, line.premises_.settings.clock),
        door(line.premises_, gate, line.authority_, {line.events_.paired, [&line] { line.invite(); }}),
        site(line.premises_, api_routes(), line.assets_, door) {}

  std::vector<std::string> addresses;
  Certificate certificate;
  PhoneGate gate;
  PhoneDoor door;
  Site site;
  std::vector<std::unique_ptr<Listener>> listeners;  ///< last, so that they end before what they ask
};

PhoneLine::PhoneLine(Premises& premises, std::shared_ptr<const Assets> assets, PhoneOptions options, PhoneEvents events,
                     Authority authority)
    : premises_(premises),
      assets_(std::move(assets)),
      options_(std::move(options)),
      events_(std::move(events)),
      authority_(std::move(authority)) {}

PhoneLine::~PhoneLine() = default;

Result<std::unique_ptr<PhoneLine>> PhoneLine::open(Premises& premises, std::shared_ptr<const Assets> assets,
                                                   PhoneOptions options, PhoneEvents events) {
  const auto addresses = addresses_to_serve(options.addresses);
  if (!addresses) return std::unexpected(addresses.error());
  const Instant now = premises.settings.clock.now();
  auto authority = Authority::kept(authority_folder(premises.settings.database_path), now);
  if (!authority) return std::unexpected(authority.error());
  const auto certificate = authority->certificate_for(*addresses, now);
  if (!certificate) return std::unexpected(certificate.error());
  std::unique_ptr<PhoneLine> line(
      new PhoneLine(premises, std::move(assets), std::move(options), std::move(events), *std::move(authority)));
  auto open = line->listen(*addresses, *certificate);
  if (!open) return std::unexpected(open.error());
  line->open_ = *std::move(open);
  return line;
}

Result<std::unique_ptr<PhoneLine::Open>> PhoneLine::listen(const std::vector<std::string>& addresses,
                                                           const Certificate& certificate) {
  ListenOptions listen;
  listen.port = options_.port;
  listen.port_option = "--phone-port";
  listen.connections = most_connections;
  listen.connections_from_one_address = most_connections_from_one_address;
  listen.certificate_pem = certificate.certificate_pem;
  listen.private_key_pem = certificate.private_key_pem;
  std::vector<Socket> sockets;
  for (const std::string& address : addresses) {
    listen.address = address;
    auto socket = Socket::open(listen);
    if (!socket) return std::unexpected(socket.error());
    listen.port = socket->port();  // one port at all addresses
    sockets.push_back(std::move(*socket));
  }
  auto open = std::make_unique<Open>(*this, addresses, certificate, listen.port);
  for (Socket& socket : sockets) {
    auto listener = Listener::start(std::move(socket), listen, open->site);
    if (!listener) return std::unexpected(listener.error());
    open->listeners.push_back(*std::move(listener));
  }
  // Another start of the same program keeps the port, so that what a phone has kept for this address stays its own.
  options_.port = listen.port;
  premises_.pairing.serve_at("https://" + with_port(addresses.front(), listen.port), authority_.fingerprint());
  return open;
}

void PhoneLine::invite() {
  if (const auto invitation = premises_.pairing.invite(premises_.settings.clock.now())) events_.invited(*invitation);
}

void PhoneLine::follow() {
  const auto addresses = addresses_to_serve(options_.addresses);
  if (!addresses) return;
  const auto certificate = authority_.certificate_for(*addresses, premises_.settings.clock.now());
  if (!certificate) return;
  const bool moved = !open_ || *addresses != open_->addresses;
  if (!moved && certificate->certificate_pem == open_->certificate.certificate_pem) return;
  open_.reset();  // the port is free again only then
  auto open = listen(*addresses, *certificate);
  if (!open) return;
  open_ = *std::move(open);
  if (moved) invite();
}

std::string authority_folder(const std::string& database_path) { return database_path + ".authority"; }

}  // namespace hipline::server
