#include <cmath>
#include <nlohmann/json.hpp>

#include "hipline/exporters/json/answer_json.hpp"

namespace hipline::exporters {
namespace {

using nlohmann::ordered_json;

std::string_view name(plan::GateState state) {
  switch (state) {
    case plan::GateState::met: return "met";
    case plan::GateState::not_met: return "not_met";
    case plan::GateState::unanswered: break;
  }
  return "unanswered";
}

}  // namespace

ordered_json race_json(const plan::RaceWeek& week) {
  ordered_json json = {{"days_to_race", week.days_to_race}, {"closed", week.closed}, {"gate", ordered_json::array()}};
  for (const plan::GateLine& line : week.gate)
    json["gate"].push_back({{"what", line.what}, {"state", name(line.state)}, {"rule", line.rule}});
  json["start"] = week.gate.empty() ? ordered_json(nullptr) : ordered_json(name(week.start));
  const bool known = week.ratio > 0;
  json["race_to_longest"] = known ? ordered_json(week.ratio) : ordered_json(nullptr);
  json["longest_m"] = known ? ordered_json(std::round(week.longest.value())) : ordered_json(nullptr);
  json["spike_band"] = known ? ordered_json(week.spike_band) : ordered_json(nullptr);
  json["script"] = nullptr;
  if (!week.closed && week.days_to_race >= 0) {
    json["script"] = {{"run_minutes", week.run_minutes}, {"walk_minutes", week.walk_minutes}};
    json["script"]["checks_m"] = ordered_json::array();
    for (const plan::RaceCheck& check : week.checks) json["script"]["checks_m"].push_back(std::round(check.at.value()));
  }
  return json;
}

}  // namespace hipline::exporters
