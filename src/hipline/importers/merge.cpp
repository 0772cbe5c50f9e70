#include "hipline/importers/merge.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <tuple>

namespace hipline::importers {
namespace {

using model::Run;
using model::Samples;

/// Two devices rarely record in the same second, and straps say something every few seconds.
constexpr std::int64_t furthest_ms = 10'000;

template <typename Number>
struct Column {
  std::vector<Number> Samples::*values;
  const char* name;
};

// Neither distance nor speed: the nearest value of another device would make a way of steps.
constexpr std::array small_columns = {
    Column<float>{&Samples::heart_rate_bpm, "heart rate"},
    Column<float>{&Samples::cadence_strides_per_min, "cadence"},
    Column<float>{&Samples::altitude_m, "altitude"},
    Column<float>{&Samples::power_w, "power"},
    Column<float>{&Samples::temperature_c, "temperature"},
    Column<float>{&Samples::vertical_oscillation_mm, "vertical oscillation"},
    Column<float>{&Samples::ground_contact_ms, "ground contact"},
    Column<float>{&Samples::ground_contact_left_percent, "balance"},
    Column<float>{&Samples::step_length_mm, "step length"},
};
constexpr std::array exact_columns = {
    Column<double>{&Samples::latitude_deg, "places"},
    Column<double>{&Samples::longitude_deg, "places"},
};

std::size_t columns_of(const Samples& samples) {
  std::size_t count = (samples.distance_m.empty() ? 0U : 1U) + (samples.speed_m_per_s.empty() ? 0U : 1U);
  for (const auto& column : small_columns) count += (samples.*column.values).empty() ? 0U : 1U;
  for (const auto& column : exact_columns) count += (samples.*column.values).empty() ? 0U : 1U;
  return count;
}

std::size_t totals_of(const Run& run) {
  return static_cast<std::size_t>(run.moving.has_value() + run.distance.has_value() + run.ascent.has_value() +
                                  run.heart_rate_mean_bpm.has_value() + run.cadence_strides_per_min.has_value() +
                                  run.session_rpe.has_value() + run.feel.has_value());
}

auto says(const Activity& activity) {
  return std::tuple(columns_of(activity.samples), activity.samples.records(), totals_of(activity.run));
}

class Added {
 public:
  void name(const char* what) {
    if (std::ranges::find(names, what) == names.end()) names.emplace_back(what);
  }
  template <typename T>
  void take(std::optional<T>& to, const std::optional<T>& from, const char* what) {
    if (to || !from) return;
    to = from;
    name(what);
  }
  std::vector<std::string> names;
};

/// For each record of `to` the index of the nearest one of `from`; none where it is too far.
constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
std::vector<std::size_t> nearest(const std::vector<std::int64_t>& to, const std::vector<std::int64_t>& from) {
  std::vector<std::size_t> found(to.size(), none);
  std::size_t at = 0;
  for (std::size_t i = 0; i < to.size() && !from.empty(); ++i) {
    const auto away = [&](std::size_t k) { return std::llabs(from[k] - to[i]); };
    while (at + 1 < from.size() && away(at + 1) <= away(at)) ++at;
    if (away(at) <= furthest_ms) found[i] = at;
  }
  return found;
}

template <typename Number>
void add_column(Samples& to, const Samples& from, const Column<Number>& column, const std::vector<std::size_t>& places,
                Added& added) {
  auto& values = to.*column.values;
  const auto& given = from.*column.values;
  if (!values.empty() || given.size() != from.records()) return;
  std::vector<Number> made(to.records(), std::numeric_limits<Number>::quiet_NaN());
  bool any = false;
  for (std::size_t i = 0; i < made.size(); ++i) {
    if (places[i] == none) continue;
    made[i] = given[places[i]];
    any = any || std::isfinite(made[i]);
  }
  if (!any) return;
  values = std::move(made);
  added.name(column.name);
}

void add_series(Samples& to, const Samples& from, Added& added) {
  if (from.records() == 0) return;
  if (to.records() == 0) {
    to = from;
    added.name("the record second by second");
    return;
  }
  const auto lacks = [&](const auto& column) { return (to.*column.values).empty() && !(from.*column.values).empty(); };
  if (std::none_of(small_columns.begin(), small_columns.end(), lacks) &&
      std::none_of(exact_columns.begin(), exact_columns.end(), lacks))
    return;
  const std::vector<std::size_t> places = nearest(to.time_ms, from.time_ms);
  for (const auto& column : small_columns) add_column(to, from, column, places, added);
  for (const auto& column : exact_columns) add_column(to, from, column, places, added);
}

}  // namespace

bool is_richer(const Activity& a, const Activity& b) { return says(a) > says(b); }

std::vector<std::string> add_missing(Activity& to, const Activity& from) {
  Added added;
  Run& run = to.run;
  const Run& other = from.run;
  if (to.sport_is_a_guess && !from.sport_is_a_guess) {
    if (run.sport != other.sport) added.name("sport");
    run.sport = other.sport;
    to.kind = from.kind;
    to.sport_is_a_guess = false;
  }
  added.take(run.distance, other.distance, "distance");
  added.take(run.moving, other.moving, "moving time");
  if (run.moving && run.moving->value() > run.elapsed.value()) run.moving = run.elapsed;
  added.take(run.ascent, other.ascent, "climb");
  added.take(run.descent, other.descent, "climb");
  added.take(run.heart_rate_mean_bpm, other.heart_rate_mean_bpm, "heart rate");
  added.take(run.heart_rate_max_bpm, other.heart_rate_max_bpm, "heart rate");
  added.take(run.cadence_strides_per_min, other.cadence_strides_per_min, "cadence");
  added.take(run.session_rpe, other.session_rpe, "effort");
  added.take(run.feel, other.feel, "feeling");
  added.take(run.walk_share, other.walk_share, "walking");
  if (run.note.empty() && !other.note.empty()) {
    run.note = other.note;
    added.name("note");
  }
  added.take(run.answers.worst_pain, other.answers.worst_pain, "pain");
  // Only an exact start may lend its zone: a list's own clock names none.
  if (!run.file_offset_s && from.start_known == StartKnown::exactly) run.file_offset_s = other.file_offset_s;
  add_series(to.samples, from.samples, added);
  return std::move(added.names);
}

}  // namespace hipline::importers
