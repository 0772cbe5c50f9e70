#include "hipline/app/import/import.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <map>
#include <set>
#include <span>

#include "hipline/base/sha256.hpp"
#include "hipline/importers/duplicates.hpp"
#include "hipline/importers/read_file.hpp"

namespace hipline::app {
namespace {

/// Larger than any training file or archive of them; a bigger one is something else and is not read into memory.
constexpr std::uint64_t largest_file_bytes = 2ULL * 1024 * 1024 * 1024;

std::string kilometres_text(std::optional<Metres> distance) {
  return distance ? fmt::format("{:.2f} km", distance->value() / 1000) : "no distance";
}

std::string with_article(const std::string& kind) {
  constexpr std::string_view vowels = "aeiou";
  const bool an = !kind.empty() && vowels.find(kind.front()) != std::string_view::npos;
  return (an ? "an " : "a ") + kind;
}

/// What is known of one run while an import is under way, for finding the same run again.
struct KnownRun {
  RunId id = 0;
  model::Run run;
};

class Importing {
 public:
  Importing(const ImportRequest& request, const ImportWorld& world, const TellProgress& tell)
      : request_(request), world_(world), tell_(tell) {}

  Status prepare(const std::vector<FoundFile>& found);
  Status take(const FoundFile& file);
  [[nodiscard]] bool stopped() const { return report_.stopped; }
  [[nodiscard]] ImportReport report() && { return std::move(report_); }
  /// Removes the originals that this import brought, after it failed.
  void forget_originals();

 private:
  Status read(const FoundFile& file);
  Status take_reading(const importers::NamedReading& named, const std::string& hash, std::string_view bytes);
  /// A sentence where these bytes gave an activity before.
  [[nodiscard]] std::optional<std::string> same_bytes_as(const std::string& hash) const;
  Status add_repeated(const std::string& name, const std::string& hash, const std::string& reason);
  [[nodiscard]] KnownRun* same_as(const model::Run& run);
  Status ensure_import();
  Status keep_original(const std::string& hash, std::string_view bytes);
  Status add_line(ImportedFile line);
  void tell();

