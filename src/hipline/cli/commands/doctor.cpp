#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"

namespace hipline::cli {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

struct Check {
  std::string name;
  bool well = false;
  std::string finding;
};

bool for_owner_alone(const fs::path& path) {
  std::error_code error;
  const auto mode = fs::status(path, error).permissions();
  return (mode & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none;
}

void check_database(Context& context, std::vector<Check>& checks) {
  const auto path = context.database_path();
  if (!path) return checks.push_back({"database", false, path.error().message});
  const auto state = context.databases().inspect(*path);
  if (!state) return checks.push_back({"database", false, state.error().message});
  if (!state->exists)
    return checks.push_back(
        {"database", true,
         fmt::format("{} is not there yet; the first command that keeps something makes it.", *path)});
  checks.push_back({"database", state->sound,
                    state->sound ? fmt::format("{} is sound ({} kB, tables at version {} of {}).", *path,
                                               (state->bytes + 1023) / 1024, state->version, state->program_version)
                                 : fmt::format("{} is damaged: bring back an export with `hipline restore`.", *path)});
  const bool alone = for_owner_alone(*path);
  checks.push_back({"permissions", alone,
                    alone ? "Only you can read the database."
                          : fmt::format("Others on this machine can read {0}: `chmod 600 {0}`.", *path)});
  std::error_code error;
  const auto space = fs::space(fs::absolute(*path).parent_path(), error);
  constexpr std::uintmax_t enough = 100ULL << 20;
  checks.push_back({"disk", !error && space.available >= enough,
                    error ? "The free space of the disk could not be asked."
                          : fmt::format("{} MB free beside the database.", space.available >> 20)});
}

void check_content(Context& context, std::vector<Check>& checks) {
  const auto catalog = context.catalog();
  if (!catalog)
    return checks.push_back({"content", false, fmt::format("{}: {}", catalog.error().where, catalog.error().message)});
  checks.push_back(
      {"content", true,
       fmt::format("{} rules, {} questions, {} sources; content {}.", (*catalog)->all_rules().size(),
                   (*catalog)->questions.size(), (*catalog)->evidence.size(), (*catalog)->hash.substr(0, 12))});
}

void check_environment(Context& context, std::vector<Check>& checks) {
  const bool zones = context.zones().knows("Europe/Berlin");
  const std::string here = context.zones().of_this_machine();
  checks.push_back({"time zones", zones,
                    zones ? fmt::format("Zone data is there; this machine is set to {}.", here)
                          : "There is no zone data: install the package tzdata."});
  // Before this program existed: a clock like that would put every check-in on a wrong day.
  const bool plausible = context.clock().now() > *Instant::parse("2025-01-01T00:00:00Z");
  checks.push_back({"clock", plausible,
                    plausible ? fmt::format("The clock shows {}.", context.clock().now().iso())
                              : fmt::format("The clock shows {}: please set it.", context.clock().now().iso())});
}

Result<Answer> run_doctor(Context& context) {
  std::vector<Check> checks;
  check_database(context, checks);
  check_content(context, checks);
  check_environment(context, checks);

  Answer answer;
  ordered_json json = {{"program_version", context.version()}, {"well", true}, {"checks", ordered_json::array()}};
  for (const Check& check : checks) {
    answer.text += fmt::format("{}  {:<12} {}\n", check.well ? "ok " : "BAD", check.name, check.finding);
    json["checks"].push_back({{"name", check.name}, {"well", check.well}, {"finding", check.finding}});
    if (!check.well) {
      json["well"] = false;
      answer.exit_code = 1;
    }
  }
  answer.json = json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
  return answer;
}

}  // namespace

void add_doctor(CLI::App& program, Context& context) {
  add_command(program, context, "doctor", "Check database, content and environment",
              [&context] { return run_doctor(context); });
}

}  // namespace hipline::cli
