#include "hipline/importers/json/garmin_summaries.hpp"

#include <simdjson.h>

#include <string>
#include <utility>

#include "hipline/importers/limits.hpp"
#include "hipline/importers/notes.hpp"
#include "hipline/importers/sports.hpp"
#include "hipline/importers/track.hpp"
#include "hipline/importers/wording.hpp"

namespace hipline::importers {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr double longest_ms = 14 * 86400.0 * 1000;

std::optional<double> number(const object& summary, std::string_view key, double lowest, double highest) {
  double value = 0;
  if (summary[key].get(value) != simdjson::SUCCESS || !(value >= lowest && value <= highest)) return std::nullopt;
  return value;
}

/// Lengths are in centimetres, spans in milliseconds.
std::optional<Metres> way(const object& summary, std::string_view key) {
  constexpr double longest_cm = 1e8;
  const auto value = number(summary, key, 0, longest_cm);
  if (!value) return std::nullopt;
  return Metres(*value / 100);
}

std::optional<Seconds> span(const object& summary, std::string_view key) {
  const auto value = number(summary, key, 1, longest_ms);
  if (!value) return std::nullopt;
  return Seconds(*value / 1000);
}

std::optional<Activity> activity_of(const object& summary) {
  Activity made;
  model::Run& run = made.run;
  constexpr double latest_ms = 4.2e12;  // the year 2103
  auto begun = number(summary, "startTimeGmt", 1, latest_ms);
  if (!begun) begun = number(summary, "beginTimestamp", 1, latest_ms);
  if (!begun) return std::nullopt;
  run.start = Instant(static_cast<std::int64_t>(*begun));
  if (const auto local = number(summary, "startTimeLocal", 1, latest_ms)) {
    const double offset_s = (*local - *begun) / 1000;
    constexpr double furthest_s = 14 * 3600;
    if (offset_s >= -furthest_s && offset_s <= furthest_s) run.file_offset_s = static_cast<int>(offset_s);
  }
  auto elapsed = span(summary, "elapsedDuration");
  const auto timer = span(summary, "duration");
  if (!elapsed) elapsed = timer;
  if (!elapsed) return std::nullopt;
  run.elapsed = *elapsed;
  run.moving = span(summary, "movingDuration");
  if (!run.moving) run.moving = timer;
  if (run.moving && run.moving->value() > run.elapsed.value()) run.moving = run.elapsed;
  run.distance = way(summary, "distance");
  if (run.distance && run.distance->value() <= 0) run.distance.reset();
  run.ascent = way(summary, "elevationGain");
  run.descent = way(summary, "elevationLoss");
  run.heart_rate_mean_bpm = number(summary, "avgHr", 20, 254);
  run.heart_rate_max_bpm = number(summary, "maxHr", 20, 254);
  // Both legs counted.
  if (const auto steps = number(summary, "avgDoubleCadence", 40, 300)) run.cadence_strides_per_min = *steps / 2;
  if (const auto effort = number(summary, "workoutRpe", 10, 100)) run.session_rpe = *effort / 10;
  run.feel = number(summary, "workoutFeel", 0, 100);
  std::string_view words;
  if (summary["description"].get(words) == simdjson::SUCCESS) run.note = note_of(words);
  std::string_view sport;
  if (summary["activityType"].get(sport) != simdjson::SUCCESS) sport = {};
  if (auto known = sport_of_word(sport)) {
    run.sport = known->sport;
    made.kind = std::move(known->kind);
  } else {
    SportByPace taken = sport_by_pace("the summary", run);
    run.sport = taken.sport;
    made.kind = std::move(taken.kind);
    made.sport_is_a_guess = true;
  }
  return made;
}

/// The lists of summaries in a document: Garmin wraps each in an object of an array.
void take_summaries(const element& document, Reading& reading, std::size_t& unreadable, bool& any_list) {
  array wrappers;
  if (document.get(wrappers) != simdjson::SUCCESS) return;
  for (const element wrapper : wrappers) {
    array summaries;
    if (wrapper["summarizedActivitiesExport"].get(summaries) != simdjson::SUCCESS) continue;
    any_list = true;
    for (const element one : summaries) {
      object summary;
      if (reading.activities.size() >= ReadLimits{}.laps) return;
      std::optional<Activity> made;
      if (one.get(summary) == simdjson::SUCCESS) made = activity_of(summary);
      if (made)
        reading.activities.push_back(std::move(*made));
      else
        ++unreadable;
    }
  }
}

}  // namespace

Reading read_garmin_summaries(std::string_view name, std::span<const std::byte> bytes) {
  const std::string file = quoted(name);
  Reading reading;
  reading.format = "JSON";
  std::size_t unreadable = 0;
  bool any_list = false;
  // Its own parser each time: a large document must not keep its memory for the rest of an import.
  simdjson::dom::parser parser;
  element document;
  if (bytes.empty() ||
      parser.parse(reinterpret_cast<const char*>(bytes.data()), bytes.size()).get(document) != simdjson::SUCCESS)
    return refused("", "not_a_training_file",
                   file + " is not a training file that I can read (FIT, TCX, GPX, or a list of runs).");
  take_summaries(document, reading, unreadable, any_list);
  if (!any_list) return not_an_activity("", "other_data", file + " holds data of another kind: no activity in it.");
  if (reading.activities.empty())
    return not_an_activity("JSON", "list_empty",
                           file + " is a list of activities, but none of them says when and how long.");
  reading.verdict = Verdict::activities;
  if (unreadable > 0)
    reading.warnings.push_back(counted(unreadable, "summary", "summaries") + " in " + file +
                               " tell no time: left out.");
  return reading;
}

}  // namespace hipline::importers
