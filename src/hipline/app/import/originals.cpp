#include "hipline/app/import/originals.hpp"

#include <algorithm>
#include <list>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "hipline/app/import/known_runs.hpp"
#include "hipline/app/import/merging.hpp"
#include "hipline/app/import/settled.hpp"
#include "hipline/importers/merge.hpp"

namespace hipline::app {
namespace {

using importers::Activity;

/// Files are read once for the runs they tell of, which mostly lie next to each other.
constexpr std::size_t readings_at_hand = 8;

/// Reads originals, each with its start settled.
class Originals {
 public:
  Originals(const ImportWorld& world, std::string zone, const std::vector<Import>& imports)
      : world_(world), zone_(std::move(zone)) {
    for (const Import& import : imports)
      for (const ImportedFile& file : import.files) names_.try_emplace(file.content_hash, file.name);
  }

  /// Empty where the original is gone, which `missing` then names.
  Result<const std::vector<Activity>*> read(const std::string& hash) {
    for (auto held = at_hand_.begin(); held != at_hand_.end(); ++held) {
      if (held->first != hash) continue;
      at_hand_.splice(at_hand_.begin(), at_hand_, held);
      return &at_hand_.front().second;
    }
    std::vector<Activity> activities;
    if (const auto bytes = world_.files.original(hash)) {
      const auto name = names_.find(hash);
      Status done;
      world_.read(name == names_.end() ? hash : name->second, *bytes,
                  [&](importers::NamedReading&& named, std::string_view) {
                    for (Activity& activity : named.reading.activities) {
                      auto run = settled(activity, world_.zones, zone_);
                      if (!run) {
                        done = std::unexpected(run.error());
                        return;
                      }
                      activity.run = std::move(*run);
                      activities.push_back(std::move(activity));
                    }
                  });
      if (!done) return std::unexpected(done.error());
    } else {
      missing.insert(hash);
    }
    at_hand_.emplace_front(hash, std::move(activities));
    if (at_hand_.size() > readings_at_hand) at_hand_.pop_back();
    return &at_hand_.front().second;
  }

  std::set<std::string> missing;

