#include "hipline/app/import/known_runs.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "hipline/importers/duplicates.hpp"

namespace hipline::app {
namespace {

constexpr std::int64_t noon_s = 12 * 3600;

/// How a list would name a file: its folder and itself, without the ending of its packing.
std::string short_name(std::string_view name) {
  if (name.ends_with(".gz")) name.remove_suffix(3);
  const std::size_t last = name.find_last_of('/');
  if (last == std::string_view::npos || last == 0) return std::string(name);
  const std::size_t before = name.find_last_of('/', last - 1);
  return std::string(before == std::string_view::npos ? name : name.substr(before + 1));
}

/// Distances that may be the same: at most 5 % apart, or one of them unknown.
bool as_far(const model::Run& a, const model::Run& b) {
  if (!a.distance || !b.distance) return true;
  constexpr double most = 0.05;
  return std::abs(a.distance->value() - b.distance->value()) <=
         most * std::max(a.distance->value(), b.distance->value());
}

}  // namespace

Status KnownRuns::take_stored(std::vector<StoredRun>&& runs, const Zones& zones, const std::string& zone) {
  for (StoredRun& stored : runs) {
    KnownRun known{.id = stored.id,
                   .import = stored.import,
                   .run = std::move(stored.run),
                   .kind = stored.kind,
                   .file = {},
                   .has_series = stored.records > 0};
    if (!known.has_series && !known.run.file_offset_s) {
      const auto noon = zones.at(zone, known.run.day, noon_s);
      if (!noon) return std::unexpected(noon.error());
      known.only_its_day = *noon == known.run.start;
    }
    add(std::move(known));
  }
  return {};
}

KnownRun& KnownRuns::add(KnownRun known) {
  KnownRun& kept = runs_.emplace_back(std::move(known));
  longest_s_ = std::max(longest_s_, kept.run.elapsed.value());
  by_start_.emplace(kept.run.start, &kept);
  by_day_.emplace(kept.run.day, &kept);
  if (!kept.file.empty()) by_file_.emplace(short_name(kept.file), &kept);
  return kept;
}

void KnownRuns::moved(const KnownRun& known, Instant start_before) {
  longest_s_ = std::max(longest_s_, known.run.elapsed.value());
  for (auto at = by_start_.lower_bound(start_before); at != by_start_.upper_bound(start_before); ++at) {
    if (at->second != &known) continue;
    KnownRun* const same = at->second;
    by_start_.erase(at);
    by_start_.emplace(known.run.start, same);
    return;
  }
}

KnownRun* KnownRuns::same_as(const importers::Activity& activity, const model::Run& run, std::size_t line) {
  if (!activity.described_file.empty()) {
    const auto [first, last] = by_file_.equal_range(short_name(activity.described_file));
    // A file of several sports has several: then the time decides.
    if (first != last && std::next(first) == last) return first->second;
  }
  if (activity.start_known == importers::StartKnown::not_at_all) return nullptr;
  const bool day_alone = activity.start_known == importers::StartKnown::by_day;
  if (!day_alone) {
    // Whatever overlaps begins before this one ends, and not earlier than the longest activity lasts.
    const auto from = by_start_.lower_bound(run.start + -static_cast<std::int64_t>(longest_s_ + 1));
    const auto to = by_start_.upper_bound(run.end());
    for (auto candidate = from; candidate != to; ++candidate)
      if (!candidate->second->only_its_day && importers::same_activity(candidate->second->run, run))
        return candidate->second;
  }
  const auto [first, last] = by_day_.equal_range(run.day);
  for (auto candidate = first; candidate != last; ++candidate) {
    KnownRun& known = *candidate->second;
    if ((day_alone || known.only_its_day) && known.line != line &&
        model::is_run(known.run.sport) == model::is_run(run.sport) && as_far(known.run, run))
      return &known;
  }
  return nullptr;
}

}  // namespace hipline::app
