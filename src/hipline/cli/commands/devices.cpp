#include "hipline/cli/commands/devices.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"
#include "hipline/server/phone/devices.hpp"

namespace hipline::cli {
namespace {

using nlohmann::ordered_json;

Result<Answer> list(Context& context) {
  const auto path = context.database_path();
  if (!path) return std::unexpected(path.error());
  const auto devices = server::Devices(server::devices_path(*path)).all();
  if (!devices) return std::unexpected(devices.error());
  ordered_json json = {{"program_version", context.version()}, {"devices", ordered_json::array()}};
  std::string text = devices->empty() ? "No device is paired: `hipline serve --phone` shows the code for one.\n" : "";
  for (const server::Device& one : *devices) {
    json["devices"].push_back({{"id", one.id},
                               {"name", one.name},
                               {"paired_at", one.paired_at.iso()},
                               {"last_seen_at", one.last_seen_at.iso()}});
    text += fmt::format("{}  paired {}, last seen {}  {}\n", one.id, one.paired_at.iso().substr(0, 10),
                        one.last_seen_at.iso().substr(0, 16) + "Z", one.name);
  }
  return Answer{std::move(text), json.dump(-1, ' ', false, ordered_json::error_handler_t::replace)};
}

Result<Answer> revoke(Context& context, const std::string& id) {
  const auto path = context.database_path();
  if (!path) return std::unexpected(path.error());
  if (const Status revoked = server::Devices(server::devices_path(*path)).revoke(id); !revoked)
    return std::unexpected(revoked.error());
  const ordered_json json = {{"program_version", context.version()}, {"revoked", id}};
  return Answer{fmt::format("{} is revoked: it is let in no more, from now on.\n", id),
                json.dump(-1, ' ', false, ordered_json::error_handler_t::replace)};
}

}  // namespace

void add_devices(CLI::App& program, Context& context) {
  CLI::App* devices = add_command(program, context, "devices", "Which phones are paired, and revoking them",
                                  [&context] { return list(context); });
  devices->require_subcommand(0, 1);
  add_command(*devices, context, "list", "Every paired device, oldest first", [&context] { return list(context); });
  auto id = std::make_shared<std::string>();
  CLI::App* command = add_command(*devices, context, "revoke", "Let a device in no more",
                                  [&context, id] { return revoke(context, *id); });
  command->add_option("ID", *id, "as `devices list` shows it")->required();
}

}  // namespace hipline::cli
