#include "hipline/app/export/export.hpp"

#include <fmt/format.h>
#include <map>
#include <nlohmann/json.hpp>

#include "hipline/app/export/base64.hpp"
#include "hipline/app/screens/screens.hpp"
#include "hipline/app/told/told_json.hpp"
#include "hipline/base/sha256.hpp"

namespace hipline::app {
namespace {

using nlohmann::json;

constexpr const char* format_name = "hipline-export";
/// 2: with the settings of the pages and the moves of planned days, which version 1 did not know.
constexpr int format_version = 2;

/// A document that we wrote ourselves a moment ago.
json document(const std::string& text) { return json::parse(text, nullptr, false); }

std::unexpected<Error> damaged(const std::string& place) {
  return failure("damaged_export", place, fmt::format("The export is damaged at {}: nothing was brought back.", place));
}

/// The files of an export in place of the disk's; what is kept goes to the disk.
class ExportedFiles final : public Files {
 public:
  ExportedFiles(Files& disk, std::map<std::string, std::string> by_name) : disk_(disk), by_name_(std::move(by_name)) {}

  Result<std::vector<FoundFile>> find(const std::string& path) override {
    return std::vector{FoundFile{path, by_name_[path].size()}};
  }
  Result<std::string> read(const std::string& path) override { return by_name_[path]; }
  Result<bool> keep_original(const std::string& hash, std::string_view bytes) override {
    return disk_.keep_original(hash, bytes);
  }
  Status flush_originals() override { return disk_.flush_originals(); }
  Result<std::string> original(const std::string& hash) override { return disk_.original(hash); }
  Status remove_original(const std::string& hash) override { return disk_.remove_original(hash); }
  Status remove_all_originals() override { return disk_.remove_all_originals(); }

 private:
  Files& disk_;
  std::map<std::string, std::string> by_name_;
};

/// Reads each document of a list with its reader and hands it to the store; the first fault ends it.
template <typename Read, typename Keep>
Status each_document(const json& exported, const char* field, Read read, Keep keep) {
  const auto list = exported.find(field);
  if (list == exported.end() || !list->is_array()) return damaged(field);
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto value = read((*list)[i].dump(-1, ' ', false, json::error_handler_t::replace));
    if (!value) return damaged(fmt::format("{}[{}]", field, i));
    if (const Status kept = keep(*value); !kept) return kept;
  }
  return {};
}

Result<DecisionEntry> decision_from_json(const std::string& text) {
  const json from = document(text);
  DecisionEntry entry;
  const auto word_of = [&](const char* field) -> std::string {
    const auto found = from.find(field);
    return found != from.end() && found->is_string() ? found->get<std::string>() : "";
  };
  const auto day = LocalDay::parse(word_of("day"));
  const auto at = Instant::parse(word_of("at"));
  if (!day || !at || word_of("decision").empty()) return damaged("decisions");
  return DecisionEntry{*at, *day, word_of("decision"), word_of("content_hash"), word_of("program_version")};
}

/// The original training files of an export by a name of their own. Errors: damaged_export.
Result<std::map<std::string, std::string>> originals_of(const json& exported) {
  const auto list = exported.find("originals");
  if (list == exported.end() || !list->is_array()) return damaged("originals");
  std::map<std::string, std::string> files;
  for (std::size_t i = 0; i < list->size(); ++i) {
    const json& one = (*list)[i];
    const auto field = [&](const char* name) -> const std::string* {
      if (!one.is_object()) return nullptr;
      const auto found = one.find(name);
      return found == one.end() ? nullptr : found->get_ptr<const std::string*>();
    };
    const std::string* name = field("name");
    const std::string* hash = field("content_hash");
    const std::string* text = field("base64");
    const auto bytes = text ? from_base64(*text) : std::nullopt;
    if (!name || !hash || !bytes || sha256_hex(*bytes) != *hash) return damaged(fmt::format("originals[{}]", i));
    std::string free_name = *name;
    for (int n = 2; files.contains(free_name); ++n) free_name = fmt::format("{} ({})", *name, n);
    files.emplace(std::move(free_name), std::move(*bytes));
  }
  return files;
}

/// Brings a line of the circuit's log back, with the moment it was taken back where it was.
Status keep_logged(const std::string& runner_id, const LoggedExercise& line, Store& store) {
  const auto id = store.add_circuit_entry(runner_id, line.entry, line.at);
  if (!id) return std::unexpected(id.error());
  return line.undone_at ? store.undo_circuit_entry(runner_id, *id, *line.undone_at) : Status{};
}

Status check_empty(const std::string& runner_id, Store& store) {
  const auto history = store.history(runner_id, LocalDay(1'000'000), std::nullopt);
  if (!history) return std::unexpected(history.error());
  const auto runner = store.runner(runner_id);
  if (!runner) return std::unexpected(runner.error());
  if (*runner || history->race || !history->runs.empty() || !history->check_ins.empty() || !history->advice.empty())
    return failure(
        "database_not_empty", "database",
        "The database holds your data already, and an export is only brought back into an empty one: name another with "
        "--db, or export this one and `hipline delete` it first.");
  return {};
}

}  // namespace

