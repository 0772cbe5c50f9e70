#include <CLI/CLI.hpp>
#include <memory>
#include <nlohmann/json.hpp>

#include "hipline/app/content/check.hpp"
#include "hipline/app/content/diff.hpp"
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
  answer.text += problems->empty()
                     ? "The content is sound.\n"
                     : std::to_string(problems->size()) + (problems->size() == 1 ? " problem.\n" : " problems.\n");
  answer.exit_code = problems->empty() ? 0 : 2;
  answer.json = json.dump(2);
  return answer;
}

std::string diff_text(const app::ContentDiff& diff) {
  std::string text = "Content " + diff.old_hash.substr(0, 12) + " against " + diff.new_hash.substr(0, 12) + "\n";
  for (const app::ChangedFile& file : diff.files) text += "  " + file.change + ": " + file.path + "\n";
  if (diff.files.empty()) text += "  no file says anything else\n";
  text += "\nTried on " + std::to_string(diff.cases) + " runners in " + diff.cases_folder + ": ";
  if (diff.changed.empty()) return text + "all would be told the same.\n";
  text += std::to_string(diff.changed.size()) + " would be told something else.\n";
  for (const app::ChangedCase& changed : diff.changed) {
    text += "\n" + changed.name + "\n";
    for (const app::ToldOtherwise& told : changed.told) {
      text += "  " + told.what + "\n    before: " + told.before + "\n    now:    " + told.now + "\n";
    }
  }
  return text;
}

Result<Answer> diff(const std::string& before, const std::string& now, const std::string& cases) {
  const auto diff = app::diff_content(before, now, cases);
  if (!diff) return std::unexpected(diff.error());
  nlohmann::ordered_json json = {{"old_hash", diff->old_hash},
                                 {"new_hash", diff->new_hash},
                                 {"files", nlohmann::ordered_json::array()},
                                 {"cases_folder", diff->cases_folder},
                                 {"cases", diff->cases},
                                 {"told_otherwise", nlohmann::ordered_json::array()}};
  for (const app::ChangedFile& file : diff->files)
    json["files"].push_back({{"path", file.path}, {"change", file.change}});
  for (const app::ChangedCase& changed : diff->changed) {
    nlohmann::ordered_json one = {{"case", changed.name}, {"changes", nlohmann::ordered_json::array()}};
    for (const app::ToldOtherwise& told : changed.told)
      one["changes"].push_back({{"what", told.what}, {"before", told.before}, {"now", told.now}});
    json["told_otherwise"].push_back(std::move(one));
  }
  return Answer{diff_text(*diff), json.dump(2)};
}

struct DiffOptions {
  std::string before;
  std::string now;
  std::string cases;
};

}  // namespace

void add_content(CLI::App& program, Context& context) {
  CLI::App* content = add_command(program, context, "content", "Look after the rules, questions and exercises",
                                  [&context] { return check(context); });
  add_command(*content, context, "check",
              "Check every rule against its cases, every source, every text; with --content DIR, that folder",
              [&context] { return check(context); });
  const auto options = std::make_shared<DiffOptions>();
  CLI::App* command = add_command(*content, context, "diff",
                                  "Compare two content folders: which runners would be told something else, and what",
                                  [options] { return diff(options->before, options->now, options->cases); });
  command->add_option("old", options->before, "folder of the content as it was")->required()->type_name("OLD");
  command->add_option("new", options->now, "folder of the content as edited")->required()->type_name("NEW");
  command->add_option("--cases", options->cases, "folder of cases to try; else tests/cases/golden of the checkout")
      ->type_name("DIR");
}

}  // namespace hipline::cli
