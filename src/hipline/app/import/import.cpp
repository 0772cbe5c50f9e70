#include "hipline/app/import/import.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <utility>

#include "hipline/app/import/known_runs.hpp"
#include "hipline/app/import/merging.hpp"
#include "hipline/app/import/originals.hpp"
#include "hipline/app/import/settled.hpp"
#include "hipline/importers/read_file.hpp"

namespace hipline::app {
namespace {

/// How many readings are kept in one transaction: enough to make it cheap, few enough to lose little.
constexpr std::size_t readings_of_a_batch = 250;
/// What lists may wait in memory until the files that they describe are read.
constexpr std::size_t most_waiting_bytes = std::size_t{128} << 20;

std::string kilometres_text(std::optional<Metres> distance) {
  return distance ? fmt::format("{:.2f} km", distance->value() / 1000) : "no distance";
}

std::string with_article(const std::string& kind) {
  constexpr std::string_view vowels = "aeiou";
  const bool an = !kind.empty() && vowels.find(kind.front()) != std::string_view::npos;
  return (an ? "an " : "a ") + kind;
}

std::string file_of(const std::string& name) { return name.substr(name.find_last_of('/') + 1); }

/// A list tells of activities that other files hold, too: it is taken in last, so that the files come first.
bool is_a_list(const importers::Reading& reading) {
  return reading.format == "CSV" || reading.format == "JSON" || reading.format == "Apple Health";
}

/// What became of the activities of one reading.
struct Outcome {
  std::vector<std::string> kept;             ///< a sentence part each
  std::vector<std::string> seen;             ///< days of those that were there already
  std::string same_file;                     ///< that they came from before
  std::map<std::string, std::size_t> added;  ///< what was added to those, and to how many
  std::size_t same = 0;
  std::size_t runs = 0;
  std::size_t unmatched = 0;  ///< lines that only name a file which is not there
  bool was_richer = false;
};

class Importing {
 public:
  Importing(const ImportRequest& request, const ImportWorld& world, const TellProgress& tell)
      : request_(request), world_(world), tell_(tell) {}

  Status prepare(const std::vector<FoundFile>& found);
  Status take_all(const std::vector<FoundFile>& found);
  [[nodiscard]] ImportReport report() && { return std::move(report_); }

 private:
  /// Keeps what was read in batches: each of them whole or not at all.
  Status in_batches(const std::function<Result<bool>()>& step);
  Status take(ReadItem item);
  Status take_activities(const ReadItem& item, Outcome& outcome, ImportedFile& line);
  Status take_known(const ReadItem& item, const importers::Activity& activity, KnownRun& same, Outcome& outcome);
  void write_reason(const ReadItem& item, const Outcome& outcome, ImportedFile& line) const;
  /// A sentence where these bytes gave an activity before.
  [[nodiscard]] std::optional<std::string> same_bytes_as(const std::string& hash) const;
  Status ensure_import();
  Status keep_original(const ReadItem& item);
  Status keep_told(const model::Run& run);
  Status add_line(ImportedFile line);
  [[nodiscard]] std::string file_with(const KnownRun& known) const;
  void tell();

