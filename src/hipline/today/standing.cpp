#include "hipline/today/standing.hpp"

#include <algorithm>
#include <span>

#include "hipline/rules/evaluation.hpp"
#include "hipline/triage/answers.hpp"
#include "hipline/triage/facts.hpp"
#include "hipline/triage/urgency.hpp"

namespace hipline::today {
namespace {

using rules::Level;

/// Whether a rule that fired once goes on standing, however the answers change.
bool locks(const rules::Rule& rule) {
  const auto level = rules::level_of(rule);
  return level && rules::is_clinician_level(*level) && rule.kind == rules::Kind::sticky;
}

void tighten(std::optional<Lock>& lock, const rules::Rule& rule, LocalDay day) {
  const Level level = *rules::level_of(rule);
  if (!lock) lock = Lock{day, level, {}};
  if (level < lock->level) {
    lock->level = level;
    lock->rules.clear();
  }
  if (level == lock->level && std::find(lock->rules.begin(), lock->rules.end(), rule.id) == lock->rules.end())
    lock->rules.push_back(rule.id);
}

/// The place of the latest check-in before the history's day.
std::optional<std::size_t> latest_before_today(const model::History& history) {
  std::optional<std::size_t> latest;
  for (std::size_t i = 0; i < history.check_ins.size(); ++i) {
    if (triage::is_told(history, history.check_ins[i]) && history.check_ins[i].day < history.today) latest = i;
  }
  return latest;
}

/// A clinician's permission opens what was locked before it.
void open_by(const model::Advice* permission, Locked& locked) {
  if (locked.lock && permission && permission->at >= locked.since) locked.lock.reset();
}

/// What a moment knows. Without an hour it is counted in days, and what a journey left on a later day is not told yet
/// though its hour has come: then the story is read from its beginning.
triage::Told told_by(const model::History& moment, const triage::Told& so_far, const Knowledge& knowledge) {
  const auto is_later = [&](const auto& one) { return one.day > moment.today; };
  if (!moment.now && (std::ranges::any_of(moment.check_ins, is_later) || std::ranges::any_of(moment.runs, is_later)))
    return triage::told(moment, knowledge.questions);
  triage::Told told = so_far;
  told.go_on_to(moment);
  return told;
}

/// The items up to a moment are the same in both lists.
template <typename T, typename IsEarly>
bool same_early(const SharedList<T>& a, const SharedList<T>& b, const IsEarly& is_early) {
  if (a.shares(b)) return true;
  auto one = a.begin();
  auto other = b.begin();
  while (true) {
    one = std::find_if(one, a.end(), is_early);
    other = std::find_if(other, b.end(), is_early);
    if (one == a.end() || other == b.end()) return one == a.end() && other == b.end();
    if (!(*one++ == *other++)) return false;
  }
}

/// Whether all that was replayed for the milestone would be replayed again just so.
bool still_holds(const Milestone& milestone, const model::History& history) {
  const model::History& then = milestone.history;
  const std::size_t replayed = milestone.told.read();
  const auto& check_ins = history.check_ins;
  if (check_ins.size() < replayed) return false;
  if (!check_ins.shares(then.check_ins) &&
      !std::equal(check_ins.begin(), check_ins.begin() + static_cast<std::ptrdiff_t>(replayed), then.check_ins.begin()))
    return false;
  const model::CheckIn& last = then.check_ins[replayed - 1];
  // Check-ins of the same moment count together.
  if (check_ins.size() > replayed && check_ins[replayed].at <= last.at) return false;
  const LocalDay latest_day =
      std::ranges::max(std::span(then.check_ins.items()).first(replayed), {}, &model::CheckIn::day).day;
  return history.runner == then.runner && history.race == then.race && history.ache == then.ache &&
         same_early(history.runs, then.runs, [&](const model::Run& run) { return run.start <= last.at; }) &&
         same_early(history.advice, then.advice, [&](const model::Advice& said) { return said.at <= last.at; }) &&
         same_early(history.circuits, then.circuits,
                    [&](const model::CircuitEntry& done) { return done.day <= latest_day; });
}

/// The check-ins that every moment knows and that decide nothing by themselves any more.
std::size_t settled(const std::vector<const model::History*>& moments,
                    const std::vector<std::optional<std::size_t>>& latest) {
  const auto& check_ins = moments.front()->check_ins;
  const auto untold = std::ranges::find_if_not(check_ins, [&](const model::CheckIn& check_in) {
    return std::ranges::all_of(moments, [&](const auto* moment) { return triage::is_told(*moment, check_in); });
  });
  auto count = static_cast<std::size_t>(untold - check_ins.begin());
  for (const auto& place : latest) {
    if (place) count = std::min(count, *place);
  }
  return count;
}

}  // namespace

std::vector<Standing> replay(const std::vector<const model::History*>& moments, const Knowledge& knowledge,
                             std::optional<Milestone>& milestone) {
  std::vector<const rules::Rule*> all;
  std::vector<const rules::Rule*> locking;
  for (const auto* group : {&knowledge.triage, &knowledge.today}) {
    for (const rules::Rule& rule : *group) {
      all.push_back(&rule);
      if (locks(rule)) locking.push_back(&rule);
    }
  }
  const bool locks_unanswered = std::ranges::any_of(locking, [](const rules::Rule* rule) {
    return rules::names_fact(rule->when, [](std::string_view fact) { return fact == triage::screening_question_open; });
  });
  std::vector<std::optional<std::size_t>> latest;
  for (const model::History* moment : moments) latest.push_back(latest_before_today(*moment));
  std::vector<std::optional<rules::Level>> last_levels(moments.size());

  const model::History& whole = *moments.back();
  const std::size_t next_milestone = settled(moments, latest);
  if (milestone && (milestone->told.read() > next_milestone || !still_holds(*milestone, whole))) milestone.reset();
  Locked locked = milestone ? milestone->locked : Locked{};
  triage::Told told = milestone ? milestone->told : triage::Told(knowledge.questions);
  model::History then = whole;
  std::vector<Standing> standings;
  const auto reach = [&] {
    const model::History& moment = *moments[standings.size()];
    Locked now = locked;
    open_by(triage::standing_permission(moment), now);
    standings.push_back({told_by(moment, told, knowledge), std::move(now.lock)});
  };
  for (std::size_t i = told.read(); i < whole.check_ins.size(); ++i) {
    const model::CheckIn& check_in = whole.check_ins[i];
    if (!triage::is_told(whole, check_in)) continue;
    while (!triage::is_told(*moments[standings.size()], check_in)) reach();
    if (i > 0 && i == next_milestone && i == told.read() && !(milestone && milestone->told.read() == i))
      milestone = Milestone{whole, told, locked};
    then.today = check_in.day;
    then.now = check_in.at;
    open_by(triage::standing_permission(then), locked);
    // Check-ins of the same moment count together.
    told.go_on_to(then);
    rules::Facts facts = triage::known_facts(then, told, knowledge.questions, knowledge.parameters);
    const bool is_latest = std::ranges::find(latest, std::optional(i)) != latest.end();
    // Asked of each of thousands of mornings, an open question would cost more than all the rest.
    if (is_latest || locks_unanswered) triage::add_open_screening(knowledge.questions, facts);
    const bool was_locked = locked.lock.has_value();
    for (const rules::Rule* rule : locking) {
      if (rules::fires(rule->when, facts) == rules::Truth::yes) tighten(locked.lock, *rule, check_in.day);
    }
    if (locked.lock && !was_locked) locked.since = check_in.at;
    if (!is_latest) continue;
    const auto level = triage::weigh(all, facts).level;
    for (std::size_t moment = 0; moment < moments.size(); ++moment) {
      if (latest[moment] == i) last_levels[moment] = level;
    }
  }
  while (standings.size() < moments.size()) reach();
  for (std::size_t moment = 0; moment < moments.size(); ++moment) standings[moment].last_level = last_levels[moment];
  return standings;
}

Standing replay(const model::History& history, const Knowledge& knowledge) {
  std::optional<Milestone> none;
  return std::move(replay(std::vector{&history}, knowledge, none).front());
}

}  // namespace hipline::today
