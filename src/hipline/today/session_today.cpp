#include "hipline/today/session_today.hpp"

#include <algorithm>
#include <cmath>

namespace hipline::today {
namespace {

using baseline::SessionKind;

bool has(const std::vector<std::string>& tags, const char* wanted) {
  return std::find(tags.begin(), tags.end(), wanted) != tags.end();
}

template <typename Apply>
void for_each_limit(const Decision& decision, const char* name, const Apply& apply) {
  for (const rules::Limit& limit : decision.limits) {
    if (limit.name == name) apply(limit.value);
  }
}

/// Down to the half kilometre: nobody runs 7.43 km, and rounding up would pass a limit.
Metres to_half_km(Metres distance) { return Metres(std::floor(distance.value() / 500.0) * 500.0); }

void scale_to(TodaySession& session, Metres distance) {
  if (session.distance.value() > 0) session.duration = session.duration * (distance / session.distance);
  session.distance = distance;
}

TodaySession cross_training(const Decision& decision, const rules::Parameters& parameters) {
  TodaySession session;
  session.kind = SessionKind::cross_train;
  const Seconds usual = decision.as_planned.duration;
  session.duration = usual.value() > 0 ? std::min(usual, minutes(parameters.value("today.cross_train_most_min")))
                                       : minutes(parameters.value("today.cross_train_usual_min"));
  session.easy_only = true;
  name_effort(session, parameters);
  return session;
}

}  // namespace

double distance_share(const Decision& decision, double pain_step) {
  double share = pain_step;
  for_each_limit(decision, "distance_factor_max", [&](double most) { share = std::min(share, most); });
  for_each_limit(decision, "step_factor", [&](double factor) { share *= factor; });
  return share;
}

void name_effort(TodaySession& session, const rules::Parameters& parameters) {
  session.effort_low = session.effort_high = 0;
  if (session.kind == SessionKind::rest || session.kind == SessionKind::race) return;
  const bool fast = session.kind == SessionKind::quality && !session.easy_only;
  const bool far = session.kind == SessionKind::long_run && !session.easy_only;
  session.effort_low = parameters.value(fast ? "today.effort_quality_low" : "today.effort_easy_low");
  session.effort_high = parameters.value(fast  ? "today.effort_quality_high"
                                         : far ? "today.effort_long_high"
                                               : "today.effort_easy_high");
}

TodaySession session_of_baseline(const baseline::Session& planned, const rules::Parameters& parameters) {
  TodaySession session;
  session.kind = planned.kind;
  session.distance = planned.distance;
  session.duration = planned.duration;
  session.hilly = planned.hilly;
  session.stop_above_pain = static_cast<int>(parameters.value("pain.acceptable_highest"));
  name_effort(session, parameters);
  return session;
}

TodaySession session_at(rules::Level level, const Decision& decision, double pain_step, Metres longest_30_days,
                        const rules::Parameters& parameters) {
  if (level <= rules::Level::rest) return {};
  if (level == rules::Level::cross_train) return cross_training(decision, parameters);

  TodaySession session = session_of_baseline(decision.as_planned, parameters);
  if (!baseline::is_running(session.kind)) return session;

  const bool modify = level == rules::Level::modify;
  session.flat = modify || has(decision.forbidden, "hills");
  session.hilly = session.hilly && !session.flat;
  session.easy_only = modify || has(decision.forbidden, "speed");
  const bool is_race = session.kind == SessionKind::race;
  if (session.kind == SessionKind::quality && session.easy_only) session.kind = SessionKind::easy;
  name_effort(session, parameters);

  if (modify && !is_race) {
    session.step = distance_share(decision, pain_step);
    if (session.distance.value() > 0) {
      scale_to(session, to_half_km(session.distance * session.step));
    } else {
      session.duration = session.duration * session.step;
    }
  }
  if (!is_race && longest_30_days.value() > 0) {
    for_each_limit(decision, "spike_max", [&](double factor) {
      const Metres most = to_half_km(longest_30_days * factor);
      if (session.distance > most) scale_to(session, most);
    });
  }
  const bool walk_run = modify && session.step <= parameters.value("pain.step_walk_run");
  if (walk_run) {
    session.run_minutes = static_cast<int>(parameters.value("today.walk_run_run_min"));
    session.walk_minutes = static_cast<int>(parameters.value("today.walk_run_walk_min"));
  } else if (modify || has(decision.required, "walk_breaks")) {
    session.run_minutes = static_cast<int>(parameters.value("today.walk_break_run_min"));
    session.walk_minutes = static_cast<int>(parameters.value("today.walk_break_walk_min"));
  }
  return session;
}

}  // namespace hipline::today
