#include <unistd.h>

#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "hipline/app/import/import.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"

namespace hipline::cli {
namespace {

using app::FileVerdict;
using nlohmann::ordered_json;

struct Options {
  std::vector<std::string> paths;
  bool dry_run = false;
};

/// How a verdict reads at the beginning of a line.
const char* label(FileVerdict verdict) {
  switch (verdict) {
    case FileVerdict::run: return "run";
    case FileVerdict::other_sport: return "other sport";
    case FileVerdict::not_an_activity: return "no activity";
    case FileVerdict::duplicate: return "duplicate";
    case FileVerdict::salvaged: return "salvaged";
    case FileVerdict::refused: return "refused";
  }
  return "";
}

constexpr FileVerdict all_verdicts[] = {FileVerdict::run,       FileVerdict::salvaged,        FileVerdict::other_sport,
                                        FileVerdict::duplicate, FileVerdict::not_an_activity, FileVerdict::refused};

ordered_json file_json(const app::ImportedFile& file) {
  ordered_json value = {{"name", file.name},        {"verdict", app::word(file.verdict)},
                        {"format", file.format},    {"code", file.code},
                        {"reason", file.reason},    {"records", file.records},
                        {"distance_m", nullptr},    {"content_hash", file.content_hash},
                        {"warnings", file.warnings}};
  if (file.distance) value["distance_m"] = file.distance->value();
  return value;
}

std::string as_text(const app::ImportReport& report, bool dry_run) {
  std::string text;
  for (const app::ImportedFile& file : report.files) {
    text += fmt::format("{:<12} {}\n             {}\n", label(file.verdict), file.name, file.reason);
    for (const std::string& warning : file.warnings) text += fmt::format("             {}\n", warning);
  }
  text += fmt::format("\n{} {}: ", report.files.size(), report.files.size() == 1 ? "file" : "files");
  std::vector<std::string> parts;
  for (const FileVerdict verdict : all_verdicts)
    if (const std::size_t count = report.count(verdict); count > 0)
      parts.push_back(fmt::format("{} {}", count, label(verdict)));
  text += fmt::format("{}.\n", fmt::join(parts, ", "));
  if (dry_run)
    text += "Only looked: nothing was kept.\n";
  else if (report.id)
    text += fmt::format("This was import {}; `hipline imports undo {}` takes it back.\n", *report.id, *report.id);
  else
    text += "Nothing new to keep.\n";
  return text;
}

/// One line on the terminal that is written over, ten times a second at most.
class ProgressLine {
 public:
  void show(const app::ImportProgress& progress) {
    const auto now = std::chrono::steady_clock::now();
    if (now - shown_ < std::chrono::milliseconds(100)) return;
    shown_ = now;
    const Seconds passed(std::chrono::duration<double>(now - begun_).count());
    fmt::print(stderr, "\rReading: {}\033[K", app::one_line(progress, passed));
    std::fflush(stderr);
  }
  static void clear() {
    fmt::print(stderr, "\r\033[K");
    std::fflush(stderr);
  }

 private:
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point shown_;
};

Result<Answer> run_import(Context& context, const Options& options) {
  const auto store = context.store();
  if (!store) return std::unexpected(store.error());
  const auto files = context.files();
  if (!files) return std::unexpected(files.error());

  const bool show = !context.options.json && ::isatty(STDERR_FILENO) == 1;
  const app::TellProgress tell = [shown = ProgressLine()](const app::ImportProgress& progress) mutable {
    shown.show(progress);
    return app::GoOn::yes;
  };
  const auto report =
      app::import_paths({context.runner_id(), options.paths, context.version(), options.dry_run},
                        {**store, **files, context.clock(), context.zones()}, show ? tell : app::TellProgress());
  if (show) ProgressLine::clear();
  if (!report) return std::unexpected(report.error());

  ordered_json json = {{"program_version", context.version()}, {"import", nullptr}, {"dry_run", options.dry_run}};
  if (report->id) json["import"] = *report->id;
  json["counts"] = ordered_json::object();
  for (const FileVerdict verdict : all_verdicts) json["counts"][app::word(verdict)] = report->count(verdict);
  json["files"] = ordered_json::array();
  for (const app::ImportedFile& file : report->files) {
    json["files"].push_back(file_json(file));
    if (const auto pair = report->pairs.find(file.name); pair != report->pairs.end())
      json["files"].back()["same_as"] = pair->second;
  }

  Answer answer;
  if (report->count(FileVerdict::refused) == report->files.size()) {
    const app::ImportedFile& first = report->files.front();
    answer.exit_code = 2;
    json["error"] = {{"code", first.code}, {"where", first.name}, {"message", first.reason}};
  }
  answer.text = as_text(*report, options.dry_run);
  answer.json = json.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
  return answer;
}

}  // namespace

void add_import(CLI::App& program, Context& context) {
  auto options = std::make_shared<Options>();
  CLI::App* command = add_command(
      program, context, "import",
      "Read training files: FIT, TCX, GPX, lists (CSV), exports of Strava, Garmin and Apple, folders, .gz, .zip",
      [&context, options] { return run_import(context, *options); });
  command->add_option("PATH", options->paths, "files and folders")->required();
  command->add_flag("--dry-run", options->dry_run, "look and judge, keep nothing");
}

}  // namespace hipline::cli
