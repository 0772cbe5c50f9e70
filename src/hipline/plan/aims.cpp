#include <algorithm>
#include <map>

#include "hipline/load/distance.hpp"
#include "hipline/plan/draft.hpp"
#include "hipline/plan/words.hpp"

namespace hipline::plan {
namespace {

using baseline::SessionKind;

/// Rounding each day to 100 m moves a week by less than this share.
constexpr double rounding = 0.005;

/// Some days in a row, both ends included.
struct Stretch {
  LocalDay first;
  LocalDay last;
};

class Aims {
 public:
  explicit Aims(const Draft& draft) : draft_(draft), input_(draft.input) {}

  std::vector<UnmetAim> unmet() {
    for (const rules::Rule* rule : draft_.rules) {
      if (rule->binding != rules::Binding::aim) continue;
      const std::vector<LocalDay> days = days_fired(*rule);
      if (days.empty()) continue;
      for (const rules::Outcome& outcome : rule->then) {
        if (const auto* limit = std::get_if<rules::Limit>(&outcome)) check_limit(*rule, *limit, days);
        if (const auto* require = std::get_if<rules::Require>(&outcome)) check_requirement(*rule, require->tag, days);
      }
    }
    return std::move(unmet_);
  }

 private:
  [[nodiscard]] std::vector<LocalDay> days_fired(const rules::Rule& rule) const {
    std::vector<LocalDay> days;
    for (const DraftDay& day : draft_.days) {
      const bool fired = std::any_of(day.rules.all().begin(), day.rules.all().end(), [&](const DayRule& day_rule) {
        return day_rule.rule == &rule && day_rule.fires == rules::Truth::yes;
      });
      if (fired) days.push_back(day.plan.day);
    }
    return days;
  }

  /// The whole weeks before the race, counted back from it, that the days lie in; without a race, weeks from today.
  [[nodiscard]] std::vector<Stretch> weeks_of(const std::vector<LocalDay>& days) const {
    std::vector<Stretch> weeks;
    for (const LocalDay day : days) {
      const auto to_race = days_to_race(draft_, day);
      const bool counted_back = to_race && *to_race >= 1;
      const LocalDay first = counted_back ? draft_.race->day - ((*to_race - 1) / 7 + 1) * 7
                                          : input_.history.today + (day - input_.history.today) / 7 * 7;
      if (weeks.empty() || weeks.back().first != first) weeks.push_back({first, first + 6});
    }
    return weeks;
  }

  /// What was run and what is planned, the race left out.
  [[nodiscard]] double metres(Stretch stretch) const {
    double sum =
        load::distance_between(input_.history.runs, stretch.first, std::min(stretch.last, input_.history.today - 1))
            .known.value();
    for (const DraftDay& day : draft_.days) {
      if (in(stretch, day.plan.day) && day.plan.kind != SessionKind::race) sum += day.plan.running().value();
    }
    return sum;
  }

  static bool in(Stretch stretch, LocalDay day) { return day >= stretch.first && day <= stretch.last; }

  template <typename Counts>
  [[nodiscard]] int count(Stretch stretch, const Counts& counts) const {
    int found = 0;
    for (const DraftDay& day : draft_.days) found += in(stretch, day.plan.day) && counts(day);
    return found;
  }

  void check_limit(const rules::Rule& rule, const rules::Limit& limit, const std::vector<LocalDay>& days) {
    if (limit.name == words::week_share_min || limit.name == words::week_share_max) {
      for (const Stretch week : weeks_of(days)) check_share(rule, limit, week, 1);
    } else if (limit.name == words::two_weeks_share_min || limit.name == words::two_weeks_share_max) {
      if (draft_.race) check_share(rule, limit, {draft_.race->day - 14, draft_.race->day - 1}, 2);
    } else if (limit.name == words::hip_days_min) {
      check_hip_days(rule, limit, days);
    }
  }

  void check_share(const rules::Rule& rule, const rules::Limit& limit, Stretch stretch, int peak_weeks) {
    const double peak = input_.baseline.peak_week.value() * peak_weeks;
    if (!(peak > 0)) {
      add(rule, limit.name, stretch, limit.value, 0, "little_known");
      return;
    }
    const double share = metres(stretch) / peak;
    const bool at_least = limit.name.ends_with("_min");
    if (at_least ? share >= limit.value - rounding : share <= limit.value + rounding) return;
    add(rule, limit.name, stretch, limit.value, share, at_least ? what_took_runs(stretch) : what_added(stretch));
  }

