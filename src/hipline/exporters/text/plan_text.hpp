#pragma once

#include <optional>
#include <string>

#include "hipline/catalog/catalog.hpp"
#include "hipline/exporters/words/plan_words.hpp"
#include "hipline/model/runner.hpp"
#include "hipline/plan/day_plan.hpp"

namespace hipline::exporters {

/// Every day of the plan on 80 columns: run, circuit, mobility, other training or rest, each with its reason and rule;
/// weeks with their totals, the race's honest length, the weeks further away, and the aims that could not be met.
/// `race` is the race the plan was made for, if any.
std::string plan_text(const plan::Plan& plan, const catalog::Catalog& catalog, model::Units units,
                      const std::optional<model::Race>& race);

}  // namespace hipline::exporters
