#include <malloc.h>
#include <sys/stat.h>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <string_view>

#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"
#include "hipline/store/sql_databases.hpp"

namespace {

using namespace hipline;

/// Asked for before the arguments could be read, since the error about them is to be JSON too.
bool wants_json(int count, char** arguments) {
  for (int i = 1; i < count; ++i)
    if (std::string_view(arguments[i]) == "--json") return true;
  return false;
}

Error as_error(const CLI::ParseError& error, const CLI::App& program) {
  std::string command = "hipline";
  for (const CLI::App* at = &program; !at->get_subcommands().empty();) {
    at = at->get_subcommands().front();
    command += " " + at->get_name();
  }
  return {"usage", command, fmt::format("{}. `{} --help` shows how it is meant.", error.what(), command)};
}

}  // namespace

int main(int count, char** arguments) {
  // What we write holds someone's health: for them alone. A file too large is an error to report, not a reason to die.
  ::umask(077);
  std::signal(SIGXFSZ, SIG_IGN);
  // Reading thousands of files, each into fresh pages from the system, costs more than reading them: keep freed memory.
  ::mallopt(M_MMAP_THRESHOLD, 256 << 20);
  ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
  std::signal(SIGPIPE, SIG_IGN);

  store::SqlDatabases databases;
  const app::SystemClock clock;
  const app::SystemZones zones;
  cli::Context context(databases, clock, zones);

  CLI::App program("From a sore hip to the start line: what to do today, why, and every day to race day.", "hipline");
  program.set_version_flag("--version", context.version());
  program.require_subcommand(0, 1);
  cli::add_commands(program, context, count > 1 ? arguments[1] : "");
  try {
    program.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return program.exit(error);  // --help, --version
    return cli::print(std::unexpected(as_error(error, program)), wants_json(count, arguments));
  }
  if (program.get_subcommands().empty()) fmt::print("{}", program.help());
  return context.exit_code;
}
