#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>

#include "hipline/app/assess/assess.hpp"
#include "hipline/app/circuit_log/circuit_log.hpp"
#include "hipline/app/circuit_log/log_interview.hpp"
#include "hipline/app/interview/pages.hpp"
#include "hipline/app/library/own_library.hpp"
#include "hipline/cli/ask.hpp"
#include "hipline/cli/commands.hpp"
#include "hipline/cli/context.hpp"
#include "hipline/cli/dialogue/circuit_log_dialogue.hpp"

namespace hipline::cli {
namespace {

using nlohmann::ordered_json;

struct LogOptions {
  std::string day;
  std::vector<std::string> exercises;
  std::map<std::string, std::string> fields;  ///< by the field's name
  bool list = false;
};

/// The day that was meant, and what was prescribed on it: nothing where there was no circuit.
struct LoggedDay {
  LocalDay today;
  LocalDay day;
  app::Assessment assessment;
  circuit::Library library;  ///< the runner's own exercises among them
};

Result<LoggedDay> day_meant(Context& context, const LogOptions& options, app::Store& store,
                            const catalog::Catalog& catalog) {
  const auto today = context.today();
  if (!today) return std::unexpected(today.error());
  LoggedDay meant{*today, *today, {}, {}};
  if (!options.day.empty()) {
    const auto day = LocalDay::parse(options.day);
    if (!day) return failure(day.error().code, "--day", fmt::format("--day: {}", day.error().message));
    if (*day > *today)
      return failure("out_of_range", "--day", fmt::format("--day: {} is still to come; please check it.", options.day));
    meant.day = *day;
  }
  const auto now = meant.day == *today ? context.now() : std::nullopt;
  const auto history = store.history(context.runner_id(), meant.day, now);
  if (!history) return std::unexpected(history.error());
  auto assessment = app::assess(*history, catalog);
  if (!assessment) return std::unexpected(assessment.error());
  meant.assessment = std::move(*assessment);
  meant.library = app::library_of(history->runner, catalog);
  return meant;
}

/// The line of one exercise before anything was told of it.
model::CircuitEntry line_of(const LoggedDay& meant, const std::string& exercise) {
  model::CircuitEntry line;
  line.day = meant.day;
  line.exercise = exercise;
  if (!meant.assessment.circuit) return line;
  for (const circuit::PrescribedExercise& prescribed : meant.assessment.circuit->exercises) {
    if (prescribed.exercise != exercise || prescribed.left_out_because) continue;
    line = app::as_prescribed(*meant.assessment.circuit, prescribed);
    line.day = meant.day;
  }
  return line;
}

Result<std::vector<model::CircuitEntry>> told_by_flags(const LogOptions& options, const LoggedDay& meant) {
  std::vector<model::CircuitEntry> lines;
  for (const std::string& word : options.exercises) {
    if (word == "all") {
      if (!meant.assessment.circuit || !meant.assessment.circuit->any)
        return failure("nothing_said", "--exercise",
                       "--exercise all: no circuit was planned for that day; name each exercise you did.");
      for (const circuit::PrescribedExercise& prescribed : meant.assessment.circuit->exercises)
        if (!prescribed.left_out_because) lines.push_back(line_of(meant, prescribed.exercise));
      continue;
    }
    const auto exercise = app::exercise_named(meant.library, word);
    if (!exercise)
      return failure(exercise.error().code, "--exercise",
                     fmt::format("--exercise {}: {}", word, exercise.error().message));
    lines.push_back(line_of(meant, (*exercise)->id));
  }
  for (model::CircuitEntry& line : lines) {
    for (const app::LogField& field : app::log_fields()) {
      const auto text = options.fields.find(std::string(field.name));
      if (text == options.fields.end() || text->second.empty()) continue;
      if (const Status read = app::tell(line, field.name, text->second); !read)
        return failure(read.error().code, fmt::format("--{}", field.name),
                       fmt::format("--{}: {}", field.name, read.error().message));
    }
  }
  return lines;
}

bool in_trouble(const model::CircuitEntry& line, const catalog::Catalog& catalog) {
  return line.pinching.value_or(false) ||
         (line.pain && *line.pain > catalog.parameters.value("circuit.pain_stop_above"));
}

std::string said_after(const std::vector<model::CircuitEntry>& lines, const std::vector<app::CircuitEntryId>& ids,
                       const LoggedDay& meant, const catalog::Catalog& catalog) {
  const auto say = [&](std::string_view key, const std::vector<catalog::Filling>& fillings = {}) {
    return app::paragraph(catalog.texts.say(fmt::format("circuit_log.{}", key), fillings));
  };
  std::string numbers;
  for (const app::CircuitEntryId id : ids) numbers += (numbers.empty() ? "" : ", ") + fmt::format("{}", id);
  std::string text = ids.size() == 1 ? say("saved_one", {{"ids", numbers}})
                                     : say("saved", {{"count", std::to_string(ids.size())}, {"ids", numbers}});
  for (const model::CircuitEntry& line : lines) {
    if (!in_trouble(line, catalog)) continue;
    const circuit::Exercise* exercise = meant.library.find_exercise(line.exercise);
    text += say("saved_twinge", {{"exercise", exercise ? exercise->title : line.exercise}});
  }
  if (std::ranges::any_of(lines, [](const auto& line) { return line.pinching.value_or(false); }))
    text += say("saved_pinch_again");
  return text + say(meant.assessment.circuit ? "saved_morning" : "saved_closed");
}

Result<Answer> list(Context& context, app::Store& store, const catalog::Catalog& catalog) {
  const auto log = store.circuit_log(context.runner_id());
  if (!log) return std::unexpected(log.error());
  ordered_json json = {{"program_version", context.version()}};
  json["log"] = ordered_json::parse(app::log_json(*log), nullptr, false);
  return Answer{app::log_page(*log, catalog), json.dump()};
}

Result<Answer> run(Context& context, const LogOptions& options) {
  const auto loaded = context.catalog();
  if (!loaded) return std::unexpected(loaded.error());
  const catalog::Catalog& catalog = **loaded;
  const auto opened = context.store();
  if (!opened) return std::unexpected(opened.error());
  app::Store& store = **opened;
  if (options.list) return list(context, store, catalog);
  const auto at = context.moment();
  if (!at) return std::unexpected(at.error());
  const auto meant = day_meant(context, options, store, catalog);
  if (!meant) return std::unexpected(meant.error());

  auto lines = told_by_flags(options, *meant);
  if (!lines) return std::unexpected(lines.error());
  const bool any_field = std::ranges::any_of(options.fields, [](const auto& one) { return !one.second.empty(); });
  if (lines->empty()) {
    const bool planned = meant->assessment.circuit && meant->assessment.circuit->any;
    if (any_field || context.options.json || !can_ask() || !planned)
      return failure(
          "nothing_said", "--exercise",
          "Which exercise was it? Say --exercise NAME, or --exercise all for the whole of what was planned.");
    app::LogInterview interview(*meant->assessment.circuit, catalog);
    circuit_log_dialogue(interview, catalog, std::cin, std::cout);
    *lines = interview.lines();
    for (model::CircuitEntry& line : *lines) line.day = meant->day;
  }
  ordered_json json = {
      {"program_version", context.version()}, {"day", meant->day.iso()}, {"ids", ordered_json::array()}};
  if (lines->empty()) return Answer{"\n" + app::paragraph(catalog.texts.say("circuit_log.nothing")), json.dump()};
  const auto ids = app::log_circuit(store, context.runner_id(), *lines, meant->today, *at);
  if (!ids) return std::unexpected(ids.error());
  for (const app::CircuitEntryId id : *ids) json["ids"].push_back(id);
  const std::string text = said_after(*lines, *ids, *meant, catalog);
  return Answer{(options.exercises.empty() ? "\n" : "") + text, json.dump()};
}

Result<Answer> undo(Context& context, app::CircuitEntryId id) {
  const auto catalog = context.catalog();
  if (!catalog) return std::unexpected(catalog.error());
  const auto store = context.store();
  if (!store) return std::unexpected(store.error());
  const auto at = context.moment();
  if (!at) return std::unexpected(at.error());
  if (const Status undone = (*store)->undo_circuit_entry(context.runner_id(), id, *at); !undone)
    return std::unexpected(undone.error());
  const ordered_json json = {{"program_version", context.version()}, {"undone", id}};
  return Answer{app::paragraph((*catalog)->texts.say("circuit_log.undone", {{"id", std::to_string(id)}})), json.dump()};
}

}  // namespace

void add_circuit_log(CLI::App& circuit, Context& context) {
  auto options = std::make_shared<LogOptions>();
  CLI::App* command = add_command(circuit, context, "log", "Tell what you did of the circuit, and how it felt",
                                  [&context, options] { return run(context, *options); });
  command->add_option("--day", options->day, "the day it was done; today if not said")->type_name("DATE");
  command->add_option("--exercise", options->exercises, "an exercise, or a part of its name; `all`: as planned")
      ->type_name("NAME");
  command->add_flag("--list", options->list, "everything logged so far, with its numbers");
  constexpr const char* group = "What was done, and how it felt";
  for (const app::LogField& field : app::log_fields()) {
    command
        ->add_option("--" + std::string(field.name), options->fields[std::string(field.name)], std::string(field.help))
        ->type_name(std::string(field.form))
        ->group(group);
  }
  auto id = std::make_shared<app::CircuitEntryId>();
  CLI::App* take_back = add_command(*command, context, "undo", "Take a line back; it stays in the list",
                                    [&context, id] { return undo(context, *id); });
  take_back->add_option("NUMBER", *id, "the number that `circuit log --list` shows")->required();
}

}  // namespace hipline::cli