Result<std::string> export_everything(const std::string& runner_id, const std::string& program_version,
                                      const ImportWorld& world) {
  Store& store = world.store;
  const auto runner = store.runner(runner_id);
  const auto race = store.race(runner_id);
  const auto ache = store.ache(runner_id);
  const auto runs = store.runs(runner_id);
  const auto told = store.told_of_runs(runner_id);
  const auto check_ins = store.check_ins(runner_id);
  const auto advice = store.advice(runner_id);
  const auto circuits = store.circuit_log(runner_id);
  const auto decisions = store.decisions(runner_id);
  const auto page_settings = store.page_settings(runner_id);
  const auto moves = store.plan_moves(runner_id);
  const auto imports = store.imports(runner_id);
  if (!runner) return std::unexpected(runner.error());
  if (!race) return std::unexpected(race.error());
  if (!ache) return std::unexpected(ache.error());
  if (!runs) return std::unexpected(runs.error());
  if (!told) return std::unexpected(told.error());
  if (!check_ins) return std::unexpected(check_ins.error());
  if (!advice) return std::unexpected(advice.error());
  if (!circuits) return std::unexpected(circuits.error());
  if (!decisions) return std::unexpected(decisions.error());
  if (!imports) return std::unexpected(imports.error());
  if (!page_settings) return std::unexpected(page_settings.error());
  if (!moves) return std::unexpected(moves.error());

  json all = {{"format", format_name},
              {"version", format_version},
              {"program_version", program_version},
              {"exported_at", world.clock.now().iso()},
              {"runner", *runner ? document(to_json(**runner)) : json()},
              {"race", *race ? document(to_json(**race)) : json()},
              {"ache", document(to_json(*ache))},
              {"told_of_runs", json::array()},
              {"check_ins", json::array()},
              {"advice", json::array()},
              {"circuit_entries", json::array()},
              {"decisions", json::array()},
              {"page_settings", *page_settings ? document(**page_settings) : json()},
              {"plan_moves", json::array()},
              {"originals", json::array()}};
  for (const auto& one : *told) all["told_of_runs"].push_back(document(to_json(one)));
  for (const auto& one : *check_ins) all["check_ins"].push_back(document(to_json(one)));
  for (const auto& one : *advice) all["advice"].push_back(document(to_json(one)));
  for (const auto& one : *circuits) all["circuit_entries"].push_back(document(to_json(one)));
  for (const DecisionEntry& one : *decisions)
    all["decisions"].push_back({{"at", one.at.iso()},
                                {"day", one.day.iso()},
                                {"decision", one.decision_json},
                                {"content_hash", one.content_hash},
                                {"program_version", one.program_version}});

  for (const auto& one : *moves) all["plan_moves"].push_back(document(to_json(one)));

  std::map<std::string, std::string> names;
  for (const Import& import : *imports)
    for (const ImportedFile& file : import.files) names.try_emplace(file.content_hash, file.name);
  std::map<std::string, bool> written;
  for (const StoredRun& stored : *runs) {
    for (const std::string& hash : stored.run.sources) {
      if (std::exchange(written[hash], true)) continue;
      const auto bytes = world.files.original(hash);
      if (!bytes) return std::unexpected(bytes.error());
      const auto name = names.find(hash);
      all["originals"].push_back(
          {{"content_hash", hash}, {"name", name == names.end() ? hash : name->second}, {"base64", to_base64(*bytes)}});
    }
  }
  return all.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<Restored> restore_everything(std::string_view text, const std::string& runner_id,
                                    const std::string& program_version, const ImportWorld& world) {
  const json exported = json::parse(text, nullptr, false);
  const auto format = exported.is_object() ? exported.find("format") : exported.end();
  if (!exported.is_object() || format == exported.end() || *format != format_name)
    return failure("not_an_export", "file", "This file is no export of Hipline.");
  const auto version = exported.find("version");
  if (version == exported.end() || !version->is_number_integer()) return damaged("version");
  if (*version > format_version)
    return failure("export_newer", "version",
                   "A newer Hipline wrote this export. Please update Hipline; nothing was brought back.");
  auto originals = originals_of(exported);
  if (!originals) return std::unexpected(originals.error());

  Restored restored;
  restored.originals = originals->size();
  ImportRequest request{runner_id, {}, program_version, false};
  for (const auto& [name, bytes] : *originals) request.paths.push_back(name);
  ExportedFiles files(world.files, std::move(*originals));
  Store& store = world.store;
  const Status done = store.in_transaction([&]() -> Status {
    if (const Status empty = check_empty(runner_id, store); !empty) return empty;
    if (const json& one = exported.value("runner", json()); one.is_object()) {
      auto runner = runner_from_json(one.dump());
      if (!runner) return damaged("runner");
      runner->id = runner_id;
      if (const Status kept = store.save_runner(*runner); !kept) return kept;
    }
    if (const json& one = exported.value("race", json()); one.is_object()) {
      const auto race = race_from_json(one.dump());
      if (!race) return damaged("race");
      if (const Status kept = store.save_race(runner_id, *race); !kept) return kept;
    }
    const auto ache = ache_from_json(exported.value("ache", json()).dump());
    if (!ache) return damaged("ache");
    if (const Status kept = store.save_ache(runner_id, *ache); !kept) return kept;

    Status step = each_document(exported, "told_of_runs", told_of_run_from_json,
                                [&](const ToldOfRun& one) { return store.save_told_of_run(runner_id, one); });
    if (step)
      step = each_document(exported, "check_ins", check_in_from_json, [&](const model::CheckIn& one) {
        ++restored.check_ins;
        return store.add_check_in(runner_id, one);
      });
    if (step)
      step = each_document(exported, "advice", advice_from_json,
                           [&](const model::Advice& one) { return store.add_advice(runner_id, one); });
    if (step)
      step = each_document(exported, "circuit_entries", logged_exercise_from_json,
                           [&](const LoggedExercise& one) { return keep_logged(runner_id, one, store); });
    if (step)
      step = each_document(exported, "decisions", decision_from_json, [&](const DecisionEntry& one) {
        ++restored.decisions;
        return store.add_decision(runner_id, one);
      });
    if (step && *version >= 2) {
      step = each_document(exported, "plan_moves", plan_move_from_json,
                           [&](const model::PlanMove& one) { return store.add_plan_move(runner_id, one); });
      const json settings = exported.value("page_settings", json());
      if (step && settings.is_object()) {
        step = store.save_page_settings(runner_id, settings.dump(-1, ' ', false, json::error_handler_t::replace));
        if (step && !load_page_settings(runner_id, store)) return damaged("page_settings");
      }
    }
    if (!step) return step;

    if (request.paths.empty()) return {};
    const auto report = import_paths(request, {store, files, world.clock, world.zones, world.read});
    if (!report) return std::unexpected(report.error());
    const auto runs = store.runs(runner_id);
    if (!runs) return std::unexpected(runs.error());
    restored.runs = runs->size();
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return restored;
}

}  // namespace hipline::app
