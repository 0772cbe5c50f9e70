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

/// The latest check-in before the history's day.
const model::CheckIn* latest_before_today(const model::History& history) {
  const model::CheckIn* latest = nullptr;
  for (const model::CheckIn& check_in : history.check_ins) {
    if (triage::is_told(history, check_in) && check_in.day < history.today) latest = &check_in;
  }
  return latest;
}

}  // namespace

Standing replay(const model::History& history, const Knowledge& knowledge) {
  Standing standing;
  std::vector<const rules::Rule*> all;
  std::vector<const rules::Rule*> locking;
  for (const auto* group : {&knowledge.triage, &knowledge.today}) {
    for (const rules::Rule& rule : *group) {
      all.push_back(&rule);
      if (locks(rule)) locking.push_back(&rule);
    }
  }
  const model::CheckIn* latest = latest_before_today(history);
  model::History then = history;
  Instant locked_at;
  triage::AnswerLog log(knowledge.questions);
  triage::PainTeller pain(history);
  auto unread = history.check_ins.begin();
  for (const model::CheckIn& check_in : history.check_ins) {
    if (!triage::is_told(history, check_in)) continue;
    then.today = check_in.day;
    then.now = check_in.at;
    const model::Advice* permission = triage::standing_permission(then);
    if (standing.lock && permission && permission->at >= locked_at) standing.lock.reset();
    // Check-ins of the same moment count together.
    for (; unread != history.check_ins.end() && triage::is_told(then, *unread); ++unread) log.add(*unread);
    const rules::Facts facts =
        triage::known_facts(then, log, pain.until(then), knowledge.questions, knowledge.parameters);
    const bool was_locked = standing.lock.has_value();
    for (const rules::Rule* rule : locking) {
      if (rules::fires(rule->when, facts) == rules::Truth::yes) tighten(standing.lock, *rule, check_in.day);
    }
    if (standing.lock && !was_locked) locked_at = check_in.at;
    if (&check_in == latest) standing.last_level = triage::weigh(all, facts).level;
  }
  const model::Advice* permission = triage::standing_permission(history);
  if (standing.lock && permission && permission->at >= locked_at) standing.lock.reset();
  return standing;
}

}  // namespace hipline::today
