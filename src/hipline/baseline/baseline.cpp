#include "hipline/baseline/baseline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "hipline/baseline/habits.hpp"
#include "hipline/load/distance.hpp"

namespace hipline::baseline {
namespace {

constexpr double no_cap = std::numeric_limits<double>::infinity();

/// A race that the baseline still points to or has just left behind.
std::optional<model::Race> current_race(const model::History& history, const Parameters& parameters) {
  if (!history.race || history.today - history.race->day > parameters.days_after_race) return std::nullopt;
  return history.race;
}

/// Shares `total` over the days by weight, no day above its cap; what a cap cuts off goes to the others while they have
/// room.
std::array<double, 7> share_out(double total, const std::array<double, 7>& weights, const std::array<double, 7>& caps) {
  std::array<double, 7> shares{};
  std::array<bool, 7> full{};
  double left = total;
  for (int pass = 0; pass < 7; ++pass) {
    double weight = 0;
    for (std::size_t i = 0; i < 7; ++i) weight += full[i] ? 0 : weights[i];
    if (!(weight > 0)) break;
    bool capped = false;
    for (std::size_t i = 0; i < 7; ++i) {
      if (full[i] || !(weights[i] > 0) || left * weights[i] / weight <= caps[i]) continue;
      full[i] = capped = true;
      shares[i] = caps[i];
    }
    if (!capped) {
      for (std::size_t i = 0; i < 7; ++i) {
        if (!full[i]) shares[i] = left * weights[i] / weight;
      }
      break;
    }
    left = total;
    for (std::size_t i = 0; i < 7; ++i) left -= full[i] ? shares[i] : 0;
    left = std::max(left, 0.0);
  }
  return shares;
}

/// Whole hundreds of metres: finer would be false precision.
Metres rounded(double metres) { return Metres(std::round(metres / 100) * 100); }

class Builder {
 public:
  Builder(const model::History& history, const Parameters& parameters)
      : history_(history),
        parameters_(parameters),
        race_(current_race(history, parameters)),
        habits_(habits_of(history, parameters)) {}

  Result<Baseline> build() {
    Baseline baseline;
    baseline.origin = origin();
    baseline.peak_week = habits_.peak_week;
    baseline.longest_30_days = load::longest_run(history_.runs, history_.today).value_or(Metres(0));
    baseline.pace_per_km = habits_.pace_per_km.value_or(Seconds(0));
    for (std::size_t i = 0; i < history_.runner.own_plan.size(); ++i) {
      const auto& planned = history_.runner.own_plan[i];
      if (!session_kind_named(planned.kind)) {
        return failure("unknown_session_kind", "runner.own_plan[" + std::to_string(i) + "].kind",
                       "Write easy, long, quality, race, cross_train or rest instead of `" + planned.kind + "`.");
      }
    }
    const LocalDay last =
        race_ ? race_->day + parameters_.days_after_race : history_.today + (parameters_.days_without_race - 1);
    for (LocalDay day = history_.today; day <= last; day = day + 1) {
      Session session = session_of(day, baseline.origin);
      session.day = day;
      baseline.days.push_back(session);
    }
    return baseline;
  }

 private:
  [[nodiscard]] Origin origin() const {
    const auto& own = history_.runner.own_plan;
    const bool own_ahead =
        std::any_of(own.begin(), own.end(), [&](const auto& planned) { return planned.day >= history_.today; });
    if (own_ahead) return Origin::own_plan;
    const bool known = habits_.runs >= parameters_.runs_needed && habits_.usual_week.value() > 0;
    return known ? Origin::last_weeks : Origin::little_known;
  }

  [[nodiscard]] Session session_of(LocalDay day, Origin origin) const {
    if (race_ && day == race_->day) return race_session();
    if (race_ && day > race_->day) return after_race(day);
    switch (origin) {
      case Origin::own_plan: return from_own_plan(day);
      case Origin::last_weeks: return from_habits(day);
      case Origin::little_known: return cautious(day);
    }
    return {};
  }

  [[nodiscard]] Seconds time_for(Metres distance) const {
    return habits_.pace_per_km ? *habits_.pace_per_km * (distance.value() / 1000) : Seconds(0);
  }
  [[nodiscard]] Metres distance_in(double min) const {
    return habits_.pace_per_km ? rounded(minutes(min) / *habits_.pace_per_km * 1000) : Metres(0);
  }

  [[nodiscard]] Session race_session() const {
    Session session;
    session.kind = SessionKind::race;
    session.distance = race_->distance;
    session.duration = race_->goal.value_or(time_for(race_->distance));
    return session;
  }

  [[nodiscard]] Session easy_minutes(double min) const {
    Session session;
    session.kind = SessionKind::easy;
    session.distance = distance_in(min);
    session.duration = minutes(min);
    return session;
  }

  /// A week of rest and walking, then short easy runs on the usual days (TP-14).
  [[nodiscard]] Session after_race(LocalDay day) const {
    if (day - race_->day <= parameters_.rest_days_after_race || !is_run_day(day)) return {};
    return easy_minutes(parameters_.minutes_after_race);
  }

  [[nodiscard]] bool is_run_day(LocalDay day) const {
    const auto& usual = habits_.run_days;
    if (std::find(usual.begin(), usual.end(), true) != usual.end())
      return usual[static_cast<std::size_t>(day.weekday())];
    return cautious_days()[static_cast<std::size_t>(day.weekday())];
  }

