#include "hipline/today/standing.hpp"

#include <algorithm>

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

/// A lock and when it fell.
struct Locked {
  std::optional<Lock> lock;
  Instant since;

  /// A clinician's permission opens what was locked before it.
  void open_by(const model::Advice* permission) {
    if (lock && permission && permission->at >= since) lock.reset();
  }
};

}  // namespace

std::vector<Standing> replay(const std::vector<const model::History*>& moments, const Knowledge& knowledge) {
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
  std::vector<Standing> standings(moments.size());
  std::vector<std::optional<std::size_t>> latest;
  for (const model::History* moment : moments) latest.push_back(latest_before_today(*moment));

  const model::History& whole = *moments.back();
  model::History then = whole;
  Locked locked;
  triage::AnswerLog log(knowledge.questions);
  triage::PainTeller pain(whole);
  auto unread = whole.check_ins.begin();
  std::size_t reached = 0;
  const auto reach = [&] {
    Locked now = locked;
    now.open_by(triage::standing_permission(*moments[reached]));
    standings[reached++].lock = std::move(now.lock);
  };
  for (std::size_t i = 0; i < whole.check_ins.size(); ++i) {
    const model::CheckIn& check_in = whole.check_ins[i];
    if (!triage::is_told(whole, check_in)) continue;
    while (!triage::is_told(*moments[reached], check_in)) reach();
    then.today = check_in.day;
    then.now = check_in.at;
    locked.open_by(triage::standing_permission(then));
    // Check-ins of the same moment count together.
    for (; unread != whole.check_ins.end() && triage::is_told(then, *unread); ++unread) log.add(*unread);
    rules::Facts facts = triage::known_facts(then, log, pain.until(then), knowledge.questions, knowledge.parameters);
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
      if (latest[moment] == i) standings[moment].last_level = level;
    }
  }
  while (reached < moments.size()) reach();
  return standings;
}

Standing replay(const model::History& history, const Knowledge& knowledge) {
  return replay(std::vector{&history}, knowledge).front();
}

}  // namespace hipline::today
