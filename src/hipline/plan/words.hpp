#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hipline/rules/rule.hpp"

namespace hipline::plan {

/// The words that outcomes of plan rules may use (docs/facts.md, "Plan"). A rule with another word would silently do
/// nothing.
namespace words {

// Limits of a day's run.
inline constexpr std::string_view spike_max = "spike_max";  ///< share of the longest run of 30 days
inline constexpr std::string_view run_minutes_max = "run_minutes_max";
inline constexpr std::string_view step_max = "step_max";  ///< where running begins again
/// Of the week before it, both counted back from the race; a week of the lowest running step is always open.
inline constexpr std::string_view week_before_share_max = "week_before_share_max";
// Limits of a day's circuit.
inline constexpr std::string_view circuit_gap_hours_min = "circuit_gap_hours_min";
inline constexpr std::string_view hip_days_max = "hip_days_max";  ///< in any seven days
// Aims over several days.
inline constexpr std::string_view hip_days_min = "hip_days_min";      ///< in seven days
inline constexpr std::string_view week_share_min = "week_share_min";  ///< of the peak week
inline constexpr std::string_view week_share_max = "week_share_max";
inline constexpr std::string_view two_weeks_share_min = "two_weeks_share_min";  ///< of two peak weeks
inline constexpr std::string_view two_weeks_share_max = "two_weeks_share_max";
// Forbidden.
inline constexpr std::string_view plan = "plan";
inline constexpr std::string_view run = "run";
inline constexpr std::string_view speed = "speed";
inline constexpr std::string_view hills = "hills";
inline constexpr std::string_view hip_circuit = "hip_circuit";  ///< the full one
// Required.
inline constexpr std::string_view rest = "rest";
inline constexpr std::string_view cross_train = "cross_train";
inline constexpr std::string_view keep_frequency = "keep_frequency";
inline constexpr std::string_view some_speed = "some_speed";
inline constexpr std::string_view falling_weeks = "falling_weeks";

}  // namespace words

/// The outcomes of a plan rule that the plan does not understand, as `forbid: xyz`; empty for a good rule.
std::vector<std::string> words_not_understood(const rules::Rule& rule);

}  // namespace hipline::plan
