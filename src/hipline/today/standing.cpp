#include "hipline/today/standing.hpp"

#include <algorithm>

#include "hipline/triage/facts.hpp"
#include "hipline/triage/urgency.hpp"

namespace hipline::today {
namespace {

std::vector<const rules::Rule*> all_rules(const Knowledge& knowledge) {
  std::vector<const rules::Rule*> all;
  for (const rules::Rule& rule : knowledge.triage) all.push_back(&rule);
  for (const rules::Rule& rule : knowledge.today) all.push_back(&rule);
  return all;
}

void tighten(std::optional<Lock>& lock, const triage::Urgency& urgency, LocalDay day) {
  for (const triage::AnsweredRule& answered : urgency.fired) {
    const auto level = rules::level_of(*answered.rule);
    if (!level || !rules::is_clinician_level(*level) || answered.rule->kind != rules::Kind::sticky) continue;
    if (!lock) lock = Lock{day, *level, {}};
    if (*level < lock->level) {
      lock->level = *level;
      lock->rules.clear();
    }
    if (*level == lock->level &&
        std::find(lock->rules.begin(), lock->rules.end(), answered.rule->id) == lock->rules.end()) {
      lock->rules.push_back(answered.rule->id);
    }
  }
}

}  // namespace

Standing replay(const model::History& history, const Knowledge& knowledge) {
  Standing standing;
  const auto rules = all_rules(knowledge);
  model::History then = history;
  Instant locked_at;
  triage::AnswerLog log(knowledge.questions);
  auto unread = history.check_ins.begin();
  for (const model::CheckIn& check_in : history.check_ins) {
    if (history.now ? check_in.at > *history.now : check_in.day > history.today) continue;
    then.today = check_in.day;
    then.now = check_in.at;
    const model::Advice* permission = triage::standing_permission(then);
    if (standing.lock && permission && permission->at >= locked_at) standing.lock.reset();
    // Check-ins of the same moment count together.
    for (; unread != history.check_ins.end() && triage::is_told(then, *unread); ++unread) log.add(*unread);
    const auto named = triage::named_facts(then, log, knowledge.questions, knowledge.parameters);
    const triage::Urgency urgency = triage::weigh(rules, named.facts);
    const bool was_locked = standing.lock.has_value();
    tighten(standing.lock, urgency, check_in.day);
    if (standing.lock && !was_locked) locked_at = check_in.at;
    if (check_in.day < history.today) standing.last_level = urgency.level;
  }
  const model::Advice* permission = triage::standing_permission(history);
  if (standing.lock && permission && permission->at >= locked_at) standing.lock.reset();
  return standing;
}

}  // namespace hipline::today
