#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "hipline/app/demo/demo.hpp"
#include "hipline/app/pages/pages.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"

namespace hipline::cli {
namespace {

namespace fs = std::filesystem;

Result<fs::path> cache_folder() {
  const char* cache = std::getenv("XDG_CACHE_HOME");
  if (cache && fs::path(cache).is_absolute()) return fs::path(cache) / "hipline";
  const char* home = std::getenv("HOME");
  if (!home || !*home)
    return failure("no_home", "HOME",
                   "There is no HOME folder to keep the made-up runner in: set XDG_CACHE_HOME to a folder.");
  return fs::path(home) / ".cache" / "hipline";
}

/// An empty folder for one story. Whatever an earlier demo left there goes: it is made up, and made again in seconds.
Result<fs::path> fresh_folder(const std::string& story) {
  const auto cache = cache_folder();
  if (!cache) return std::unexpected(cache.error());
  const fs::path folder = *cache / ("demo-" + story);
  std::error_code error;
  fs::remove_all(folder, error);
  if (!error) fs::create_directories(folder / "files", error);
  if (error)
    return failure("cannot_write", folder.string(),
                   fmt::format("The made-up runner needs this folder, and it cannot be made: {}.", error.message()));
  return folder;
}

std::string summary(const app::ImportReport& report, const std::string& story, const catalog::Catalog& catalog) {
  double kilometres = 0;
  for (const app::ImportedFile& file : report.files) kilometres += file.distance ? file.distance->value() / 1000 : 0;
  return catalog.texts.say("pages.demo_title", {{"story", catalog.texts.say("pages.demo_" + story)}}) + "\n" +
         catalog.texts.say("pages.demo_import", {{"files", std::to_string(report.files.size())},
                                                 {"runs", std::to_string(report.count(app::FileVerdict::run))},
                                                 {"distance", fmt::format("{:.0f} km", kilometres)}}) +
         "\n\n";
}

/// A path as people type it, with ~ for their home.
std::string typed(const std::string& path) {
  const char* home = std::getenv("HOME");
  return home && *home && path.starts_with(std::string(home) + "/") ? "~" + path.substr(std::string(home).size())
                                                                    : path;
}

std::string further(const std::string& path, LocalDay today, const catalog::Catalog& catalog) {
  const std::string database = typed(path);
  std::string text = "\n" + catalog.texts.say("pages.demo_more") + "\n";
  for (const char* command : {"today --why", "today --options", "circuit", "plan", "checkin"}) {
    text += fmt::format("  ./run {} --db {} --today {}\n", command, database, today.iso());
  }
  return text + catalog.texts.say("pages.demo_own") + "\n";
}

Result<Answer> run(Context& context, const std::string& name) {
  const auto story = app::story_named(name);
  if (!story)
    return failure("unknown_story", name, "The made-up runner has three stories: settling, growing and night.");
  if (!context.options.database.empty())
    return failure("usage", "--db", "The made-up runner has a database of its own; leave --db out.");
  const auto catalog = context.catalog();
  if (!catalog) return std::unexpected(catalog.error());
  const auto folder = fresh_folder(name);
  if (!folder) return std::unexpected(folder.error());
  context.options.database = (*folder / "hipline.db").string();
  const auto today = context.today();
  if (!today) return std::unexpected(today.error());
  const auto store = context.store();
  if (!store) return std::unexpected(store.error());
  const auto files = context.files();
  if (!files) return std::unexpected(files.error());

  const std::string files_folder = (*folder / "files").string();
  const auto report = app::make_demo({*story, *today, context.runner_id(), files_folder, context.version()},
                                     {**store, **files, context.clock(), context.zones()}, **catalog);
  if (!report) return std::unexpected(report.error());
  const auto answer =
      app::answer_today({context.runner_id(), *today, std::nullopt, context.version()}, **store, **catalog);
  if (!answer) return std::unexpected(answer.error());
  const app::Page page = app::today_page(*answer, app::TodayView::first_screen, **catalog, context.version());
  return Answer{summary(*report, name, **catalog) + page.text + further(context.options.database, *today, **catalog),
                page.json};
}

}  // namespace

void add_demo(CLI::App& program, Context& context) {
  const auto story = std::make_shared<std::string>("settling");
  CLI::App* command = add_command(program, context, "demo", "Show a made-up runner's day, 17 days before a marathon",
                                  [&context, story] { return run(context, *story); });
  command->add_option("story", *story, "settling, growing or night")->type_name("STORY");
}

}  // namespace hipline::cli
