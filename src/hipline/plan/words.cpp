#include "hipline/plan/words.hpp"

#include <algorithm>
#include <span>

namespace hipline::plan {
namespace {

constexpr std::string_view limits[] = {
    words::spike_max,           words::run_minutes_max,       words::step_max,
    words::hip_days_max,        words::circuit_gap_hours_min, words::week_before_share_max,
    words::hip_days_min,        words::week_share_min,        words::week_share_max,
    words::two_weeks_share_min, words::two_weeks_share_max};
constexpr std::string_view forbidden[] = {words::plan, words::run, words::speed, words::hills, words::hip_circuit};
constexpr std::string_view required[] = {words::rest, words::cross_train, words::keep_frequency, words::some_speed,
                                         words::falling_weeks};

bool among(std::span<const std::string_view> known, const std::string& word) {
  return std::find(known.begin(), known.end(), word) != known.end();
}

}  // namespace

std::vector<std::string> words_not_understood(const rules::Rule& rule) {
  std::vector<std::string> unknown;
  for (const rules::Outcome& outcome : rule.then) {
    if (const auto* limit = std::get_if<rules::Limit>(&outcome)) {
      if (!among(limits, limit->name)) unknown.push_back("limit: " + limit->name);
    } else if (const auto* forbid = std::get_if<rules::Forbid>(&outcome)) {
      if (!among(forbidden, forbid->tag)) unknown.push_back("forbid: " + forbid->tag);
    } else if (const auto* require = std::get_if<rules::Require>(&outcome)) {
      if (!among(required, require->tag)) unknown.push_back("require: " + require->tag);
    } else if (std::holds_alternative<rules::SetLevel>(outcome)) {
      unknown.emplace_back("level");
    } else if (std::holds_alternative<rules::Ask>(outcome)) {
      unknown.emplace_back("ask");
    }
  }
  return unknown;
}

}  // namespace hipline::plan
