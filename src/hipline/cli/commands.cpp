#include "hipline/cli/commands.hpp"

#include <CLI/CLI.hpp>

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

void add_all_commands(CLI::App& program, Context& context) {
  add_serve(program, context);
  add_devices(program, context);
  add_setup(program, context);
  add_checkin(program, context);
  add_advice(program, context);
  add_demo(program, context);
  add_today(program, context);
  add_circuit(program, context);
  add_plan(program, context);
  add_note(program, context);
  add_library(program, context);
  add_exercises(program, context);
  add_import(program, context);
  add_imports(program, context);
  add_export(program, context);
  add_restore(program, context);
  add_delete(program, context);
  add_doctor(program, context);
  add_assess(program, context);
  add_schema(program, context);
  add_content(program, context);
}

}  // namespace hipline::cli
