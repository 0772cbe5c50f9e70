#include "hipline/plan/look_at_race.hpp"

#include <algorithm>

namespace hipline::plan {
namespace {

using rules::Level;
using rules::Truth;

GateState worst_of(GateState a, GateState b) {
  const auto weight = [](GateState state) {
    return state == GateState::not_met ? 2 : state == GateState::unanswered ? 1 : 0;
  };
  return weight(a) >= weight(b) ? a : b;
}

/// A sign that must be absent.
GateState absent(Truth sign) {
  switch (sign) {
    case Truth::no: return GateState::met;
    case Truth::yes: return GateState::not_met;
    case Truth::unknown: break;
  }
  return GateState::unanswered;
}

class RaceLook {
 public:
  RaceLook(const model::History& history, const today::Decision& decision, const Plan& plan,
           const rules::Parameters& parameters)
      : history_(history), decision_(decision), plan_(plan), parameters_(parameters) {}

  RaceWeek look() {
    week_.days_to_race = history_.race->day - history_.today;
    week_.closed = rules::is_clinician_level(decision_.level) || !plan_.withheld.empty();
    week_.unanswered = rules::is_clinician_level(decision_.level) && decision_.kind == rules::Kind::unanswered;
    if (week_.days_to_race < 0) return week_;
    look_at_gate();
    if (!week_.closed) {
      look_at_length();
      write_script();
    }
    return week_;
  }

 private:
  void add(const char* what, GateState state, std::string rule) {
    // Old answers reassure nobody; an old alarm stays one.
    if (!decision_.fresh && state == GateState::met) state = GateState::unanswered;
    week_.start = week_.gate.empty() ? state : worst_of(week_.start, state);
    week_.gate.push_back({what, state, std::move(rule)});
  }

  void look_at_gate() {
    const rules::Facts& facts = decision_.facts;
    const bool race_day = week_.days_to_race == 0;
    const std::string leading = decision_.because.empty() ? "" : decision_.because.front();
    GateState signs = GateState::met;
    if (week_.unanswered) {
      signs = GateState::unanswered;
    } else if (week_.closed) {
      signs = GateState::not_met;
    }
    add("warning_signs", signs, signs == GateState::met || leading.empty() ? "TP-10" : leading);
    if (!week_.closed) {
      const bool may_run = decision_.level >= Level::modify;
      add("level", may_run ? GateState::met : GateState::not_met, leading);
    }
    add("walking", worst_of(absent(facts.truth("hurts_walking")), absent(facts.truth("limps_walking"))), "TP-10");

    const auto pain = facts.number("pain_this_morning");
    const bool too_much = pain && *pain > parameters_.value("pain.acceptable_highest");
    add("pain", too_much ? GateState::not_met : pain ? GateState::met : GateState::unanswered, "TP-11");

    GateState painkiller = absent(facts.truth("painkiller_to_run"));
    // Not having been asked is no answer on the one morning on which it counts.
    if (race_day) painkiller = worst_of(painkiller, absent(facts.truth("painkiller_today")));
    add("painkiller", painkiller, "TP-11");
  }

  void look_at_length() {
    week_.ratio = plan_.race_to_longest;
    if (!(week_.ratio > 0)) return;
    week_.longest = history_.race->distance / week_.ratio;
    for (const char* edge : {"plan.spike_band_1", "plan.spike_band_2", "plan.spike_band_3"})
      week_.spike_band += week_.ratio > parameters_.value(edge);
  }

  void write_script() {
    const auto whole = [&](const char* name) { return static_cast<int>(parameters_.value(name)); };
    const bool very_far = week_.ratio > parameters_.value("plan.spike_band_3");
    if (very_far || decision_.level == Level::modify) {
      week_.run_minutes = whole(very_far ? "plan.race_far_run_min" : "plan.race_run_min");
      week_.walk_minutes = whole("plan.race_walk_min");
    }
    int number = 0;
    for (const char* point :
         {"plan.race_check_1_km", "plan.race_check_2_km", "plan.race_check_3_km", "plan.race_check_4_km"}) {
      ++number;
      const Metres at = kilometres(parameters_.value(point));
      if (at < history_.race->distance) week_.checks.push_back({number, at});
    }
  }

  const model::History& history_;
  const today::Decision& decision_;
  const Plan& plan_;
  const rules::Parameters& parameters_;
  RaceWeek week_;
};

}  // namespace

std::optional<RaceWeek> look_at_race(const model::History& history, const today::Decision& decision, const Plan& plan,
                                     const rules::Parameters& parameters) {
  if (!history.race) return std::nullopt;
  const int days = history.race->day - history.today;
  const bool near = days <= static_cast<int>(parameters.value("plan.full_days_ahead")) &&
                    days >= -static_cast<int>(parameters.value("baseline.days_after_race"));
  if (!near) return std::nullopt;
  return RaceLook(history, decision, plan, parameters).look();
}

}  // namespace hipline::plan
