#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "hipline/base/error.hpp"
#include "hipline/cli/answer.hpp"

namespace CLI {
class App;
}

namespace hipline::cli {

class Context;

/// Adds one command (or one below another) with the options that every command has. `run` is called once the arguments
/// are read and this command, not one below it, was chosen; what it answers is printed and becomes the exit status.
CLI::App* add_command(CLI::App& above, Context& context, const std::string& name, const std::string& description,
                      std::function<Result<Answer>()> run);

// One function per file of commands/.
void add_setup(CLI::App& program, Context& context);
void add_checkin(CLI::App& program, Context& context);
void add_advice(CLI::App& program, Context& context);
void add_today(CLI::App& program, Context& context);
void add_circuit(CLI::App& program, Context& context);
/// Below `circuit`.
void add_circuit_log(CLI::App& circuit, Context& context);
void add_plan(CLI::App& program, Context& context);
void add_note(CLI::App& program, Context& context);
void add_library(CLI::App& program, Context& context);
void add_exercises(CLI::App& program, Context& context);
void add_assess(CLI::App& program, Context& context);
void add_schema(CLI::App& program, Context& context);
void add_content(CLI::App& program, Context& context);
void add_demo(CLI::App& program, Context& context);
void add_import(CLI::App& program, Context& context);
void add_imports(CLI::App& program, Context& context);
void add_runs(CLI::App& program, Context& context);
void add_export(CLI::App& program, Context& context);
void add_restore(CLI::App& program, Context& context);
void add_delete(CLI::App& program, Context& context);
void add_serve(CLI::App& program, Context& context);
void add_doctor(CLI::App& program, Context& context);

/// The command that is called; all of them, in the order in which --help lists them, where `called` names none. To make
/// them all costs a millisecond, which counts where a script decides a thousand cases.
void add_commands(CLI::App& program, Context& context, std::string_view called);

}  // namespace hipline::cli
