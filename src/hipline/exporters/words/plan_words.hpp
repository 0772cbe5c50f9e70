#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/catalog/catalog.hpp"
#include "hipline/model/runner.hpp"
#include "hipline/plan/day_plan.hpp"

namespace hipline::exporters {

/// One planned day in words.
struct PlanDayWords {
  const plan::DayPlan* day = nullptr;
  std::string short_date;
  std::string to_go;
  std::string title;                ///< "Easy run"
  std::string amount;               ///< "8 km", "40 min"; empty: none
  std::vector<std::string> detail;  ///< "about 50 min", "flat"
  std::string done;                 ///< what was already run; empty: nothing
  std::string beside;               ///< circuit or mobility; empty: neither
};

struct PlanWeekWords {
  LocalDay first_day;
  std::string title;
  std::vector<PlanDayWords> days;
};

/// An aim that is not met, with its rule.
struct AimWords {
  std::string rule;
  std::string text;
};

/// The plan in sentences, unbroken.
struct PlanWords {
  std::string title;
  std::string lead;
  std::vector<PlanWeekWords> weeks;
  std::vector<std::string> outline;
  std::vector<AimWords> aims;
  std::string honest_length;  ///< empty where the race is no longer than the longest run
};

/// The days of the words point into the plan.
PlanWords plan_words(const plan::Plan& plan, const catalog::Catalog& catalog, model::Units units,
                     const std::optional<model::Race>& race);
/// One aim that is not met, in a sentence.
std::string aim_sentence(const plan::UnmetAim& aim, const catalog::Catalog& catalog);
/// One day by itself.
PlanDayWords plan_day_words(const plan::DayPlan& day, const catalog::Catalog& catalog, model::Units units);

}  // namespace hipline::exporters
