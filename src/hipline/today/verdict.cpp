#include "hipline/today/verdict.hpp"

namespace hipline::today {
namespace {

using rules::Level;

/// Moves the verdict to a level that something asks for.
void ask_for(std::optional<Verdict>& verdict, Level wanted, rules::Kind kind) {
  if (!verdict || wanted < verdict->level) {
    verdict = Verdict{wanted, kind};
  } else if (wanted == verdict->level) {
    verdict->kind = rules::stickiest(verdict->kind, kind);
  }
}

}  // namespace

Verdict verdict_of(const triage::Urgency& urgency, const rules::Facts& facts, const std::optional<Lock>& lock,
                   std::optional<Level> last_level) {
  std::optional<Verdict> verdict;
  if (urgency.level) ask_for(verdict, *urgency.level, urgency.kind);
  if (facts.truth("pain_unknown") == rules::Truth::yes && last_level && !rules::is_clinician_level(*last_level) &&
      *last_level < Level::modify) {
    ask_for(verdict, *last_level, rules::Kind::changeable);
  }
  if (!verdict) ask_for(verdict, Level::modify, rules::Kind::changeable);
  if (lock) ask_for(verdict, lock->level, rules::Kind::sticky);
  return *verdict;
}

}  // namespace hipline::today
