#include "hipline/plan/moves.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hipline::plan {
namespace {

using baseline::SessionKind;

/// Below this a day is the same day: distances are given to the half kilometre.
constexpr Metres grain{100};

const DayPlan* day_of(const Plan& plan, LocalDay day) {
  const auto found = std::ranges::find(plan.days, day, &DayPlan::day);
  return found == plan.days.end() ? nullptr : &*found;
}

bool differs(const DayPlan& a, const DayPlan& b) {
  return a.kind != b.kind || std::abs(a.distance.value() - b.distance.value()) >= grain.value() ||
         a.duration != b.duration || a.circuit.any != b.circuit.any || a.circuit.focus != b.circuit.focus ||
         a.circuit.rounds != b.circuit.rounds || a.flat != b.flat || a.easy_only != b.easy_only;
}

/// How much a kind of day asks of the body.
int demand(SessionKind kind) {
  switch (kind) {
    case SessionKind::rest: return 0;
    case SessionKind::cross_train: return 1;
    case SessionKind::easy: return 2;
    case SessionKind::long_run: return 3;
    case SessionKind::quality: return 4;
    case SessionKind::race: break;
  }
  return 5;
}

/// Whether a session came out smaller at its new place than it stood at the old one.
bool was_cut(const DayPlan& stood, const DayPlan& stands) {
  if (!baseline::is_running(stood.kind)) return false;
  if (!baseline::is_running(stands.kind) || demand(stands.kind) < demand(stood.kind)) return true;
  if (stood.distance.value() > 0) return stands.distance.value() < stood.distance.value() - grain.value();
  return stands.duration < stood.duration;
}

/// A run that a must would cut at its new place, and did not cut at the old one, may not be moved there. One that comes
/// out smaller only because the hip allows less so early is not refused: it shows as a change.
void look_at_session(const DayPlan& stood, const DayPlan& stands, std::vector<Objection>& refused) {
  if (!was_cut(stood, stands)) return;
  for (const std::string& rule : stands.held_by) {
    const bool held_before = std::ranges::find(stood.held_by, rule) != stood.held_by.end();
    if (!held_before) refused.push_back({rule, stands.day, std::nullopt});
  }
}

/// Today's answer stays on top: where it asks for care, today may get smaller by a move, never larger.
void look_at_today(const Outlook& before, const Outlook& after, std::vector<Objection>& refused) {
  const auto leading = [](const today::Decision& decision) {
    return decision.because.empty() ? std::string() : decision.because.front();
  };
  const LocalDay today = before.decision.day;
  if (after.decision.level > before.decision.level) {
    refused.push_back({leading(before.decision), today, std::nullopt});
    return;
  }
  if (before.decision.level == rules::Level::as_planned) return;
  const today::TodaySession& was = before.decision.session;
  const today::TodaySession& is = after.decision.session;
  const bool more = demand(is.kind) > demand(was.kind) || is.distance.value() > was.distance.value() + grain.value() ||
                    (baseline::is_running(is.kind) && is.duration.value() > was.duration.value() + 60);
  if (more) refused.push_back({leading(before.decision), today, std::nullopt});
}

bool misses_more(const UnmetAim& now, const UnmetAim& before) {
  return std::abs(now.got - now.wanted) > std::abs(before.got - before.wanted) + 1e-9;
}

}  // namespace

void move_days(baseline::Baseline& baseline, const std::vector<model::PlanMove>& moves) {
  const auto session_of = [&](LocalDay day) {
    const auto found = std::ranges::find(baseline.days, day, &baseline::Session::day);
    return found == baseline.days.end() ? nullptr : &*found;
  };
  for (const model::PlanMove& move : moves) {
    baseline::Session* one = session_of(move.day);
    baseline::Session* other = session_of(move.to);
    if (!one || !other || one == other) continue;
    if (one->kind == SessionKind::race || other->kind == SessionKind::race) continue;
    std::swap(*one, *other);
    std::swap(one->day, other->day);
  }
}

MoveJudgement judge_move(const model::PlanMove& move, const Outlook& before, const Outlook& after) {
  MoveJudgement judgement;
  const DayPlan* from_before = day_of(before.plan, move.day);
  const DayPlan* to_before = day_of(before.plan, move.to);
  const DayPlan* from_after = day_of(after.plan, move.day);
  const DayPlan* to_after = day_of(after.plan, move.to);
  if (from_before && to_before && from_after && to_after) {
    look_at_session(*from_before, *to_after, judgement.refused);
    look_at_session(*to_before, *from_after, judgement.refused);
  }
  look_at_today(before, after, judgement.refused);
  for (const UnmetAim& aim : after.plan.unmet) {
    const auto same = std::ranges::find_if(before.plan.unmet, [&](const UnmetAim& one) {
      return one.rule == aim.rule && one.day == aim.day && one.what == aim.what;
    });
    if (same == before.plan.unmet.end() || misses_more(aim, *same)) judgement.bends.push_back({aim.rule, aim.day, aim});
  }
  for (const DayPlan& day : after.plan.days) {
    const DayPlan* was = day_of(before.plan, day.day);
    if (was && differs(*was, day)) judgement.changes.push_back({*was, day});
  }
  return judgement;
}

}  // namespace hipline::plan
