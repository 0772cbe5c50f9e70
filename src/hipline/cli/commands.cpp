#include "hipline/cli/commands.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "hipline/cli/commands/devices.hpp"
#include "hipline/cli/context.hpp"

namespace hipline::cli {

CLI::App* add_command(CLI::App& above, Context& context, const std::string& name, const std::string& description,
                      std::function<Result<Answer>()> run) {
  CLI::App* command = above.add_subcommand(name, description);
  constexpr const char* group = "Every command";
  command->add_flag("--json", context.options.json, "one JSON value on standard output")->group(group);
  command->add_option("--db", context.options.database, "the database to use")->type_name("FILE")->group(group);
  command->add_option("--today", context.options.today, "the day to decide for, such as 2026-11-22")
      ->type_name("DATE")
      ->group(group);
  command->add_option("--content", context.options.content, "content to decide with, instead of what is built in")
      ->type_name("DIR")
      ->group(group);
  command->callback([command, &context, run = std::move(run)] {
    if (command->get_subcommands().empty()) context.exit_code = print(run(), context.options.json);
  });
  return command;
}

namespace {

using Add = void (*)(CLI::App& program, Context& context);

/// In the order in which --help lists them. Some add others beside the one they are named after.
constexpr std::pair<std::string_view, Add> commands[] = {
    {"serve", add_serve},     {"devices", add_devices}, {"setup", add_setup},     {"checkin", add_checkin},
    {"advice", add_advice},   {"demo", add_demo},       {"today", add_today},     {"circuit", add_circuit},
    {"plan", add_plan},       {"note", add_note},       {"library", add_library}, {"exercises", add_exercises},
    {"import", add_import},   {"imports", add_imports}, {"runs", add_runs},       {"export", add_export},
    {"restore", add_restore}, {"delete", add_delete},   {"doctor", add_doctor},   {"assess", add_assess},
    {"schema", add_schema},   {"content", add_content},
};

}  // namespace

void add_commands(CLI::App& program, Context& context, std::string_view called) {
  const auto* const known = std::ranges::find(commands, called, [](const auto& command) { return command.first; });
  if (known != std::end(commands)) return known->second(program, context);
  for (const auto& [name, add] : commands) add(program, context);
}

}  // namespace hipline::cli
