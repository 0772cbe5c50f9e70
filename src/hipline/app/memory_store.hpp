#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "hipline/app/ports/store.hpp"

namespace hipline::app {

/// A store that forgets when it goes: for tests only. It can be told to fail at its n-th write.
class MemoryStore final : public Store {
 public:
  /// The n-th write from now on fails (1: the next one), as a full disk would make it.
  void fail_at_write(int n) { writes_left_ = n; }
  /// What is kept, for comparing before and after.
  [[nodiscard]] std::size_t kept() const { return data_.size(); }

  Status in_transaction(const std::function<Status()>& work) override {
    if (inside_) return work();
    const Data before = data_;
    inside_ = true;
    const Status done = work();
    inside_ = false;
    if (!done) data_ = before;
    return done;
  }

  Result<std::optional<model::Runner>> runner(const std::string& id) override { return found(data_.runners, id); }
  Status save_runner(const model::Runner& runner) override {
    return write([&] { data_.runners[runner.id] = runner; });
  }
  Result<std::optional<model::Race>> race(const std::string& id) override { return found(data_.races, id); }
  Status save_race(const std::string& id, const std::optional<model::Race>& race) override {
    return write([&] {
      if (race)
        data_.races[id] = *race;
      else
        data_.races.erase(id);
    });
  }
  Result<model::Ache> ache(const std::string& id) override { return found(data_.aches, id).value_or(model::Ache{}); }
  Status save_ache(const std::string& id, const model::Ache& ache) override {
    return write([&] { data_.aches[id] = ache; });
  }

  Result<ImportId> begin_import(const std::string& id, Instant at, const std::string& version) override {
    const ImportId import = data_.last_import + 1;
    const Status done = write([&] {
      data_.last_import = import;
      data_.imports[id].push_back({import, at, version, std::nullopt, {}});
    });
    if (!done) return std::unexpected(done.error());
    return import;
  }
  Status add_imported_file(const std::string& id, ImportId import, const ImportedFile& file) override {
    return write([&] {
      for (Import& one : data_.imports[id])
        if (one.id == import) one.files.push_back(file);
    });
  }
  Result<RunId> add_run(const std::string& id, ImportId import, const std::string& kind, const model::Run& run,
                        const model::Samples& samples) override {
    const RunId number = data_.last_run + 1;
    const Status done = write([&] {
      data_.last_run = number;
      StoredRun stored{number, import, kind, static_cast<std::int64_t>(samples.records()), run};
      stored.run.answers = {};
      data_.runs[id].push_back(std::move(stored));
      data_.samples[{id, number}] = samples;
      for (const std::string& hash : run.sources) data_.source_imports[{number, hash}] = import;
    });
    if (!done) return std::unexpected(done.error());
    return number;
  }
  Status replace_run(const std::string& id, RunId number, ImportId import, const std::string& kind,
                     const model::Run& run, const model::Samples& samples) override {
    for (StoredRun& stored : data_.runs[id]) {
      if (stored.id != number) continue;
      return write([&] {
        StoredRun better{number, import, kind, static_cast<std::int64_t>(samples.records()), run};
        better.run.answers = {};
        better.run.sources = stored.run.sources;
        for (const std::string& hash : run.sources) {
          if (std::ranges::find(better.run.sources, hash) == better.run.sources.end())
            better.run.sources.push_back(hash);
          data_.source_imports.emplace(std::pair(number, hash), import);
        }
        stored = std::move(better);
        data_.samples[{id, number}] = samples;
      });
    }
    return failure("no_such_run", std::to_string(number), "There is no run with that number.");
  }
  Status add_source(const std::string& id, RunId run, ImportId import, const std::string& hash) override {
    return write([&] {
      data_.source_imports.emplace(std::pair(run, hash), import);
      for (StoredRun& stored : data_.runs[id])
        if (stored.id == run && std::ranges::find(stored.run.sources, hash) == stored.run.sources.end())
          stored.run.sources.push_back(hash);
    });
  }
  Result<std::vector<Import>> imports(const std::string& id) override { return data_.imports[id]; }
  Result<Undone> undo_import(const std::string& id, ImportId import, Instant at) override {
    for (Import& one : data_.imports[id]) {
      if (one.id != import) continue;
      if (one.undone_at) return failure("already_undone", std::to_string(import), "That import was taken back before.");
      Undone undone;
      const Status done = write([&] {
        one.undone_at = at;
        std::vector<StoredRun> kept;
        for (StoredRun& stored : data_.runs[id]) {
          if (stored.import != import) {
            std::erase_if(stored.run.sources, [&](const std::string& hash) {
              if (data_.source_imports[{stored.id, hash}] != import) return false;
              undone.unused_originals.push_back(hash);
              return true;
            });
            kept.push_back(std::move(stored));
            continue;
          }
          ++undone.runs;
          data_.samples.erase({id, stored.id});
          for (const std::string& hash : stored.run.sources) undone.unused_originals.push_back(hash);
        }
        data_.runs[id] = std::move(kept);
      });
      if (!done) return std::unexpected(done.error());
      std::ranges::sort(undone.unused_originals);
      const auto again = std::ranges::unique(undone.unused_originals);
      undone.unused_originals.erase(again.begin(), again.end());
      std::erase_if(undone.unused_originals, [&](const std::string& hash) {
        return std::ranges::any_of(data_.runs[id], [&](const StoredRun& stored) {
          return std::ranges::find(stored.run.sources, hash) != stored.run.sources.end();
        });
      });
      return undone;
    }
    return failure("no_such_import", std::to_string(import), "There is no import with that number.");
  }

