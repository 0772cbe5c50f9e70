#include "hipline/app/ports/kept_history.hpp"

#include <algorithm>

namespace hipline::app {
namespace {

/// The items that count; the list itself where all of them do.
template <typename T, typename Counts>
SharedList<T> only(const SharedList<T>& all, const Counts& counts) {
  if (std::ranges::all_of(all, counts)) return all;
  std::vector<T> some;
  std::ranges::copy_if(all, std::back_inserter(some), counts);
  return some;
}

/// Puts check-ins told later where they belong in time; at the same moment the one that was kept first comes first.
void add(std::vector<model::CheckIn> later, SharedList<model::CheckIn>& all) {
  if (later.empty()) return;
  auto& list = all.edit();
  const auto old = static_cast<std::ptrdiff_t>(list.size());
  std::ranges::move(later, std::back_inserter(list));
  std::inplace_merge(list.begin(), list.begin() + old, list.end(),
                     [](const model::CheckIn& a, const model::CheckIn& b) { return a.at < b.at; });
}

}  // namespace

Result<model::History> KeptHistory::read(const std::string& runner_id, LocalDay today, std::optional<Instant> now,
                                         Store& store) {
  if (everything_.runner.id != runner_id) *this = {};
  everything_.runner.id = runner_id;
  // Asked before anything is read: what is written meanwhile is read again next time.
  const auto written = store.written();
  if (!written) return std::unexpected(written.error());
  if (const Status done = bring_up_to_date(store, *written); !done) {
    *this = {};
    return std::unexpected(done.error());
  }
  return known(today, now);
}

Status KeptHistory::bring_up_to_date(Store& store, const std::optional<Written>& written) {
  const std::string id = everything_.runner.id;
  const auto is_new = [&](std::int64_t Written::*part) {
    return !written || !written_ || (*written).*part != (*written_).*part;
  };
  if (is_new(&Written::profile)) {
    auto runner = store.runner(id);
    if (!runner) return std::unexpected(runner.error());
    everything_.runner = runner->value_or(model::Runner());
    everything_.runner.id = id;
    auto race = store.race(id);
    if (!race) return std::unexpected(race.error());
    everything_.race = std::move(*race);
    auto ache = store.ache(id);
    if (!ache) return std::unexpected(ache.error());
    everything_.ache = std::move(*ache);
  }
  if (is_new(&Written::runs)) {
    auto runs = store.runs(id);
    if (!runs) return std::unexpected(runs.error());
    std::vector<model::Run> all;
    for (StoredRun& stored : *runs) all.push_back(std::move(stored.run));
    everything_.runs = std::move(all);
  }
  if (is_new(&Written::check_ins_changed)) {
    everything_.check_ins.clear();
    last_check_in_ = 0;
  }
  if (is_new(&Written::check_ins) || is_new(&Written::check_ins_changed)) {
    auto later = store.check_ins_after(id, last_check_in_);
    if (!later) return std::unexpected(later.error());
    add(std::move(*later), everything_.check_ins);
  }
  if (is_new(&Written::advice)) {
    auto advice = store.advice(id);
    if (!advice) return std::unexpected(advice.error());
    everything_.advice = std::move(*advice);
  }
  if (is_new(&Written::circuits)) {
    const auto log = store.circuit_log(id);
    if (!log) return std::unexpected(log.error());
    everything_.circuits = counting(*log);
  }
  written_ = written;
  return {};
}

model::History KeptHistory::known(LocalDay today, std::optional<Instant> now) const {
  model::History history = everything_;
  history.today = today;
  history.now = now;
  const auto is_known = [&](LocalDay day, Instant at) { return day <= today && !(now && at > *now); };
  history.runs = only(history.runs, [&](const model::Run& run) { return is_known(run.day, run.end()); });
  history.check_ins = only(history.check_ins, [&](const model::CheckIn& one) { return is_known(one.day, one.at); });
  history.advice = only(history.advice, [&](const model::Advice& one) { return is_known(one.day, one.at); });
  history.circuits = only(history.circuits, [&](const model::CircuitEntry& one) { return one.day <= today; });
  return history;
}

}  // namespace hipline::app
