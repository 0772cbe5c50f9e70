#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "hipline/app/guide/kept_guide.hpp"
#include "hipline/cli/ask.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"
#include "hipline/server/keys/forget.hpp"

namespace hipline::cli {
namespace {

Result<Answer> run_delete(Context& context, bool sure) {
  const auto path = context.database_path();
  if (!path) return std::unexpected(path.error());
  // Found out before asking, so that nobody confirms what cannot be done.
  const auto state = context.databases().inspect(*path);
  if (!state) return std::unexpected(state.error());
  if (!state->exists)
    return failure("no_such_file", *path, fmt::format("There is no database at {}: nothing to delete.", *path));
  if (!sure) {
    if (context.options.json || !can_ask())
      return failure("not_confirmed", "--yes", fmt::format("Deleting {} cannot be undone: say so with --yes.", *path));
    const auto answer =
        ask(fmt::format("This deletes {} with all runs, answers, original files and paired devices for good.\n"
                        "`hipline export FILE` keeps a copy. Type delete to go on:",
                        *path));
    if (answer != "delete") return Answer{"Nothing was deleted.\n", ""};
  }
  const auto files = context.files();
  if (!files) return std::unexpected(files.error());
  if (const Status removed = context.databases().remove(*path); !removed) return std::unexpected(removed.error());
  if (const Status removed = (*files)->remove_all_originals(); !removed) return std::unexpected(removed.error());
  app::forget_guide(app::kept_guide_path(*path));
  if (const Status forgotten = server::forget_keys(*path); !forgotten) return std::unexpected(forgotten.error());
  const nlohmann::ordered_json json = {{"program_version", context.version()}, {"deleted", *path}};
  return Answer{fmt::format("Deleted: {}, its original files and paired devices.\n", *path),
                json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
}

}  // namespace

void add_delete(CLI::App& program, Context& context) {
  auto sure = std::make_shared<bool>(false);
  CLI::App* command = add_command(program, context, "delete", "Delete everything that is kept of you",
                                  [&context, sure] { return run_delete(context, *sure); });
  command->add_flag("--yes", *sure, "do not ask");
}

}  // namespace hipline::cli
