#include "hipline/app/ports/store.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "hipline/app/ports/kept_history.hpp"

namespace hipline::app {
namespace {

constexpr std::array<const char*, 6> verdict_words = {"run",       "other_sport", "not_an_activity",
                                                      "duplicate", "salvaged",    "refused"};

}  // namespace

const char* word(FileVerdict verdict) { return verdict_words[static_cast<std::size_t>(verdict)]; }

std::optional<FileVerdict> file_verdict(std::string_view text) {
  for (std::size_t i = 0; i < verdict_words.size(); ++i)
    if (text == verdict_words[i]) return static_cast<FileVerdict>(i);
  return std::nullopt;
}

std::vector<bool> which_count(const std::vector<LoggedExercise>& log) {
  // Of each day and exercise the latest line that stands.
  std::map<std::pair<LocalDay, std::string_view>, CircuitEntryId> latest;
  for (const LoggedExercise& line : log) {
    if (line.undone_at) continue;
    CircuitEntryId& id = latest[{line.entry.day, line.entry.exercise}];
    id = std::max(id, line.id);
  }
  std::vector<bool> count;
  for (const LoggedExercise& line : log)
    count.push_back(!line.undone_at && latest.at({line.entry.day, line.entry.exercise}) == line.id);
  return count;
}

std::vector<model::CircuitEntry> counting(const std::vector<LoggedExercise>& log) {
  const std::vector<bool> counts = which_count(log);
  std::vector<model::CircuitEntry> entries;
  for (std::size_t i = 0; i < log.size(); ++i)
    if (counts[i]) entries.push_back(log[i].entry);
  std::ranges::stable_sort(entries, {}, &model::CircuitEntry::day);
  return entries;
}

Result<model::History> Store::history(const std::string& runner_id, LocalDay today, std::optional<Instant> now) {
  return KeptHistory().read(runner_id, today, now, *this);
}

}  // namespace hipline::app
