#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "hipline/catalog/catalog.hpp"
#include "hipline/circuit/prescription.hpp"
#include "hipline/model/runner.hpp"
#include "hipline/plan/day_plan.hpp"
#include "hipline/plan/race_week.hpp"
#include "hipline/today/decision.hpp"
#include "hipline/triage/origin.hpp"

namespace hipline::exporters {

/// What stands round a decision on the page.
struct TodayPage {
  const today::Decision& decision;
  const catalog::Catalog& catalog;
  model::Units units = model::Units::metric;
  std::optional<model::Race> race;
  std::optional<std::string> country;
  std::optional<circuit::Prescription> circuit;
  std::optional<plan::DoneRun> done_today;  ///< what was already run today
  std::optional<plan::RaceWeek> race_week = {};
  std::vector<today::ChangingQuestion> would_change = {};  ///< the weightiest first
  std::optional<triage::Origin> origin = {};               ///< strain or load
  bool made_up = false;
  std::optional<rules::Level> last_level;  ///< of the last decision, shown as old where this one is not fresh
  std::optional<LocalDay> last_day;
  std::string_view version;
};

/// The first screen: what to do, the numbers, the stop rules, why, the next step. At most 24 lines of 80 columns.
std::string today_text(const TodayPage& page);
/// What a clinician level says: what to stop, whom to see, how soon, what to tell them; empty where no rule says it.
std::string referral_lines(const TodayPage& page);
/// Every rule that took part: the facts that decided, source, strength.
std::string today_why(const TodayPage& page);
/// Every level not chosen: what it would look like and why not.
std::string today_options(const TodayPage& page);
/// The sources behind the rules that took part.
std::string today_evidence(const TodayPage& page);

}  // namespace hipline::exporters