  Result<std::vector<StoredRun>> runs(const std::string& id) override {
    std::vector<StoredRun> runs = data_.runs[id];
    for (StoredRun& stored : runs) {
      const auto told = data_.told[id].find(stored.run.start);
      if (told == data_.told[id].end()) continue;
      stored.run.answers = told->second.answers;
      if (told->second.session_rpe) stored.run.session_rpe = told->second.session_rpe;
    }
    std::ranges::stable_sort(runs, {}, [](const StoredRun& stored) { return std::pair(stored.run.start, stored.id); });
    return runs;
  }
  Result<model::Samples> samples(const std::string& id, RunId run) override {
    if (const auto held = data_.samples.find({id, run}); held != data_.samples.end()) return held->second;
    return failure("no_such_run", std::to_string(run), "There is no run with that number.");
  }
  Status save_run_day(const std::string& id, RunId run, LocalDay day) override {
    return write([&] {
      for (StoredRun& stored : data_.runs[id])
        if (stored.id == run) stored.run.day = day;
    });
  }
  Status save_told_of_run(const std::string& id, const ToldOfRun& told) override {
    return write([&] { data_.told[id][told.start] = told; });
  }
  Result<std::vector<ToldOfRun>> told_of_runs(const std::string& id) override {
    std::vector<ToldOfRun> all;
    for (const auto& [start, told] : data_.told[id]) all.push_back(told);
    return all;
  }