 private:
  const ImportWorld& world_;
  std::string zone_;
  std::map<std::string, std::string> names_;
  std::list<std::pair<std::string, std::vector<Activity>>> at_hand_;
};

Result<std::string> zone_of(const std::string& runner_id, const ImportWorld& world) {
  const auto runner = world.store.runner(runner_id);
  if (!runner) return std::unexpected(runner.error());
  return *runner ? (*runner)->time_zone : world.zones.of_this_machine();
}

/// One run made anew from all its originals; nothing where one of them is gone, or none tells of it.
Result<std::optional<Activity>> made_anew(const StoredRun& stored, Originals& originals, const Zones& zones,
                                          const std::string& zone) {
  KnownRuns only;
  if (const Status taken = only.take_stored({stored}, zones, zone); !taken) return std::unexpected(taken.error());
  std::vector<Activity> sources;
  for (const std::string& hash : stored.run.sources) {
    const auto read = originals.read(hash);
    if (!read) return std::unexpected(read.error());
    // From a part of its files a run would only come out poorer.
    if (originals.missing.contains(hash)) return std::nullopt;
    for (const Activity& activity : **read)
      if (activity.run.elapsed.value() > 0 && only.same_as(activity, activity.run, 1) != nullptr) {
        sources.push_back(activity);
        break;
      }
  }
  if (sources.empty()) return std::nullopt;
  std::ranges::stable_sort(sources, importers::is_richer);
  Activity made = std::move(sources.front());
  for (std::size_t i = 1; i < sources.size(); ++i) importers::add_missing(made, sources[i]);
  made.run.sources = stored.run.sources;
  return made;
}

bool tells_the_same(const StoredRun& stored, const Activity& made) {
  const model::Run& a = stored.run;
  const model::Run& b = made.run;
  return a.start == b.start && a.day == b.day && a.sport == b.sport && stored.kind == made.kind &&
         a.elapsed == b.elapsed && a.moving == b.moving && a.distance == b.distance && a.ascent == b.ascent &&
         a.descent == b.descent && a.heart_rate_mean_bpm == b.heart_rate_mean_bpm &&
         a.heart_rate_max_bpm == b.heart_rate_max_bpm && a.cadence_strides_per_min == b.cadence_strides_per_min &&
         a.session_rpe == b.session_rpe && a.feel == b.feel && a.walk_share == b.walk_share && a.note == b.note &&
         a.file_offset_s == b.file_offset_s && stored.records == static_cast<std::int64_t>(made.samples.records());
}

/// The moment of what was told moves along where a run begins elsewhere now.
Status move_told(const std::string& runner_id, Instant from, Instant to, Store& store) {
  if (from == to) return {};
  const auto told = store.told_of_runs(runner_id);
  if (!told) return std::unexpected(told.error());
  for (ToldOfRun one : *told) {
    if (one.start != from) continue;
    one.start = to;
    return store.save_told_of_run(runner_id, one);
  }
  return {};
}

Status put_anew(const std::string& runner_id, const StoredRun& stored, const Activity& made, Store& store) {
  const Status kept = store.replace_run(runner_id, stored.id, stored.import, made.kind, made.run, made.samples);
  return kept ? move_told(runner_id, stored.run.start, made.run.start, store) : kept;
}

}  // namespace

Result<Refreshed> refresh_imports(const std::string& runner_id, const ImportWorld& world) {
  Refreshed refreshed;
  const Status done = world.store.in_transaction([&]() -> Status {
    const auto zone = zone_of(runner_id, world);
    if (!zone) return std::unexpected(zone.error());
    const auto imports = world.store.imports(runner_id);
    if (!imports) return std::unexpected(imports.error());
    auto runs = world.store.runs(runner_id);
    if (!runs) return std::unexpected(runs.error());
    Originals originals(world, *zone, *imports);
    std::map<std::string, ImportId> first_import;
    for (const StoredRun& stored : *runs) {
      ++refreshed.runs;
      for (const std::string& hash : stored.run.sources) first_import.try_emplace(hash, stored.import);
      auto made = made_anew(stored, originals, world.zones, *zone);
      if (!made) return std::unexpected(made.error());
      if (!*made) continue;
      // A list whose dates cannot be read names the file it speaks of, and that link was lost with its archive.
      if (!(*made)->run.session_rpe) (*made)->run.session_rpe = stored.run.session_rpe;
      if (!(*made)->run.feel) (*made)->run.feel = stored.run.feel;
      if ((*made)->run.note.empty()) (*made)->run.note = stored.run.note;
      if (tells_the_same(stored, **made)) continue;
      ++refreshed.changed;
      if (const Status kept = put_anew(runner_id, stored, **made, world.store); !kept) return kept;
    }
    runs = world.store.runs(runner_id);
    if (!runs) return std::unexpected(runs.error());
    KnownRuns known;
    if (const Status taken = known.take_stored(std::move(*runs), world.zones, *zone); !taken) return taken;
    for (const auto& [hash, import] : first_import) {
      const auto read = originals.read(hash);
      if (!read) return std::unexpected(read.error());
      for (const Activity& activity : **read) {
        if (!(activity.run.elapsed.value() > 0) || activity.start_known == importers::StartKnown::not_at_all ||
            known.same_as(activity, activity.run, 1) != nullptr)
          continue;
        model::Run run = activity.run;
        run.sources = {hash};
        const auto added = world.store.add_run(runner_id, import, activity.kind, run, activity.samples);
        if (!added) return std::unexpected(added.error());
        known.add({.id = *added,
                   .import = import,
                   .run = std::move(run),
                   .kind = activity.kind,
                   .file = {},
                   .line = 1,
                   .has_series = activity.samples.records() > 0});
        ++refreshed.found;
      }
    }
    refreshed.missing.assign(originals.missing.begin(), originals.missing.end());
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return refreshed;
}

Status keep_what_others_brought(const std::string& runner_id, const std::vector<StoredRun>& before, Undone& undone,
                                const ImportWorld& world) {
  const auto zone = zone_of(runner_id, world);
  if (!zone) return std::unexpected(zone.error());
  const auto imports = world.store.imports(runner_id);
  if (!imports) return std::unexpected(imports.error());
  auto runs = world.store.runs(runner_id);
  if (!runs) return std::unexpected(runs.error());
  Originals originals(world, *zone, *imports);

  std::map<RunId, std::size_t> files_before;
  for (const StoredRun& stored : before) files_before[stored.id] = stored.run.sources.size();
  for (const StoredRun& stored : *runs) {
    if (stored.run.sources.size() == files_before[stored.id]) continue;
    const auto made = made_anew(stored, originals, world.zones, *zone);
    if (!made) return std::unexpected(made.error());
    if (!*made || tells_the_same(stored, **made)) continue;
    if (const Status kept = put_anew(runner_id, stored, **made, world.store); !kept) return kept;
  }

  KnownRuns known;
  if (const Status taken = known.take_stored(std::move(*runs), world.zones, *zone); !taken) return taken;
  std::vector<std::string> still_unused;
  for (const std::string& hash : undone.unused_originals) {
    const Import* owner = nullptr;
    for (const Import& import : *imports)
      for (const ImportedFile& file : import.files)
        if (!import.undone_at && file.content_hash == hash && file.code != "same_bytes" && owner == nullptr)
          owner = &import;
    if (owner == nullptr) {
      still_unused.push_back(hash);
      continue;
    }
    const auto read = originals.read(hash);
    if (!read) return std::unexpected(read.error());
    for (const Activity& activity : **read) {
      if (!(activity.run.elapsed.value() > 0) || activity.start_known == importers::StartKnown::not_at_all) continue;
      if (KnownRun* same = known.same_as(activity, activity.run, 1)) {
        if (const Status noted = world.store.add_source(runner_id, same->id, owner->id, hash); !noted) return noted;
        const auto merged = merge_into_store(world.store, runner_id, *same, activity);
        if (!merged) return std::unexpected(merged.error());
        continue;
      }
      model::Run run = activity.run;
      run.sources = {hash};
      const auto added = world.store.add_run(runner_id, owner->id, activity.kind, run, activity.samples);
      if (!added) return std::unexpected(added.error());
      --undone.runs;
      known.add({.id = *added,
                 .import = owner->id,
                 .run = std::move(run),
                 .kind = activity.kind,
                 .file = {},
                 .has_series = activity.samples.records() > 0});
    }
  }
  undone.unused_originals = std::move(still_unused);
  return {};
}

}  // namespace hipline::app