  void check_hip_days(const rules::Rule& rule, const rules::Limit& limit, const std::vector<LocalDay>& days) {
    // Seven days in a row that the rule speaks of; shorter stretches cannot hold what it asks of a week.
    for (std::size_t from = 0; from + 7 <= days.size();) {
      if (days[from + 6] - days[from] != 6) {
        ++from;
        continue;
      }
      const Stretch week{days[from], days[from + 6]};
      const int got = count(week, [](const DraftDay& day) { return day.plan.circuit.any && !day.plan.mobility; });
      if (got < limit.value) add(rule, limit.name, week, limit.value, got, what_withheld_circuits(week));
      from += 7;
    }
  }

  void check_requirement(const rules::Rule& rule, const std::string& tag, const std::vector<LocalDay>& days) {
    for (const Stretch week : weeks_of(days)) {
      if (tag == words::keep_frequency) {
        const int wanted = count(week, [](const DraftDay& day) { return trains(day.plan.baseline.kind); });
        const int got = count(week, [](const DraftDay& day) { return trains(day.plan.kind); });
        if (got < wanted) add(rule, tag, week, wanted, got, what_took_runs(week));
      } else if (tag == words::some_speed) {
        const int wanted =
            count(week, [](const DraftDay& day) { return day.plan.baseline.kind == SessionKind::quality; });
        const int got = count(week, [](const DraftDay& day) { return day.plan.kind == SessionKind::quality; });
        if (wanted > 0 && got == 0) add(rule, tag, week, 1, 0, what_took_runs(week));
      } else if (tag == words::falling_weeks) {
        const double before = metres({week.first - 7, week.last - 7});
        const double now = metres(week);
        // Under a kilometre it is a matter of rounding.
        if (now > before + 1000) add(rule, tag, week, before / 1000, now / 1000, what_added(week));
      }
    }
  }

  static bool trains(SessionKind kind) { return kind != SessionKind::rest && kind != SessionKind::race; }

  static std::string most_frequent(const std::map<std::string, int>& counts, const std::string& otherwise) {
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? otherwise : most->first;
  }

  [[nodiscard]] std::string what_added(Stretch stretch) const {
    if (input_.baseline.origin == baseline::Origin::own_plan) return "own_plan";
    const Stretch before{stretch.first - 7, stretch.first - 1};
    const bool held_back_before =
        count(before, [](const DraftDay& day) { return day.held_back || !day.plan.held_by.empty(); }) > 0;
    if (held_back_before) return "steps";
    return stretch.first - 7 < input_.history.today ? "days_gone" : "habits";
  }

  [[nodiscard]] std::string what_took_runs(Stretch stretch) const {
    std::map<std::string, int> counts;
    bool smaller = false;
    for (const DraftDay& day : draft_.days) {
      if (!in(stretch, day.plan.day)) continue;
      for (const std::string& id : day.plan.held_by) ++counts[id];
      smaller = smaller || day.plan.step < 1.0 || (day.plan.kind != day.plan.baseline.kind && day.plan.held_by.empty());
    }
    if (smaller && !input_.decision.because.empty()) counts[input_.decision.because.front()] += 7;
    return most_frequent(counts, input_.baseline.origin == baseline::Origin::own_plan ? "own_plan"
                                 : stretch.first < input_.history.today               ? "days_gone"
                                                                                      : "habits");
  }

  [[nodiscard]] std::string what_withheld_circuits(Stretch stretch) const {
    std::map<std::string, int> counts;
    for (const DraftDay& day : draft_.days) {
      if (in(stretch, day.plan.day) && !day.circuit_withheld_by.empty()) ++counts[day.circuit_withheld_by];
    }
    return most_frequent(counts, "habits");
  }

  void add(const rules::Rule& rule, std::string_view what, Stretch stretch, double wanted, double got,
           std::string prevented_by) {
    const LocalDay first = std::max(stretch.first, input_.history.today);
    unmet_.push_back({rule.id, first, std::string(what), wanted, got, std::move(prevented_by)});
  }

  const Draft& draft_;
  const PlanInput& input_;
  std::vector<UnmetAim> unmet_;
};

}  // namespace

std::vector<UnmetAim> unmet_aims(const Draft& draft) { return Aims(draft).unmet(); }

}  // namespace hipline::plan
