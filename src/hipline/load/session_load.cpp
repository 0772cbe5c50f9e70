#include "hipline/load/session_load.hpp"

#include <algorithm>
#include <cmath>

namespace hipline::load {
namespace {

constexpr int acute_days = 7;
constexpr int chronic_days = 28;

int known_days(std::span<const std::optional<SessionLoad>> loads) {
  return static_cast<int>(std::count_if(loads.begin(), loads.end(), [](const auto& load) { return load.has_value(); }));
}

/// Only for loads that are all known.
double mean(std::span<const std::optional<SessionLoad>> loads) {
  double sum = 0;
  for (const auto& load : loads) sum += load->value();
  return sum / static_cast<double>(loads.size());
}

}  // namespace

std::optional<SessionLoad> session_load(const model::Run& run) {
  if (!run.session_rpe) return std::nullopt;
  return SessionLoad(*run.session_rpe * run.moving.value_or(run.elapsed).value() / 60.0);
}

std::vector<std::optional<SessionLoad>> daily_loads(std::span<const model::Run> runs, LocalDay day, int days) {
  std::optional<LocalDay> first_known;
  for (const model::Run& run : runs) {
    if (model::is_run(run.sport) && (!first_known || run.day < *first_known)) first_known = run.day;
  }
  std::vector<std::optional<SessionLoad>> loads(static_cast<std::size_t>(days));
  for (int i = 0; i < days; ++i) {
    if (first_known && day - days + i >= *first_known) loads[static_cast<std::size_t>(i)] = SessionLoad(0);
  }
  for (const model::Run& run : runs) {
    const int index = run.day - (day - days);
    if (!model::is_run(run.sport) || index < 0 || index >= days) continue;
    auto& load = loads[static_cast<std::size_t>(index)];
    const auto of_run = session_load(run);
    load = load && of_run ? std::optional(*load + *of_run) : std::nullopt;
  }
  return loads;
}

Described acute_to_chronic(std::span<const model::Run> runs, LocalDay day) {
  const auto loads = daily_loads(runs, day, chronic_days);
  const int have = known_days(loads);
  if (have < chronic_days) return NotEnoughDays{have, chronic_days};
  const double chronic = mean(loads);
  if (!(chronic > 0)) return NoSuchNumber{};
  return mean(std::span(loads).last(acute_days)) / chronic;
}

Described monotony(std::span<const model::Run> runs, LocalDay day) {
  const auto loads = daily_loads(runs, day, acute_days);
  const int have = known_days(loads);
  if (have < acute_days) return NotEnoughDays{have, acute_days};
  const double middle = mean(loads);
  double squares = 0;
  for (const auto& load : loads) squares += (load->value() - middle) * (load->value() - middle);
  const double deviation = std::sqrt(squares / acute_days);
  if (!(deviation > 0)) return NoSuchNumber{};
  return middle / deviation;
}

}  // namespace hipline::load
