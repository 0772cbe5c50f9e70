#include <cmath>

#include "hipline/exporters/json/answer_json.hpp"
#include "hipline/exporters/json/json_tree.hpp"

namespace hipline::exporters {
namespace {

using nlohmann::ordered_json;

std::string_view origin_name(baseline::Origin origin) {
  switch (origin) {
    case baseline::Origin::own_plan: return "own_plan";
    case baseline::Origin::last_weeks: return "last_weeks";
    case baseline::Origin::little_known: break;
  }
  return "little_known";
}

ordered_json reason_json(const plan::Reason& reason) { return object({{"rule", reason.rule}, {"text", reason.text}}); }

ordered_json day_json(const plan::DayPlan& day) {
  return object({{"date", day.day.iso()},
                 {"days_to_race", or_null(day.days_to_race)},
                 {"kind", baseline::name(day.kind)},
                 {"distance_m", std::round(day.distance.value())},
                 {"duration_s", std::round(day.duration.value())},
                 {"flat", day.flat},
                 {"easy_only", day.easy_only},
                 {"step", day.step},
                 {"run_minutes", day.run_minutes},
                 {"walk_minutes", day.walk_minutes},
                 {"mobility", day.mobility},
                 {"as_if_nothing_hurt", object({{"kind", baseline::name(day.baseline.kind)},
                                                {"distance_m", std::round(day.baseline.distance.value())}})},
                 {"done_m", day.done ? ordered_json(std::round(day.done->distance.value())) : ordered_json(nullptr)},
                 {"held_by", day.held_by},
                 {"circuit", day.circuit.any ? circuit_json(day.circuit) : ordered_json(nullptr)},
                 {"reasons", array(day.reasons, reason_json)}});
}

ordered_json week_json(const plan::WeekOutline& week) {
  return object({{"first_day", week.first_day.iso()},
                 {"distance_m", std::round(week.distance.value())},
                 {"longest_m", std::round(week.longest.value())}});
}

ordered_json aim_json(const plan::UnmetAim& aim) {
  return object({{"rule", aim.rule},
                 {"date", aim.day.iso()},
                 {"what", aim.what},
                 {"wanted", aim.wanted},
                 {"got", aim.got},
                 {"prevented_by", aim.prevented_by}});
}

}  // namespace

ordered_json withheld_json(const std::vector<plan::Reason>& withheld) { return array(withheld, reason_json); }

ordered_json plan_json(const plan::Plan& plan) {
  return object({{"origin", origin_name(plan.origin)},
                 {"race_to_longest", plan.race_to_longest},
                 {"withheld", withheld_json(plan.withheld)},
                 {"this_week",
                  object({{"first_day", plan.week_from.iso()}, {"done_m", std::round(plan.done_this_week.value())}})},
                 {"days", array(plan.days, day_json)},
                 {"outline", array(plan.outline, week_json)},
                 {"unmet_aims", array(plan.unmet, aim_json)}});
}

}  // namespace hipline::exporters
