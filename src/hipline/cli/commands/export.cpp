#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "hipline/app/export/export.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"

namespace hipline::cli {
namespace {

using nlohmann::ordered_json;

Result<Answer> run_export(Context& context, const std::string& file) {
  std::error_code error;
  if (std::filesystem::exists(file, error))
    return failure("file_exists", file, fmt::format("{} is there already; please name a new file.", file));
  const auto store = context.store();
  if (!store) return std::unexpected(store.error());
  const auto files = context.files();
  if (!files) return std::unexpected(files.error());
  const auto exported = app::export_everything(context.runner_id(), context.version(),
                                               {**store, **files, context.clock(), context.zones()});
  if (!exported) return std::unexpected(exported.error());
  if (const Status written = app::write_private_file(file, *exported); !written)
    return std::unexpected(written.error());
  const ordered_json json = {
      {"program_version", context.version()}, {"file", file}, {"bytes", exported->size()}, {"encrypted", false}};
  return Answer{
      fmt::format(
          "Everything is in {} ({} kB). The file is not encrypted: whoever has it can read it, so keep it where only\n"
          "you can. `hipline restore {}` brings it back.\n",
          file, (exported->size() + 1023) / 1024, file),
      json.dump(-1, ' ', false, ordered_json::error_handler_t::replace)};
}

Result<Answer> run_restore(Context& context, const std::string& file) {
  app::DiskFiles disk("");
  const auto exported = disk.read(file);
  if (!exported) return std::unexpected(exported.error());
  const auto store = context.store();
  if (!store) return std::unexpected(store.error());
  const auto files = context.files();
  if (!files) return std::unexpected(files.error());
  auto restored = app::restore_everything(*exported, context.runner_id(), context.version(),
                                          {**store, **files, context.clock(), context.zones()});
  if (!restored) {
    Error named = restored.error();
    if (named.code == "not_an_export") {
      named.where = file;
      named.message = fmt::format("{} is no export of Hipline.", file);
    }
    return std::unexpected(std::move(named));
  }
  const ordered_json json = {{"program_version", context.version()},
                             {"file", file},
                             {"runs", restored->runs},
                             {"originals", restored->originals},
                             {"check_ins", restored->check_ins},
                             {"decisions", restored->decisions}};
  return Answer{fmt::format("Back from {}: {} activities, {} check-ins, {} decisions.\n", file, restored->runs,
                            restored->check_ins, restored->decisions),
                json.dump(-1, ' ', false, ordered_json::error_handler_t::replace)};
}

}  // namespace

void add_export(CLI::App& program, Context& context) {
  auto file = std::make_shared<std::string>();
  CLI::App* command = add_command(program, context, "export", "Write everything that is kept of you to one file",
                                  [&context, file] { return run_export(context, *file); });
  command->add_option("FILE", *file, "a new file")->required();
}

void add_restore(CLI::App& program, Context& context) {
  auto file = std::make_shared<std::string>();
  CLI::App* command = add_command(program, context, "restore", "Bring an export back into an empty database",
                                  [&context, file] { return run_restore(context, *file); });
  command->add_option("FILE", *file, "what `export` wrote")->required();
}

}  // namespace hipline::cli
