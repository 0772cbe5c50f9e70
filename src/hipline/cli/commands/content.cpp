#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "hipline/app/content/check.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"

namespace hipline::cli {
namespace {

Result<Answer> check(Context& context) {
  const auto problems = app::check_content(context.options.content);
  if (!problems) return std::unexpected(problems.error());
  Answer answer;
  nlohmann::ordered_json json = {{"problems", nlohmann::ordered_json::array()}};
  for (const Error& problem : *problems) {
    answer.text += problem.where + ": " + problem.message + " (" + problem.code + ")\n";
    json["problems"].push_back({{"code", problem.code}, {"where", problem.where}, {"message", problem.message}});
  }
  answer.text += problems->empty() ? "The content is sound.\n" : std::to_string(problems->size()) + " problems.\n";
  answer.exit_code = problems->empty() ? 0 : 2;
  answer.json = json.dump(2);
  return answer;
}

}  // namespace

void add_content(CLI::App& program, Context& context) {
  CLI::App* content = add_command(program, context, "content", "Look after the rules, questions and exercises",
                                  [&context] { return check(context); });
  add_command(*content, context, "check",
              "Check every rule against its cases, every source, every text; with --content DIR, that folder",
              [&context] { return check(context); });
}

}  // namespace hipline::cli