  Status add_check_in(const std::string& id, const model::CheckIn& value) override {
    return add(data_.check_ins, id, value);
  }
  Result<std::vector<model::CheckIn>> check_ins(const std::string& id) override { return by_time(data_.check_ins[id]); }
  Result<std::vector<model::CheckIn>> check_ins_after(const std::string& id, std::int64_t& last) override {
    const auto& all = data_.check_ins[id];
    const std::vector<model::CheckIn> later(all.begin() + static_cast<std::ptrdiff_t>(last), all.end());
    last = static_cast<std::int64_t>(all.size());
    return by_time(later);
  }
  Status add_advice(const std::string& id, const model::Advice& value) override { return add(data_.advice, id, value); }
  Result<std::vector<model::Advice>> advice(const std::string& id) override { return by_time(data_.advice[id]); }
  Result<CircuitEntryId> add_circuit_entry(const std::string& id, const model::CircuitEntry& value,
                                           std::optional<Instant> at) override {
    const CircuitEntryId number = data_.last_circuit_entry + 1;
    const Status done = write([&] {
      data_.last_circuit_entry = number;
      data_.circuits[id].push_back({number, at, std::nullopt, value});
    });
    if (!done) return std::unexpected(done.error());
    return number;
  }
  Result<std::vector<LoggedExercise>> circuit_log(const std::string& id) override {
    auto all = data_.circuits[id];
    std::ranges::stable_sort(all, {}, [](const LoggedExercise& line) { return line.entry.day; });
    return all;
  }
  Status undo_circuit_entry(const std::string& id, CircuitEntryId number, Instant at) override {
    for (LoggedExercise& line : data_.circuits[id]) {
      if (line.id != number) continue;
      if (line.undone_at) return failure("already_undone", std::to_string(number), "That line was taken back before.");
      return write([&] { line.undone_at = at; });
    }
    return failure("no_such_entry", std::to_string(number), "There is no line with that number.");
  }
  Result<bool> note_page_id(const std::string& id, const std::string& page_id, Instant) override {
    const bool is_new = !data_.page_ids.contains({id, page_id});
    if (!is_new) return false;
    const Status done = write([&] { data_.page_ids.insert({id, page_id}); });
    if (!done) return std::unexpected(done.error());
    return true;
  }
  Result<std::optional<std::string>> page_settings(const std::string& id) override {
    return found(data_.page_settings, id);
  }
  Status save_page_settings(const std::string& id, const std::string& document) override {
    return write([&] { data_.page_settings[id] = document; });
  }
  Status add_plan_move(const std::string& id, const model::PlanMove& move) override {
    return write([&] { data_.plan_moves[id].push_back(move); });
  }
  Result<std::vector<model::PlanMove>> plan_moves(const std::string& id) override { return data_.plan_moves[id]; }
  Status undo_plan_move(const std::string& id, Instant) override {
    if (data_.plan_moves[id].empty())
      return failure("no_such_move", "moves", "No move stands that could be taken back.");
    return write([&] { data_.plan_moves[id].pop_back(); });
  }
  Status add_decision(const std::string& id, const DecisionEntry& value) override {
    return add(data_.decisions, id, value);
  }
  Result<std::vector<DecisionEntry>> decisions(const std::string& id) override { return by_time(data_.decisions[id]); }
  Result<std::optional<DecisionEntry>> latest_decision(const std::string& id) override {
    const auto all = by_time(data_.decisions[id]);
    return all.empty() ? std::nullopt : std::optional(all.back());
  }
  Result<std::optional<Written>> written() override {
    if (inside_) return std::nullopt;
    return Written{written_, written_, written_, 0, written_, written_};
  }
  Result<std::vector<DecisionEntry>> decisions_since(const std::string& id, Instant since) override {
    auto all = by_time(data_.decisions[id]);
    std::erase_if(all, [&](const DecisionEntry& entry) { return entry.at < since; });
    return all;
  }

 private:
  struct Data {
    template <typename T>
    using By = std::map<std::string, T>;
    By<model::Runner> runners;
    By<model::Race> races;
    By<model::Ache> aches;
    By<std::vector<Import>> imports;
    By<std::vector<StoredRun>> runs;
    std::map<std::pair<std::string, RunId>, model::Samples> samples;
    std::map<std::pair<RunId, std::string>, ImportId> source_imports;
    By<std::map<Instant, ToldOfRun>> told;
    By<std::vector<model::CheckIn>> check_ins;
    By<std::vector<model::Advice>> advice;
    By<std::vector<LoggedExercise>> circuits;
    By<std::vector<DecisionEntry>> decisions;
    std::set<std::pair<std::string, std::string>> page_ids;
    By<std::string> page_settings;
    By<std::vector<model::PlanMove>> plan_moves;
    ImportId last_import = 0;
    RunId last_run = 0;
    CircuitEntryId last_circuit_entry = 0;

    [[nodiscard]] std::size_t size() const {
      std::size_t all = runners.size() + races.size() + aches.size() + page_ids.size() + page_settings.size();
      const auto add = [&](const auto& lists) {
        for (const auto& [id, list] : lists) all += list.size();
      };
      add(imports), add(runs), add(told), add(check_ins), add(advice), add(circuits), add(decisions), add(plan_moves);
      return all;
    }
  };

  template <typename T>
  static std::optional<T> found(const std::map<std::string, T>& all, const std::string& id) {
    const auto held = all.find(id);
    return held == all.end() ? std::nullopt : std::optional<T>(held->second);
  }
  template <typename T>
  static std::vector<T> by_time(std::vector<T> all) {
    std::ranges::stable_sort(all, {}, &T::at);
    return all;
  }
  template <typename T>
  Status add(std::map<std::string, std::vector<T>>& all, const std::string& id, const T& value) {
    return write([&] { all[id].push_back(value); });
  }
  Status write(const std::function<void()>& change) {
    if (writes_left_ > 0 && --writes_left_ == 0) return failure("disk_full", "memory", "The disk is full.");
    change();
    ++written_;
    return {};
  }

  Data data_;
  bool inside_ = false;
  int writes_left_ = 0;
  std::int64_t written_ = 0;
};

}  // namespace hipline::app
