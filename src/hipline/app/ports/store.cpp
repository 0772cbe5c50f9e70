#include "hipline/app/ports/store.hpp"

#include <algorithm>
#include <array>

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
  std::vector<bool> count;
  for (const LoggedExercise& line : log) {
    const bool corrected = std::ranges::any_of(log, [&](const LoggedExercise& later) {
      return !later.undone_at && later.id > line.id && later.entry.day == line.entry.day &&
             later.entry.exercise == line.entry.exercise;
    });
    count.push_back(!line.undone_at && !corrected);
  }
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
  model::History history;
  history.today = today;
  history.now = now;

  auto who = runner(runner_id);
  if (!who) return std::unexpected(who.error());
  if (*who) history.runner = std::move(**who);
  history.runner.id = runner_id;

  auto goal = race(runner_id);
  if (!goal) return std::unexpected(goal.error());
  history.race = std::move(*goal);

  auto complaint = ache(runner_id);
  if (!complaint) return std::unexpected(complaint.error());
  history.ache = std::move(*complaint);

  const auto known = [&](LocalDay day, std::optional<Instant> at) {
    return day <= today && !(now && at && *at > *now);
  };

  auto activities = runs(runner_id);
  if (!activities) return std::unexpected(activities.error());
  for (StoredRun& stored : *activities)
    if (known(stored.run.day, stored.run.end())) history.runs.push_back(std::move(stored.run));

  auto told = check_ins(runner_id);
  if (!told) return std::unexpected(told.error());
  for (model::CheckIn& check_in : *told)
    if (known(check_in.day, check_in.at)) history.check_ins.push_back(std::move(check_in));

  auto said = advice(runner_id);
  if (!said) return std::unexpected(said.error());
  for (model::Advice& one : *said)
    if (known(one.day, one.at)) history.advice.push_back(std::move(one));

  const auto done = circuit_log(runner_id);
  if (!done) return std::unexpected(done.error());
  for (model::CircuitEntry& entry : counting(*done))
    if (known(entry.day, std::nullopt)) history.circuits.push_back(std::move(entry));

  return history;
}

}  // namespace hipline::app
