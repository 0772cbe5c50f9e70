#include "hipline/importers/apple/apple_health.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hipline/importers/limits.hpp"
#include "hipline/importers/sports.hpp"
#include "hipline/importers/table/written_values.hpp"
#include "hipline/importers/track.hpp"
#include "hipline/importers/wording.hpp"
#include "hipline/importers/xml/xml_values.hpp"

namespace hipline::importers {
namespace {

constexpr std::string_view heart_rate_type = "HKQuantityTypeIdentifierHeartRate";
constexpr std::string_view way_on_foot_type = "HKQuantityTypeIdentifierDistanceWalkingRunning";
constexpr std::string_view way_by_bike_type = "HKQuantityTypeIdentifierDistanceCycling";
/// Twenty years of a beat every few seconds while a watch is worn: 160 MB.
constexpr std::size_t most_beats = 20'000'000;
constexpr double longest_s = 14 * 86400.0;

struct Beat {
  std::uint32_t at_s = 0;  ///< since 1970
  float bpm = 0;
};

struct Workout {
  std::string type;  ///< as the file writes it
  std::int64_t start_s = 0;
  std::int64_t end_s = 0;
  int offset_s = 0;
  std::optional<double> timer_s;
  std::optional<double> distance_m;
  std::optional<double> heart_rate_mean_bpm;
  std::optional<double> heart_rate_max_bpm;
};

std::string_view attribute(const XmlAttributes& attributes, std::string_view name) {
  for (const auto& [key, value] : attributes)
    if (key == name) return value;
  return {};
}

/// `2026-03-01 08:00:00 +0100`.
struct Moment {
  std::int64_t at_s = 0;
  int offset_s = 0;
};
std::optional<Moment> moment(std::string_view text) {
  const auto written = written_day(text, DateOrder::unknown);
  if (!written || !written->second_of_day) return std::nullopt;
  const int offset = written->offset_s.value_or(0);
  const Instant at = start_of_day(written->day, offset) + *written->second_of_day;
  if (at.seconds() < 0 || at.seconds() > static_cast<std::int64_t>(UINT32_MAX)) return std::nullopt;
  return Moment{at.seconds(), offset};
}

std::optional<double> in_metres(std::string_view value, std::string_view unit) {
  const auto number = number_within(value, 0, 1e6);
  if (!number) return std::nullopt;
  constexpr double mile = 1609.344;
  const double metres = unit == "m" ? *number : unit == "mi" ? *number * mile : *number * 1000;
  return metres > 0 && metres <= 1e6 ? std::optional(metres) : std::nullopt;
}

std::optional<double> in_seconds(std::string_view value, std::string_view unit) {
  const auto number = number_within(value, 0, longest_s);
  if (!number) return std::nullopt;
  const double seconds = unit == "s" ? *number : unit == "hr" ? *number * 3600 : *number * 60;
  return seconds > 0 && seconds <= longest_s ? std::optional(seconds) : std::nullopt;
}

/// `HKWorkoutActivityTypeRunning` is "running"; what we have no word for keeps its own.
NamedSport sport_of(std::string_view type) {
  constexpr std::string_view prefix = "HKWorkoutActivityType";
  if (type.starts_with(prefix)) type.remove_prefix(prefix.size());
  if (auto known = sport_of_word(type)) return std::move(*known);
  if (type == "TraditionalStrengthTraining" || type == "FunctionalStrengthTraining" || type == "CoreTraining")
    return {model::Sport::strength, "strength session"};
  return {model::Sport::other, "activity of another kind"};
}

/// Some versions of the phone write a document type that is no sound XML; nothing in it matters.
std::span<const std::byte> without_document_type(std::span<const std::byte> bytes) {
  constexpr std::size_t longest = 65536;
  const std::string_view text(reinterpret_cast<const char*>(bytes.data()), std::min(bytes.size(), longest));
  if (text.find("<!DOCTYPE") == std::string_view::npos) return bytes;
  const std::size_t end = text.find("]>");
  return end == std::string_view::npos ? bytes : bytes.subspan(end + 2);
}

std::string written(std::int64_t at_s, int offset_s) {
  // Local digits with the offset behind, as the file has them.
  std::string text = (Instant::from_seconds(at_s) + offset_s).iso();
  text[10] = ' ';
  text.resize(19);
  const int minutes = std::abs(offset_s) / 60;
  const auto add_two_digits = [&](int number) {
    text += static_cast<char>('0' + number / 10 % 10);
    text += static_cast<char>('0' + number % 10);
  };
  text += offset_s < 0 ? " -" : " +";
  add_two_digits(minutes / 60);
  add_two_digits(minutes % 60);
  return text;
}

}  // namespace

struct AppleHealth::State {
  std::vector<Beat> beats;
  std::vector<Workout> workouts;
  bool in_workout = false;
  bool beyond_limits = false;