  const ImportRequest& request_;
  const ImportWorld& world_;
  const TellProgress& tell_;
  ImportProgress progress_;
  ImportReport report_;
  std::string zone_;
  std::multimap<Instant, KnownRun> known_;  ///< by start
  double longest_known_s_ = 0;
  std::set<std::string> known_sources_;
  std::map<std::string, std::string> new_hashes_;  ///< of this import, with the name that came first
  std::vector<std::string> new_originals_;
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
  for (StoredRun& stored : *runs) {
    known_sources_.insert(stored.run.sources.begin(), stored.run.sources.end());
    longest_known_s_ = std::max(longest_known_s_, stored.run.elapsed.value());
    known_.emplace(stored.run.start, KnownRun{stored.id, std::move(stored.run)});
  }
  return {};
}

void Importing::tell() {
  if (tell_ && !report_.stopped && tell_(progress_) == GoOn::stop) report_.stopped = true;
}

Status Importing::take(const FoundFile& file) {
  const Status taken = read(file);
  if (taken) {
    ++progress_.files;
    progress_.bytes += file.bytes;
    tell();
  }
  return taken;
}

Status Importing::read(const FoundFile& file) {
  ImportedFile line;
  line.name = file.path;
  if (file.bytes > largest_file_bytes) {
    line.code = "file_too_large";
    line.reason = fmt::format("{} is larger than any training file: not read.", file.path);
    return add_line(std::move(line));
  }
  const auto bytes = world_.files.read(file.path);
  if (!bytes) {
    line.code = bytes.error().code;
    line.reason = bytes.error().message;
    return add_line(std::move(line));
  }
  const std::string whole = sha256_hex(*bytes);
  if (const auto repeated = same_bytes_as(whole)) return add_repeated(file.path, whole, *repeated);
  Status taken;
  world_.read(file.path, *bytes, [&](importers::NamedReading&& named, std::string_view member) {
    if (!taken || report_.stopped) return;
    const std::string hash = member.size() == bytes->size() && named.name == file.path ? whole : sha256_hex(member);
    if (const auto repeated = same_bytes_as(hash)) {
      taken = add_repeated(named.name, hash, *repeated);
      return;
    }
    taken = take_reading(named, hash, member);
    if (!named.reading.activities.empty()) new_hashes_.emplace(hash, named.name);
  });
  return taken;
}

std::optional<std::string> Importing::same_bytes_as(const std::string& hash) const {
  if (const auto earlier = new_hashes_.find(hash); earlier != new_hashes_.end())
    return fmt::format("The same file as {}: counted once.", earlier->second);
  if (known_sources_.contains(hash)) return "The same file was imported before: counted once.";
  return std::nullopt;
}

Status Importing::add_repeated(const std::string& name, const std::string& hash, const std::string& reason) {
  ImportedFile line;
  line.name = name;
  line.verdict = FileVerdict::duplicate;
  line.code = "same_bytes";
  line.content_hash = hash;
  line.reason = reason;
  return add_line(std::move(line));
}

Status Importing::take_reading(const importers::NamedReading& named, const std::string& hash, std::string_view bytes) {
  const importers::Reading& reading = named.reading;
  ImportedFile line;
  line.name = named.name;
  line.format = reading.format;
  line.content_hash = hash;
  line.warnings = reading.warnings;
  if (reading.verdict != importers::Verdict::activities) {
    line.verdict = reading.verdict == importers::Verdict::refused ? FileVerdict::refused : FileVerdict::not_an_activity;
    line.code = reading.code;
    line.reason = reading.reason;
    return add_line(std::move(line));
  }

  std::vector<std::string> kept;
  std::vector<std::string> seen;
  bool any_run = false;
  bool any_better = false;
  for (const importers::Activity& activity : reading.activities) {
    line.records += static_cast<std::int64_t>(activity.samples.records());
    if (activity.run.distance) line.distance = line.distance.value_or(Metres()) + *activity.run.distance;

    model::Run run = activity.run;
    if (run.file_offset_s) {
      run.day = day_at_offset(run.start, *run.file_offset_s);
    } else {
      const auto day = local_day(world_.zones, zone_, run.start);
      if (!day) return std::unexpected(day.error());
      run.day = *day;
    }
    run.sources = {hash};
    if (KnownRun* same = same_as(run)) {
      if (std::ranges::find(seen, same->run.day.iso()) == seen.end()) seen.push_back(same->run.day.iso());
      const bool better = run.distance && !same->run.distance;
      any_better = any_better || better;
      // A file that only repeats runs is still one of their originals, so that the next import knows its bytes.
      if (!request_.dry_run) {
        if (const Status ready = ensure_import(); !ready) return ready;
        if (const Status original = keep_original(hash, bytes); !original) return original;
        const Status noted = better ? world_.store.replace_run(request_.runner_id, same->id, *report_.id, activity.kind,
                                                               run, activity.samples)
                                    : world_.store.add_source(request_.runner_id, same->id, *report_.id, hash);
        if (!noted) return noted;
      }
      if (better) same->run = std::move(run);
      continue;
    }
    RunId id = 0;
    if (!request_.dry_run) {
      if (const Status ready = ensure_import(); !ready) return ready;
      if (const Status original = keep_original(hash, bytes); !original) return original;
      const auto added = world_.store.add_run(request_.runner_id, *report_.id, activity.kind, run, activity.samples);
      if (!added) return std::unexpected(added.error());
      id = *added;
    }
    any_run = any_run || model::is_run(run.sport);
    kept.push_back(
        fmt::format("{} on {}, {}", with_article(activity.kind), run.day.iso(), kilometres_text(run.distance)));
    longest_known_s_ = std::max(longest_known_s_, run.elapsed.value());
    const Instant start = run.start;
    known_.emplace(start, KnownRun{id, std::move(run)});
  }

  const std::string file = named.name.substr(named.name.find_last_of('/') + 1);
  if (kept.empty()) {
    line.verdict = FileVerdict::duplicate;
    line.code = "same_activity";
    line.reason =
        fmt::format("{} is the activity of {} again, from another file: counted once{}.", file,
                    fmt::join(seen, " and "), any_better ? ", now with the distance that this file knows" : "");
    return add_line(std::move(line));
  }
  line.verdict = any_run ? FileVerdict::run : FileVerdict::other_sport;
  line.code = any_run ? "" : "other_sport";
  constexpr std::size_t most_named = 3;
  if (kept.size() > most_named + 1) {
    const std::size_t more = kept.size() - most_named;
    kept.resize(most_named);
    kept.push_back(fmt::format("and {} more parts", more));
  }
  line.reason = fmt::format("{} is {}{}.", file, fmt::join(kept, "; "), any_run ? "" : ": kept, not counted as a run");
  if (!seen.empty())
    line.warnings.push_back(
        fmt::format("The activity of {} was there already: counted once.", fmt::join(seen, " and ")));
  if (reading.salvaged) {
    line.verdict = FileVerdict::salvaged;
    line.code = any_run ? "damaged" : "damaged_other_sport";
    line.reason = reading.salvaged->reason;
    if (!any_run)
      line.reason +=
          fmt::format(" It is {}: kept, not counted as a run.", with_article(reading.activities.front().kind));
  }
  return add_line(std::move(line));
}

KnownRun* Importing::same_as(const model::Run& run) {
  // Whatever overlaps begins before this one ends, and not earlier than the longest activity lasts.
  const auto from = known_.lower_bound(run.start + -static_cast<std::int64_t>(longest_known_s_ + 1));
  const auto to = known_.upper_bound(run.end());
  for (auto candidate = from; candidate != to; ++candidate)
    if (importers::same_activity(candidate->second.run, run)) return &candidate->second;
  return nullptr;
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

Status Importing::keep_original(const std::string& hash, std::string_view bytes) {
  const auto is_new = world_.files.keep_original(hash, bytes);
  if (!is_new) return std::unexpected(is_new.error());
  if (*is_new) new_originals_.push_back(hash);
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

void Importing::forget_originals() {
  for (const std::string& hash : new_originals_) static_cast<void>(world_.files.remove_original(hash));
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
  const auto work = [&]() -> Status {
    if (const Status ready = importing.prepare(found); !ready) return ready;
    for (const FoundFile& file : found) {
      if (importing.stopped()) break;
      if (const Status taken = importing.take(file); !taken) return taken;
    }
    return {};
  };
  const Status done = request.dry_run ? work() : world.store.in_transaction(work);
  if (!done) {
    importing.forget_originals();
    return std::unexpected(done.error());
  }
  return std::move(importing).report();
}

Result<Undone> undo_import(const std::string& runner_id, ImportId import, const ImportWorld& world) {
  Undone undone;
  const Status done = world.store.in_transaction([&]() -> Status {
    auto result = world.store.undo_import(runner_id, import, world.clock.now());
    if (!result) return std::unexpected(result.error());
    undone = std::move(*result);
    return {};
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