  const ImportRequest& request_;
  const ImportWorld& world_;
  const TellProgress& tell_;
  ImportProgress progress_;
  ImportReport report_;
  std::string zone_;
  KnownRuns known_;
  std::set<std::string> known_sources_;            ///< of earlier imports; not changed while files are read
  std::map<std::string, std::string> file_names_;  ///< of those, by content
  std::map<std::string, std::string> new_hashes_;  ///< of this import, with the name that came first
  std::map<Instant, ToldOfRun> told_;
  std::vector<ReadItem> waiting_lists_;
  std::size_t waiting_bytes_ = 0;
  std::vector<std::string> new_originals_;  ///< of the batch at hand
  bool to_flush_ = false;                   ///< originals of it wait for the disk
};

Status Importing::prepare(const std::vector<FoundFile>& found) {
  progress_.of_files = found.size();
  for (const FoundFile& file : found) progress_.of_bytes += file.bytes;
  tell();
  const auto runner = world_.store.runner(request_.runner_id);
  if (!runner) return std::unexpected(runner.error());
  zone_ = *runner ? (*runner)->time_zone : world_.zones.of_this_machine();
  auto runs = world_.store.runs(request_.runner_id);
  if (!runs) return std::unexpected(runs.error());
  for (const StoredRun& stored : *runs) known_sources_.insert(stored.run.sources.begin(), stored.run.sources.end());
  const auto imports = world_.store.imports(request_.runner_id);
  if (!imports) return std::unexpected(imports.error());
  for (const Import& import : *imports)
    for (const ImportedFile& file : import.files) file_names_.try_emplace(file.content_hash, file.name);
  const auto told = world_.store.told_of_runs(request_.runner_id);
  if (!told) return std::unexpected(told.error());
  for (const ToldOfRun& one : *told) told_.emplace(one.start, one);
  return known_.take_stored(std::move(*runs), world_.zones, zone_);
}

void Importing::tell() {
  if (tell_ && !report_.stopped && tell_(progress_) == GoOn::stop) report_.stopped = true;
}

Status Importing::in_batches(const std::function<Result<bool>()>& step) {
  bool more = true;
  while (more && !report_.stopped) {
    const auto batch = [&]() -> Status {
      for (std::size_t i = 0; i < readings_of_a_batch && more && !report_.stopped; ++i) {
        const auto taken = step();
        if (!taken) return std::unexpected(taken.error());
        more = *taken;
      }
      if (!std::exchange(to_flush_, false)) return {};
      return world_.files.flush_originals();
    };
    const Status done = request_.dry_run ? batch() : world_.store.in_transaction(batch);
    if (!done) {
      for (const std::string& hash : new_originals_) static_cast<void>(world_.files.remove_original(hash));
      return done;
    }
    new_originals_.clear();
  }
  return {};
}

Status Importing::take_all(const std::vector<FoundFile>& found) {
  ReadAhead ahead(found, world_.files, world_.read,
                  [this](const std::string& hash) { return known_sources_.contains(hash); });
  std::size_t file = 0;
  const Status files_taken = in_batches([&]() -> Result<bool> {
    while (file < found.size() && !report_.stopped) {
      auto item = ahead.next(file);
      if (!item) {
        ++progress_.files;
        progress_.bytes += found[file].bytes;
        ++file;
        tell();
      } else if (is_a_list(item->named.reading) && waiting_bytes_ + item->bytes.size() <= most_waiting_bytes) {
        waiting_bytes_ += item->bytes.size();
        waiting_lists_.push_back(std::move(*item));
      } else {
        if (const Status taken = take(std::move(*item)); !taken) return std::unexpected(taken.error());
        return true;
      }
    }
    return false;
  });
  if (!files_taken) return files_taken;
  std::size_t list = 0;
  return in_batches([&]() -> Result<bool> {
    if (list == waiting_lists_.size()) return false;
    if (const Status taken = take(std::move(waiting_lists_[list++])); !taken) return std::unexpected(taken.error());
    return true;
  });
}

std::optional<std::string> Importing::same_bytes_as(const std::string& hash) const {
  if (const auto earlier = new_hashes_.find(hash); earlier != new_hashes_.end())
    return fmt::format("The same file as {}: counted once.", earlier->second);
  if (known_sources_.contains(hash)) return "The same file was imported before: counted once.";
  return std::nullopt;
}

Status Importing::take(ReadItem item) {
  const importers::Reading& reading = item.named.reading;
  ImportedFile line;
  line.name = item.named.name;
  line.format = reading.format;
  line.content_hash = item.hash;
  line.warnings = reading.warnings;
  if (const auto repeated = item.hash.empty() ? std::nullopt : same_bytes_as(item.hash)) {
    line.verdict = FileVerdict::duplicate;
    line.code = "same_bytes";
    line.format.clear();
    line.warnings.clear();
    line.reason = *repeated;
    return add_line(std::move(line));
  }
  if (reading.verdict != importers::Verdict::activities) {
    line.verdict = reading.verdict == importers::Verdict::refused ? FileVerdict::refused : FileVerdict::not_an_activity;
    line.code = reading.code;
    line.reason = reading.reason;
    return add_line(std::move(line));
  }
  Outcome outcome;
  if (const Status taken = take_activities(item, outcome, line); !taken) return taken;
  new_hashes_.emplace(item.hash, item.named.name);
  if (outcome.same > 0) report_.pairs[line.name] = outcome.same_file;
  write_reason(item, outcome, line);
  return add_line(std::move(line));
}

Status Importing::take_activities(const ReadItem& item, Outcome& outcome, ImportedFile& line) {
  const std::size_t number = report_.files.size() + 1;
  for (const importers::Activity& activity : item.named.reading.activities) {
    line.records += static_cast<std::int64_t>(activity.samples.records());
    if (activity.run.distance) line.distance = line.distance.value_or(Metres()) + *activity.run.distance;
    auto run = settled(activity, world_.zones, zone_);
    if (!run) return std::unexpected(run.error());
    run->sources = {item.hash};
    if (KnownRun* same = known_.same_as(activity, *run, number)) {
      importers::Activity again = activity;
      again.run = std::move(*run);
      if (const Status taken = take_known(item, again, *same, outcome); !taken) return taken;
      continue;
    }
    if (!(run->elapsed.value() > 0) || activity.start_known == importers::StartKnown::not_at_all) {
      ++outcome.unmatched;
      continue;
    }
    KnownRun known{.run = std::move(*run),
                   .kind = activity.kind,
                   .file = item.named.name,
                   .line = number,
                   .has_series = activity.samples.records() > 0,
                   .sport_is_a_guess = activity.sport_is_a_guess,
                   .only_its_day = activity.start_known == importers::StartKnown::by_day};
    if (!request_.dry_run) {
      if (const Status ready = ensure_import(); !ready) return ready;
      if (const Status original = keep_original(item); !original) return original;
      const auto added =
          world_.store.add_run(request_.runner_id, *report_.id, activity.kind, known.run, activity.samples);
      if (!added) return std::unexpected(added.error());
      known.id = *added;
      known.import = *report_.id;
      if (const Status told = keep_told(known.run); !told) return told;
    }
    if (model::is_run(known.run.sport)) ++outcome.runs;
    outcome.kept.push_back(fmt::format("{} on {}, {}", with_article(activity.kind), known.run.day.iso(),
                                       kilometres_text(known.run.distance)));
    known_.add(std::move(known));
  }
  return {};
}

Status Importing::take_known(const ReadItem& item, const importers::Activity& activity, KnownRun& same,
                             Outcome& outcome) {
  ++outcome.same;
  outcome.same_file = file_with(same);
  if (const std::string day = same.run.day.iso(); std::ranges::find(outcome.seen, day) == outcome.seen.end())
    outcome.seen.push_back(day);
  if (request_.dry_run) return {};
  // A file that only repeats runs is still one of their originals, so that the next import knows its bytes.
  if (const Status ready = ensure_import(); !ready) return ready;
  if (const Status original = keep_original(item); !original) return original;
  if (const Status noted = world_.store.add_source(request_.runner_id, same.id, *report_.id, item.hash); !noted)
    return noted;
  const Instant start_before = same.run.start;
  const auto merged = merge_into_store(world_.store, request_.runner_id, same, activity);
  if (!merged) return std::unexpected(merged.error());
  outcome.was_richer = outcome.was_richer || merged->second_is_richer;
  for (const std::string& what : merged->added) ++outcome.added[what];
  if (same.run.start != start_before) {
    known_.moved(same, start_before);
    // What was told belongs to the moment the run began.
    if (const auto told = told_.find(start_before); told != told_.end()) {
      ToldOfRun moved = told->second;
      moved.start = same.run.start;
      if (const Status kept = world_.store.save_told_of_run(request_.runner_id, moved); !kept) return kept;
      told_.emplace(moved.start, moved);
    }
  }
  model::Run answered = same.run;
  answered.answers = activity.run.answers;
  return keep_told(answered);
}

/// What a list says of pain is an answer of the runner's: it never takes the place of one given here.
Status Importing::keep_told(const model::Run& run) {
  if (!run.answers.worst_pain) return {};
  ToldOfRun told{.start = run.start, .answers = {}, .session_rpe = std::nullopt};
  if (const auto before = told_.find(run.start); before != told_.end()) told = before->second;
  if (told.answers.worst_pain) return {};
  told.answers.worst_pain = run.answers.worst_pain;
  told_[run.start] = told;
  return world_.store.save_told_of_run(request_.runner_id, told);
}

std::string Importing::file_with(const KnownRun& known) const {
  if (!known.file.empty()) return file_of(known.file);
  for (const std::string& hash : known.run.sources)
    if (const auto name = file_names_.find(hash); name != file_names_.end()) return file_of(name->second);
  return "an earlier import";
}

/// "effort (on 31) and pain (on 2)"; "effort" where there is but one activity.
std::string names_of(const std::map<std::string, std::size_t>& added, bool counted) {
  std::vector<std::string> parts;
  for (const auto& [what, times] : added) parts.push_back(counted ? fmt::format("{} on {}", what, times) : what);
  if (parts.size() > 1) {
    const std::string last = parts.back();
    parts.pop_back();
    parts.back() += " and " + last;
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

void Importing::write_reason(const ReadItem& item, const Outcome& outcome, ImportedFile& line) const {
  const importers::Reading& reading = item.named.reading;
  const std::string file = file_of(item.named.name);
  const bool list = is_a_list(reading);
  if (outcome.unmatched > 0)
    line.warnings.push_back(fmt::format(
        "{} of its lines describe files that are not here, and I can't read their dates.", outcome.unmatched));
  const bool several = list && reading.activities.size() > 1;
  if (several) {
    line.verdict = outcome.runs > 0       ? FileVerdict::run
                   : outcome.kept.empty() ? FileVerdict::duplicate
                                          : FileVerdict::other_sport;
    line.code = outcome.runs > 0 ? "" : outcome.kept.empty() ? "same_activity" : "other_sport";
    line.reason = fmt::format("{} lists {} activities: {} new, {} there already and counted once.", file,
                              reading.activities.size(), outcome.kept.size(), outcome.same);
    if (!outcome.added.empty()) line.reason += fmt::format(" Added: {}.", names_of(outcome.added, true));
  } else if (outcome.kept.empty()) {
    line.verdict = FileVerdict::duplicate;
    line.code = "same_activity";
    line.reason = fmt::format(
        "{} is the activity of {} again, as in {}: counted once{}.", file, fmt::join(outcome.seen, " and "),
        outcome.same_file,
        outcome.was_richer
            ? fmt::format(", in the words of {}, which says more{}", file,
                          outcome.added.empty() ? "" : "; added from before: " + names_of(outcome.added, false))
        : outcome.added.empty() ? ""
                                : ", with what this file adds: " + names_of(outcome.added, false));
    return;
  } else {
    std::vector<std::string> kept = outcome.kept;
    line.verdict = outcome.runs > 0 ? FileVerdict::run : FileVerdict::other_sport;
    line.code = outcome.runs > 0 ? "" : "other_sport";
    constexpr std::size_t most_named = 3;
    if (kept.size() > most_named + 1) {
      const std::size_t more = kept.size() - most_named;
      kept.resize(most_named);
      kept.push_back(fmt::format("and {} more parts", more));
    }
    line.reason =
        fmt::format("{} is {}{}.", file, fmt::join(kept, "; "), outcome.runs > 0 ? "" : ": kept, not counted as a run");
    if (!outcome.seen.empty())
      line.warnings.push_back(fmt::format("The activity of {} was there already, from {}: counted once.",
                                          fmt::join(outcome.seen, " and "), outcome.same_file));
  }
  if (reading.salvaged && !outcome.kept.empty()) {
    line.verdict = FileVerdict::salvaged;
    line.code = outcome.runs > 0 ? "damaged" : "damaged_other_sport";
    line.reason = reading.salvaged->reason;
    if (outcome.runs == 0)
      line.reason +=
          fmt::format(" It is {}: kept, not counted as a run.", with_article(reading.activities.front().kind));
  }
}

Status Importing::ensure_import() {
  if (report_.id) return {};
  const auto id = world_.store.begin_import(request_.runner_id, world_.clock.now(), request_.program_version);
  if (!id) return std::unexpected(id.error());
  report_.id = *id;
  for (const ImportedFile& line : report_.files)
    if (const Status added = world_.store.add_imported_file(request_.runner_id, *id, line); !added) return added;
  return {};
}

Status Importing::keep_original(const ReadItem& item) {
  const auto is_new = world_.files.keep_original(item.hash, item.bytes);
  if (!is_new) return std::unexpected(is_new.error());
  to_flush_ = true;
  if (*is_new) new_originals_.push_back(item.hash);
  return {};
}

Status Importing::add_line(ImportedFile line) {
  if (report_.id)
    if (const Status added = world_.store.add_imported_file(request_.runner_id, *report_.id, line); !added)
      return added;
  if (line.verdict == FileVerdict::run || line.code == "damaged") ++progress_.runs;
  ++progress_.readings;
  progress_.name = line.name;
  report_.files.push_back(std::move(line));
  tell();
  return {};
}

}  // namespace

void read_training_file(const std::string& name, std::string_view bytes, const TakeReading& take) {
  importers::read_each(name, std::as_bytes(std::span(bytes)), importers::UnpackLimits{},
                       [&](importers::NamedReading&& reading, std::span<const std::byte> member) {
                         take(std::move(reading), {reinterpret_cast<const char*>(member.data()), member.size()});
                       });
}

std::size_t ImportReport::count(FileVerdict verdict) const {
  return static_cast<std::size_t>(std::ranges::count(files, verdict, &ImportedFile::verdict));
}

Result<ImportReport> import_paths(const ImportRequest& request, const ImportWorld& world, const TellProgress& tell) {
  std::vector<FoundFile> found;
  for (const std::string& path : request.paths) {
    auto below = world.files.find(path);
    if (!below) return std::unexpected(below.error());
    if (below->empty()) return failure("no_files", path, fmt::format("There is no file in {}.", path));
    found.insert(found.end(), below->begin(), below->end());
  }
  // The same path named twice, or inside a folder that was named too, is one file.
  std::set<std::string> named;
  std::erase_if(found, [&](const FoundFile& file) { return !named.insert(file.path).second; });

  Importing importing(request, world, tell);
  if (const Status ready = importing.prepare(found); !ready) return std::unexpected(ready.error());
  if (const Status taken = importing.take_all(found); !taken) return std::unexpected(taken.error());
  return std::move(importing).report();
}

Result<Undone> undo_import(const std::string& runner_id, ImportId import, const ImportWorld& world) {
  Undone undone;
  const Status done = world.store.in_transaction([&]() -> Status {
    const auto before = world.store.runs(runner_id);
    if (!before) return std::unexpected(before.error());
    auto result = world.store.undo_import(runner_id, import, world.clock.now());
    if (!result) return std::unexpected(result.error());
    undone = std::move(*result);
    return keep_what_others_brought(runner_id, *before, undone, world);
  });
  if (!done) return std::unexpected(done.error());
  for (const std::string& hash : undone.unused_originals)
    if (const Status removed = world.files.remove_original(hash); !removed) return std::unexpected(removed.error());
  return undone;
}

Result<int> set_run_days(const std::string& runner_id, Store& store, const Zones& zones) {
  int moved = 0;
  const Status done = store.in_transaction([&]() -> Status {
    const auto runner = store.runner(runner_id);
    if (!runner) return std::unexpected(runner.error());
    if (!*runner) return {};
    const auto runs = store.runs(runner_id);
    if (!runs) return std::unexpected(runs.error());
    for (const StoredRun& stored : *runs) {
      if (stored.run.file_offset_s) continue;
      const auto day = local_day(zones, (*runner)->time_zone, stored.run.start);
      if (!day) return std::unexpected(day.error());
      if (*day == stored.run.day) continue;
      if (const Status saved = store.save_run_day(runner_id, stored.id, *day); !saved) return saved;
      ++moved;
    }
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return moved;
}

}  // namespace hipline::app