  /// The beats from `from_s` to `to_s`; they must be in order.
  [[nodiscard]] std::span<const Beat> between(std::int64_t from_s, std::int64_t to_s) const {
    const auto first = std::lower_bound(beats.begin(), beats.end(), from_s,
                                        [](const Beat& beat, std::int64_t at) { return beat.at_s < at; });
    const auto last =
        std::upper_bound(first, beats.end(), to_s, [](std::int64_t at, const Beat& beat) { return at < beat.at_s; });
    return {first, last};
  }
};

AppleHealth::AppleHealth() : state_(std::make_unique<State>()) {}
AppleHealth::~AppleHealth() = default;

void AppleHealth::begin(std::string_view, std::string_view name, const XmlAttributes& attributes) {
  State& state = *state_;
  if (name == "Record") {
    if (attribute(attributes, "type") != heart_rate_type) return;
    if (state.beats.size() == most_beats) {
      state.beyond_limits = true;
      return;
    }
    const auto at = moment(attribute(attributes, "startDate"));
    const auto bpm = number_within(attribute(attributes, "value"), 20, 254);
    if (at && bpm) state.beats.push_back({static_cast<std::uint32_t>(at->at_s), static_cast<float>(*bpm)});
  } else if (name == "Workout") {
    state.in_workout = false;
    const auto from = moment(attribute(attributes, "startDate"));
    const auto to = moment(attribute(attributes, "endDate"));
    if (!from || !to || to->at_s <= from->at_s || static_cast<double>(to->at_s - from->at_s) > longest_s) return;
    if (state.workouts.size() >= ReadLimits{}.laps) {
      state.beyond_limits = true;
      return;
    }
    state.in_workout = true;
    Workout& workout = state.workouts.emplace_back();
    workout.type = std::string(attribute(attributes, "workoutActivityType").substr(0, 64));
    workout.start_s = from->at_s;
    workout.end_s = to->at_s;
    workout.offset_s = from->offset_s;
    workout.timer_s = in_seconds(attribute(attributes, "duration"), attribute(attributes, "durationUnit"));
    workout.distance_m = in_metres(attribute(attributes, "totalDistance"), attribute(attributes, "totalDistanceUnit"));
  } else if (name == "WorkoutStatistics" && state.in_workout) {
    Workout& workout = state.workouts.back();
    const std::string_view type = attribute(attributes, "type");
    if (type == way_on_foot_type || type == way_by_bike_type) {
      if (const auto way = in_metres(attribute(attributes, "sum"), attribute(attributes, "unit")))
        workout.distance_m = way;
    } else if (type == heart_rate_type) {
      workout.heart_rate_mean_bpm = number_within(attribute(attributes, "average"), 20, 254);
      workout.heart_rate_max_bpm = number_within(attribute(attributes, "maximum"), 20, 254);
    }
  }
}

void AppleHealth::end(std::string_view, std::string_view name, std::string_view) {
  if (name == "Workout") state_->in_workout = false;
}

Reading AppleHealth::reading(std::string_view name, const XmlEnding& ending, std::size_t bytes) {
  State& state = *state_;
  const std::string file = quoted(name);
  if (state.workouts.empty()) {
    if (!ending.complete)
      return refused("Apple Health", "apple_damaged", file + " is damaged, and no workout in it could be kept.");
    return not_an_activity("Apple Health", "apple_without_workouts",
                           file + " is an export of Apple Health without any workout.");
  }
  std::stable_sort(state.beats.begin(), state.beats.end(),
                   [](const Beat& a, const Beat& b) { return a.at_s < b.at_s; });
  Reading made;
  made.format = "Apple Health";
  made.verdict = Verdict::activities;
  made.extract = "<HealthData>\n";
  for (const Workout& workout : state.workouts) {
    Activity activity;
    model::Run& run = activity.run;
    run.start = Instant::from_seconds(workout.start_s);
    run.file_offset_s = workout.offset_s;
    run.elapsed = Seconds(static_cast<double>(workout.end_s - workout.start_s));
    if (workout.timer_s) run.moving = Seconds(std::min(*workout.timer_s, run.elapsed.value()));
    if (workout.distance_m) run.distance = Metres(*workout.distance_m);
    run.heart_rate_mean_bpm = workout.heart_rate_mean_bpm;
    run.heart_rate_max_bpm = workout.heart_rate_max_bpm;
    NamedSport sport = sport_of(workout.type);
    run.sport = sport.sport;
    activity.kind = std::move(sport.kind);
    Track track;
    const auto attributes_of = [&](std::int64_t at_s) {
      return " startDate=\"" + written(at_s, workout.offset_s) + "\"";
    };
    for (const Beat& beat : state.between(workout.start_s, workout.end_s)) {
      TrackPoint& point = track.emplace_back();
      point.time_ms = static_cast<std::int64_t>(beat.at_s) * 1000;
      point.heart_rate_bpm = beat.bpm;
      made.extract += "<Record type=\"" + std::string(heart_rate_type) + "\"" + attributes_of(beat.at_s) + " value=\"" +
                      std::to_string(static_cast<double>(beat.bpm)) + "\"/>\n";
    }
    made.extract += "<Workout workoutActivityType=\"";
    for (const char c : workout.type)
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) made.extract += c;
    made.extract +=
        "\"" + attributes_of(workout.start_s) + " endDate=\"" + written(workout.end_s, workout.offset_s) + "\"";
    if (workout.timer_s) made.extract += " duration=\"" + std::to_string(*workout.timer_s) + "\" durationUnit=\"s\"";
    if (workout.distance_m)
      made.extract += " totalDistance=\"" + std::to_string(*workout.distance_m) + "\" totalDistanceUnit=\"m\"";
    made.extract += ">";
    if (workout.heart_rate_mean_bpm && workout.heart_rate_max_bpm)
      made.extract += "<WorkoutStatistics type=\"" + std::string(heart_rate_type) + "\" average=\"" +
                      std::to_string(*workout.heart_rate_mean_bpm) + "\" maximum=\"" +
                      std::to_string(*workout.heart_rate_max_bpm) + "\"/>";
    made.extract += "</Workout>\n";
    complete_totals(run, track);
    activity.samples = to_samples(track);
    made.activities.push_back(std::move(activity));
  }
  made.extract += "</HealthData>\n";
  if (state.beyond_limits) {
    made.salvaged = Salvage{more_than_any(file), ending.read_bytes, bytes};
  } else if (!ending.complete) {
    made.salvaged = Salvage{file + " is damaged or breaks off: I kept the " +
                                counted(made.activities.size(), "workout", "workouts") + " before that.",
                            ending.read_bytes, bytes};
  }
  return made;
}

Reading read_apple_health(std::string_view name, std::span<const std::byte> bytes) {
  AppleHealth health;
  XmlFeed xml(health);
  xml.feed(without_document_type(bytes));
  return health.reading(name, xml.finish(true), bytes.size());
}

Reading read_apple_health(std::string_view name, std::span<const std::byte> beginning, MemberRest& rest) {
  AppleHealth health;
  XmlFeed xml(health);
  bool sound = xml.feed(without_document_type(beginning));
  std::size_t bytes = beginning.size();
  while (sound) {
    const auto piece = rest.next();
    if (piece.empty()) break;
    bytes += piece.size();
    sound = xml.feed(piece);
  }
  return health.reading(name, xml.finish(rest.whole()), bytes);
}

}  // namespace hipline::importers