  [[nodiscard]] Session from_own_plan(LocalDay day) const {
    const auto& own = history_.runner.own_plan;
    const auto planned = std::find_if(own.begin(), own.end(), [&](const auto& one) { return one.day == day; });
    Session session;
    session.from_own_plan = true;
    if (planned == own.end()) return session;
    session.kind = *session_kind_named(planned->kind);
    session.hilly = planned->hilly;
    // A race that is not the race of this plan is a fast run.
    if (session.kind == SessionKind::race) session.kind = SessionKind::quality;
    if (!is_running(session.kind)) return session;
    if (planned->distance) {
      session.distance = *planned->distance;
      session.duration = time_for(session.distance);
    } else if (const Metres usual = session.kind == SessionKind::long_run ? habits_.usual_long : habits_.usual_easy;
               usual.value() > 0) {
      session.distance = rounded(usual.value());
      session.duration = time_for(session.distance);
    } else {
      session.duration = minutes(parameters_.cautious_minutes);
    }
    return session;
  }

  /// Evenly spread weekdays, among those the runner has free.
  [[nodiscard]] std::array<bool, 7> cautious_days() const {
    std::vector<int> free = history_.runner.days_available;
    std::sort(free.begin(), free.end());
    if (free.empty()) free = {0, 1, 2, 3, 4, 5, 6};
    std::array<bool, 7> days{};
    const auto wanted = std::min(static_cast<std::size_t>(parameters_.cautious_days_per_week), free.size());
    for (std::size_t i = 0; i < wanted; ++i) days[static_cast<std::size_t>(free[i * free.size() / wanted])] = true;
    return days;
  }

  [[nodiscard]] Session cautious(LocalDay day) const {
    if (!cautious_days()[static_cast<std::size_t>(day.weekday())]) return {};
    Session session;
    session.kind = SessionKind::easy;
    const bool eve = race_ && race_->day - day == 1;
    session.duration = minutes(eve ? std::min(parameters_.day_before_race_minutes, parameters_.cautious_minutes)
                                   : parameters_.cautious_minutes);
    return session;
  }

  /// Which week before the race a day lies in: 1 for 7-1 days before, 2 for 14-8, 3 for 21-15; 0: no taper yet.
  [[nodiscard]] int taper_week(LocalDay day) const {
    if (!race_) return 0;
    const int week = (race_->day - day + 6) / 7;
    return week <= 3 ? week : 0;
  }

  [[nodiscard]] double week_total(int week) const {
    const double peak = habits_.peak_week.value();
    switch (week) {
      case 1: return peak * parameters_.week_1_share;
      case 2: return peak * parameters_.week_2_share;
      case 3: return peak * parameters_.week_3_share;
      default: return habits_.usual_week.value();
    }
  }

  [[nodiscard]] double metres_in(double min) const {
    return habits_.pace_per_km ? minutes(min) / *habits_.pace_per_km * 1000 : no_cap;
  }

  [[nodiscard]] SessionKind kind_of(LocalDay day, int week) const {
    const int weekday = day.weekday();
    if (!habits_.run_days[static_cast<std::size_t>(weekday)]) return SessionKind::rest;
    if (weekday == habits_.long_weekday && week != 1) return SessionKind::long_run;
    const bool far_enough = !race_ || race_->day - day >= parameters_.quality_days_before_race;
    if (habits_.quality_weekday == weekday && far_enough) return SessionKind::quality;
    return SessionKind::easy;
  }

  /// The share of a whole week, each weekday once, that falls on `day`. The days already gone keep theirs: nothing is
  /// made up.
  [[nodiscard]] Session from_habits(LocalDay day) const {
    const int week = taper_week(day);
    Session session;
    session.kind = kind_of(day, week);
    if (!is_running(session.kind)) return session;

    const auto run_days = std::count(habits_.run_days.begin(), habits_.run_days.end(), true);
    const double long_share = run_days > 1 && week != 1 ? habits_.long_share : 1.0 / static_cast<double>(run_days);
    std::array<double, 7> weights{};
    std::array<double, 7> caps{};
    for (int weekday = 0; weekday < 7; ++weekday) {
      const auto at = static_cast<std::size_t>(weekday);
      if (!habits_.run_days[at]) continue;
      const bool is_long = weekday == habits_.long_weekday;
      weights[at] = is_long ? long_share : (1 - long_share) / static_cast<double>(std::max<long>(run_days - 1, 1));
      caps[at] = habits_.longest.value();
      if (week == 2) caps[at] = std::min(caps[at], metres_in(parameters_.week_2_long_minutes));
      if (week == 1) caps[at] = std::min(caps[at], metres_in(parameters_.week_1_run_minutes));
      if (week == 1 && weekday == (race_->day - 1).weekday()) {
        caps[at] = std::min(caps[at], metres_in(parameters_.day_before_race_minutes));
      }
    }
    session.distance = rounded(share_out(week_total(week), weights, caps)[static_cast<std::size_t>(day.weekday())]);
    session.duration = time_for(session.distance);
    session.hilly = habits_.hilly;
    return session;
  }

  const model::History& history_;
  const Parameters& parameters_;
  std::optional<model::Race> race_;
  Habits habits_;
};

}  // namespace

Result<Baseline> make_baseline(const model::History& history, const Parameters& parameters) {
  return Builder(history, parameters).build();
}

const Session* session_on(const Baseline& baseline, LocalDay day) {
  if (baseline.days.empty() || day < baseline.days.front().day || day > baseline.days.back().day) return nullptr;
  return &baseline.days[static_cast<std::size_t>(day - baseline.days.front().day)];
}

}  // namespace hipline::baseline
