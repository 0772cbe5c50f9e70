#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/model/history.hpp"
#include "hipline/model/plan_move.hpp"
#include "hipline/model/samples.hpp"

namespace hipline::app {

using RunId = std::int64_t;
using ImportId = std::int64_t;
using CircuitEntryId = std::int64_t;

/// An activity as it is kept: what the file says, with what the runner told about it laid over.
struct StoredRun {
  RunId id = 0;
  ImportId import = 0;
  std::string kind;  ///< "run", "bike ride": fits into "… is a bike ride"
  std::int64_t records = 0;
  model::Run run;
};

/// What the runner told about a run. It belongs to the moment the run began, not to the file,
/// so that taking an import back and reading the files again loses no answer.
struct ToldOfRun {
  Instant start;
  model::RunAnswers answers;
  std::optional<double> session_rpe;
};

/// What became of one file, or of one member of an archive.
enum class FileVerdict { run, other_sport, not_an_activity, duplicate, salvaged, refused };

/// The words of the JSON answer and of the database: `run`, `other_sport`, ….
const char* word(FileVerdict verdict);
std::optional<FileVerdict> file_verdict(std::string_view word);

/// One line of an import's report.
struct ImportedFile {
  std::string name;
  FileVerdict verdict = FileVerdict::refused;
  std::string format;        ///< "FIT", "TCX", "GPX" or empty
  std::string code;          ///< stable: why it is no run; empty for a run
  std::string reason;        ///< a plain sentence; for a run what was read
  std::string content_hash;  ///< of the file as it came
  std::int64_t records = 0;
  std::optional<Metres> distance;
  std::vector<std::string> warnings;
};

/// One import command: which files came, when, and what became of each.
struct Import {
  ImportId id = 0;
  Instant at;
  std::string program_version;
  std::optional<Instant> undone_at;
  std::vector<ImportedFile> files;
};

/// What taking an import back removed.
struct Undone {
  std::int64_t runs = 0;
  std::vector<std::string> unused_originals;  ///< content hashes that no run is made from any more
};

/// One decision as it was given, kept word for word.
struct DecisionEntry {
  Instant at;
  LocalDay day;
  std::string decision_json;
  std::string content_hash;
  std::string program_version;
};

/// One line of the circuit's log. Nothing is ever overwritten: a later line on the same day and exercise corrects an
/// earlier one, and what was taken back stays with the moment it was.
struct LoggedExercise {
  CircuitEntryId id = 0;
  std::optional<Instant> at;  ///< when it was noted; nothing in lines older than the log
  std::optional<Instant> undone_at;
  model::CircuitEntry entry;
};

/// How often each part of what is told was written, by whichever program, and for whomever. Equal numbers: nothing new.
struct Written {
  std::int64_t profile = 0;  ///< runner, race and ache
  std::int64_t runs = 0;     ///< with their sources and what was told of them
  std::int64_t check_ins = 0;
  std::int64_t check_ins_changed = 0;  ///< or removed, which no program of ours does
  std::int64_t advice = 0;
  std::int64_t circuits = 0;
};

/// Line by line, whether it counts: neither taken back, nor corrected by a later line on the same day and exercise.
std::vector<bool> which_count(const std::vector<LoggedExercise>& log);
/// The lines that count, in the order of days.
std::vector<model::CircuitEntry> counting(const std::vector<LoggedExercise>& log);

/// Everything that is kept of the runners. Implementations: store/ (SQL), memory_store.hpp (tests);
/// one contract suite holds for all of them (tests/contract).
/// Errors of every function: database_locked, disk_full, disk_error, database_read_only, database_damaged,
/// store_failed.
class Store {
 public:
  virtual ~Store() = default;

  /// Does the work whole or not at all: where it fails, everything is as it was. A transaction inside another one joins
  /// it.
  virtual Status in_transaction(const std::function<Status()>& work) = 0;

  /// Nothing where nobody has set up yet.
  virtual Result<std::optional<model::Runner>> runner(const std::string& runner_id) = 0;
  virtual Status save_runner(const model::Runner& runner) = 0;
  virtual Result<std::optional<model::Race>> race(const std::string& runner_id) = 0;
  virtual Status save_race(const std::string& runner_id, const std::optional<model::Race>& race) = 0;
  /// An ache of which nothing was told is empty.
  virtual Result<model::Ache> ache(const std::string& runner_id) = 0;
  virtual Status save_ache(const std::string& runner_id, const model::Ache& ache) = 0;

