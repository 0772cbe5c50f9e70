#include <CLI/CLI.hpp>
#include <memory>

#include "hipline/app/assess/assess.hpp"
#include "hipline/app/assess/case_reader.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"

namespace hipline::cli {
namespace {

Result<Answer> run(Context& context, const std::string& path) {
  const auto catalog = context.catalog();
  if (!catalog) return std::unexpected(catalog.error());
  app::DiskFiles files("");
  const auto text = files.read(path);
  if (!text) return std::unexpected(text.error());
  const auto in_file = [&](Error error) {
    error.where = error.where.empty() ? path : path + error.where;
    return std::unexpected(std::move(error));
  };
  const auto history = app::read_case(*text, **catalog);
  if (!history) return in_file(history.error());
  const auto assessment = app::assess(*history, **catalog);
  if (!assessment) return in_file(assessment.error());
  std::string json = app::assessment_json(*assessment, *history, **catalog, context.version());
  return Answer{json + "\n", json};
}

}  // namespace

void add_assess(CLI::App& program, Context& context) {
  const auto path = std::make_shared<std::string>();
  CLI::App* command =
      add_command(program, context, "assess", "Decide a complete case from a JSON file, without the database",
                  [&context, path] { return run(context, *path); });
  command->add_option("case", *path, "the case; `hipline schema case` describes it")
      ->required()
      ->type_name("CASE.json");
}

}  // namespace hipline::cli
