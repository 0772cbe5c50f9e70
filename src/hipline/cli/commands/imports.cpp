#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "hipline/app/import/import.hpp"
#include "hipline/app/import/originals.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"

namespace hipline::cli {
namespace {

using nlohmann::ordered_json;

std::size_t count(const app::Import& import, app::FileVerdict verdict) {
  return static_cast<std::size_t>(std::ranges::count(import.files, verdict, &app::ImportedFile::verdict));
}

Result<Answer> list(Context& context) {
  const auto store = context.store();
  if (!store) return std::unexpected(store.error());
  const auto imports = (*store)->imports(context.runner_id());
  if (!imports) return std::unexpected(imports.error());

  ordered_json json = {{"program_version", context.version()}, {"imports", ordered_json::array()}};
  std::string text = imports->empty() ? "No imports yet: `hipline import PATH…` reads your training files.\n" : "";
  for (const app::Import& import : *imports) {
    ordered_json one = {{"id", import.id},
                        {"at", import.at.iso()},
                        {"program_version", import.program_version},
                        {"undone_at", nullptr},
                        {"files", ordered_json::array()}};
    if (import.undone_at) one["undone_at"] = import.undone_at->iso();
    for (const app::ImportedFile& file : import.files)
      one["files"].push_back({{"name", file.name}, {"verdict", app::word(file.verdict)}, {"reason", file.reason}});
    json["imports"].push_back(std::move(one));
    text += fmt::format("{:>4}  {}  {} files: {} runs, {} salvaged, {} duplicates{}\n", import.id, import.at.iso(),
                        import.files.size(), count(import, app::FileVerdict::run),
                        count(import, app::FileVerdict::salvaged), count(import, app::FileVerdict::duplicate),
                        import.undone_at ? ", taken back" : "");
  }
  return Answer{std::move(text), json.dump(-1, ' ', false, ordered_json::error_handler_t::replace)};
}

Result<Answer> undo(Context& context, app::ImportId id) {
  const auto store = context.store();
  if (!store) return std::unexpected(store.error());
  const auto files = context.files();
  if (!files) return std::unexpected(files.error());
  const auto undone = app::undo_import(context.runner_id(), id, {**store, **files, context.clock(), context.zones()});
  if (!undone) return std::unexpected(undone.error());
  const ordered_json json = {{"program_version", context.version()},
                             {"import", id},
                             {"runs_removed", undone->runs},
                             {"originals_removed", undone->unused_originals.size()}};
  return Answer{fmt::format("Import {} is taken back: {} {} removed. What you told about them is kept.\n", id,
                            undone->runs, undone->runs == 1 ? "activity" : "activities"),
                json.dump()};
}

Result<Answer> refresh(Context& context) {
  const auto store = context.store();
  if (!store) return std::unexpected(store.error());
  const auto files = context.files();
  if (!files) return std::unexpected(files.error());
  const auto done = app::refresh_imports(context.runner_id(), {**store, **files, context.clock(), context.zones()});
  if (!done) return std::unexpected(done.error());
  const ordered_json json = {{"program_version", context.version()},
                             {"runs", done->runs},
                             {"changed", done->changed},
                             {"found", done->found},
                             {"missing_originals", done->missing}};
  std::string text = fmt::format("{} {} read again from the original files: {} came out differently, {} new.\n",
                                 done->runs, done->runs == 1 ? "activity" : "activities", done->changed, done->found);
  if (!done->missing.empty())
    text += fmt::format("{} original {} no longer beside the database; what was kept of {} stays as it is.\n",
                        done->missing.size(), done->missing.size() == 1 ? "file is" : "files are",
                        done->missing.size() == 1 ? "it" : "them");
  return Answer{std::move(text), json.dump()};
}

}  // namespace

void add_imports(CLI::App& program, Context& context) {
  CLI::App* imports = add_command(program, context, "imports", "What was imported when, and taking it back",
                                  [&context] { return list(context); });
  imports->require_subcommand(0, 1);
  add_command(*imports, context, "list", "Every import, oldest first", [&context] { return list(context); });
  add_command(*imports, context, "refresh", "Read the original files again, as after an update of Hipline",
              [&context] { return refresh(context); });
  auto id = std::make_shared<app::ImportId>();
  CLI::App* command = add_command(*imports, context, "undo", "Take an import back: its runs go, your answers stay",
                                  [&context, id] { return undo(context, *id); });
  command->add_option("ID", *id, "the number that `imports list` shows")->required();
}

}  // namespace hipline::cli
