// The phones that may come in: shown to all of them, paired and revoked from this computer alone.
#include <nlohmann/json.hpp>

#include "hipline/server/api/answers.hpp"
#include "hipline/server/phone/qr_code.hpp"

namespace hipline::server {
namespace {

using nlohmann::ordered_json;

std::string text_of(const ordered_json& json) {
  return json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

Result<Reply> list(World& world, const Request& request) {
  const auto devices = world.devices().all();
  if (!devices) return std::unexpected(devices.error());
  const std::string address = world.pairing().address();
  ordered_json json = {{"served", !address.empty()},
                       {"address", address.empty() ? ordered_json() : ordered_json(address)},
                       {"may_pair", request.caller.own_computer},
                       {"devices", ordered_json::array()}};
  for (const Device& one : *devices)
    json["devices"].push_back({{"id", one.id},
                               {"name", one.name},
                               {"paired_at", one.paired_at.iso()},
                               {"last_seen_at", one.last_seen_at.iso()},
                               {"this_device", one.id == request.caller.device}});
  return Reply{.body = text_of(json)};
}

Result<Reply> invite(World& world, const Request& request) {
  if (!request.caller.own_computer)
    return failure("own_computer_only", "", "A new device is paired from the computer that Hipline runs on.");
  const auto invitation = world.pairing().invite(world.clock().now());
  if (!invitation) return std::unexpected(invitation.error());
  const auto code = QrCode::of(invitation->address);
  if (!code) return std::unexpected(code.error());
  return Reply{.body = text_of({{"address", invitation->address},
                                {"code", invitation->code},
                                {"ends_at", invitation->ends_at.iso()},
                                {"qr_svg", as_svg(*code)},
                                {"fingerprint", invitation->fingerprint}})};
}

Result<Reply> revoke(World& world, const Request& request) {
  const std::string& id = request.named.at("id");
  if (!request.caller.own_computer && request.caller.device != id)
    return failure("own_computer_only", "id",
                   "A device can end its own pairing; those of others are revoked from the computer that Hipline runs "
                   "on.");
  if (const Status revoked = world.devices().revoke(id); !revoked) return std::unexpected(revoked.error());
  return list(world, request);
}

}  // namespace

void add_devices(Routes& routes) {
  routes.add({.method = Method::get, .path = "/api/devices", .handler = list});
  routes.add({.method = Method::post, .path = "/api/devices/pairing", .handler = invite});
  routes.add({.method = Method::remove, .path = "/api/devices/{id}", .handler = revoke});
}

}  // namespace hipline::server