  virtual Result<ImportId> begin_import(const std::string& runner_id, Instant at,
                                        const std::string& program_version) = 0;
  virtual Status add_imported_file(const std::string& runner_id, ImportId import, const ImportedFile& file) = 0;
  /// Keeps a run, its series and its sources. `run.answers` stay out: they are told, not read (`save_told_of_run`).
  virtual Result<RunId> add_run(const std::string& runner_id, ImportId import, const std::string& kind,
                                const model::Run& run, const model::Samples& samples) = 0;
  /// Puts what a better file says in the place of what a run had; it then belongs to that file's import. Its id, its
  /// other sources and what was told of it stay. Errors: also no_such_run.
  virtual Status replace_run(const std::string& runner_id, RunId id, ImportId import, const std::string& kind,
                             const model::Run& run, const model::Samples& samples) = 0;
  /// Notes one more original of a run that is there already.
  virtual Status add_source(const std::string& runner_id, RunId run, ImportId import,
                            const std::string& content_hash) = 0;
  /// Oldest first, those taken back among them.
  virtual Result<std::vector<Import>> imports(const std::string& runner_id) = 0;
  /// Removes the runs of an import. Errors: also no_such_import, already_undone.
  virtual Result<Undone> undo_import(const std::string& runner_id, ImportId import, Instant at) = 0;

  /// Every activity, other sports too, oldest first.
  virtual Result<std::vector<StoredRun>> runs(const std::string& runner_id) = 0;
  /// Errors: also no_such_run.
  virtual Result<model::Samples> samples(const std::string& runner_id, RunId run) = 0;
  virtual Status save_run_day(const std::string& runner_id, RunId run, LocalDay day) = 0;

  /// The latest word on a run takes the place of the one before.
  virtual Status save_told_of_run(const std::string& runner_id, const ToldOfRun& told) = 0;
  virtual Result<std::vector<ToldOfRun>> told_of_runs(const std::string& runner_id) = 0;

  /// Check-ins, advice, circuits and decisions are only ever added. Answers come oldest first.
  virtual Status add_check_in(const std::string& runner_id, const model::CheckIn& check_in) = 0;
  virtual Result<std::vector<model::CheckIn>> check_ins(const std::string& runner_id) = 0;
  /// Only those kept after the one that `last` counts (0: all), oldest first; `last` then counts the last of all.
  virtual Result<std::vector<model::CheckIn>> check_ins_after(const std::string& runner_id, std::int64_t& last) = 0;
  virtual Status add_advice(const std::string& runner_id, const model::Advice& advice) = 0;
  virtual Result<std::vector<model::Advice>> advice(const std::string& runner_id) = 0;
  virtual Result<CircuitEntryId> add_circuit_entry(const std::string& runner_id, const model::CircuitEntry& entry,
                                                   std::optional<Instant> at) = 0;
  /// Every line of the circuit's log by day, then as noted; those taken back among them.
  virtual Result<std::vector<LoggedExercise>> circuit_log(const std::string& runner_id) = 0;
  /// Takes a line back. Errors: also no_such_entry, already_undone.
  virtual Status undo_circuit_entry(const std::string& runner_id, CircuitEntryId id, Instant at) = 0;
  virtual Status add_decision(const std::string& runner_id, const DecisionEntry& entry) = 0;
  virtual Result<std::vector<DecisionEntry>> decisions(const std::string& runner_id) = 0;
  /// The last one, if there is any.
  virtual Result<std::optional<DecisionEntry>> latest_decision(const std::string& runner_id) = 0;
  /// Only those noted at that moment or later: a log grows for years.
  virtual Result<std::vector<DecisionEntry>> decisions_since(const std::string& runner_id, Instant since) = 0;

  /// Notes the id of something a page sent; answers whether it is new, so that sending twice keeps once.
  virtual Result<bool> note_page_id(const std::string& runner_id, const std::string& id, Instant at) = 0;
  /// How the pages are to look and sound, as a JSON document; nothing where it was never said.
  virtual Result<std::optional<std::string>> page_settings(const std::string& runner_id) = 0;
  virtual Status save_page_settings(const std::string& runner_id, const std::string& document) = 0;
  virtual Status add_plan_move(const std::string& runner_id, const model::PlanMove& move) = 0;
  /// Those that stand, oldest first.
  virtual Result<std::vector<model::PlanMove>> plan_moves(const std::string& runner_id) = 0;
  /// Takes the latest move that stands back. Errors: also no_such_move.
  virtual Status undo_plan_move(const std::string& runner_id, Instant at) = 0;

  /// Nothing inside a transaction: what it wrote may still be taken back, and its numbers with it.
  virtual Result<std::optional<Written>> written() = 0;

  /// Everything known of a runner on a day: nothing later than `today`, nor later than `now` where that is given.
  /// Someone who has not set up yet is a runner of whom nothing is known but the id.
  Result<model::History> history(const std::string& runner_id, LocalDay today, std::optional<Instant> now);
};

}  // namespace hipline::app
