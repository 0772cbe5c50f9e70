#include <cmath>
#include <nlohmann/json.hpp>

#include "hipline/exporters/json/answer_json.hpp"

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

ordered_json reasons_json(const std::vector<plan::Reason>& reasons) {
  ordered_json json = ordered_json::array();
  for (const plan::Reason& reason : reasons) json.push_back({{"rule", reason.rule}, {"text", reason.text}});
  return json;
}

ordered_json day_json(const plan::DayPlan& day) {
  ordered_json json = {{"date", day.day.iso()},
                       {"days_to_race", day.days_to_race ? ordered_json(*day.days_to_race) : ordered_json(nullptr)},
                       {"kind", baseline::name(day.kind)},
                       {"distance_m", std::round(day.distance.value())},
                       {"duration_s", std::round(day.duration.value())},
                       {"flat", day.flat},
                       {"easy_only", day.easy_only},
                       {"step", day.step},
                       {"run_minutes", day.run_minutes},
                       {"walk_minutes", day.walk_minutes},
                       {"mobility", day.mobility}};
  json["as_if_nothing_hurt"] = {{"kind", baseline::name(day.baseline.kind)},
                                {"distance_m", std::round(day.baseline.distance.value())}};
  json["done_m"] = day.done ? ordered_json(std::round(day.done->distance.value())) : ordered_json(nullptr);
  json["held_by"] = day.held_by;
  json["circuit"] = day.circuit.any ? circuit_json(day.circuit) : ordered_json(nullptr);
  json["reasons"] = reasons_json(day.reasons);
  return json;
}

}  // namespace

ordered_json withheld_json(const std::vector<plan::Reason>& withheld) { return reasons_json(withheld); }

ordered_json plan_json(const plan::Plan& plan) {
  ordered_json json = {{"origin", origin_name(plan.origin)},
                       {"race_to_longest", plan.race_to_longest},
                       {"withheld", reasons_json(plan.withheld)}};
  json["this_week"] = {{"first_day", plan.week_from.iso()}, {"done_m", std::round(plan.done_this_week.value())}};
  json["days"] = ordered_json::array();
  for (const plan::DayPlan& day : plan.days) json["days"].push_back(day_json(day));
  json["outline"] = ordered_json::array();
  for (const plan::WeekOutline& week : plan.outline) {
    json["outline"].push_back({{"first_day", week.first_day.iso()},
                               {"distance_m", std::round(week.distance.value())},
                               {"longest_m", std::round(week.longest.value())}});
  }
  json["unmet_aims"] = ordered_json::array();
  for (const plan::UnmetAim& aim : plan.unmet) {
    json["unmet_aims"].push_back({{"rule", aim.rule},
                                  {"date", aim.day.iso()},
                                  {"what", aim.what},
                                  {"wanted", aim.wanted},
                                  {"got", aim.got},
                                  {"prevented_by", aim.prevented_by}});
  }
  return json;
}

}  // namespace hipline::exporters
