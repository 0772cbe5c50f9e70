#include "hipline/app/pages/today_values.hpp"

namespace hipline::app {

exporters::TodayPage today_values(const TodayAnswer& answer, const catalog::Catalog& catalog,
                                  std::string_view version) {
  const auto& plan = answer.assessment.plan;
  return {.decision = answer.assessment.decision,
          .catalog = catalog,
          .units = answer.history.runner.units,
          .race = answer.history.race,
          .country = answer.history.runner.country,
          .circuit = answer.assessment.circuit,
          .done_today = plan ? plan->days.front().done : std::nullopt,
          .race_week = answer.assessment.race_week,
          .would_change = answer.assessment.would_change,
          .origin = answer.assessment.origin,
          .made_up = answer.history.runner.made_up,
          .last_level = answer.last_level,
          .last_day = answer.last_day,
          .version = version};
}

}  // namespace hipline::app
