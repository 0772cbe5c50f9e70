#include "hipline/importers/tcx/tcx_reader.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hipline/importers/cleaning/clean_track.hpp"
#include "hipline/importers/notes.hpp"
#include "hipline/importers/sports.hpp"
#include "hipline/importers/track.hpp"
#include "hipline/importers/untimed_points.hpp"
#include "hipline/importers/wording.hpp"
#include "hipline/importers/xml/xml_stream.hpp"
#include "hipline/importers/xml/xml_values.hpp"

namespace hipline::importers {
namespace {

constexpr double longest_lap_s = 14 * 86400.0;
/// A new `Track` element less than this after the one before is no pause.
constexpr std::int64_t shortest_pause_ms = 10'000;

struct Lap {
  std::optional<WrittenTime> start;
  std::optional<double> timer_s;
  std::optional<double> distance_m;
  std::optional<double> heart_rate_mean_bpm;
  std::optional<double> heart_rate_max_bpm;
};

struct TcxActivity {
  std::string sport;
  std::optional<WrittenTime> id;
  std::optional<int> offset_s;
  std::string notes;
  std::vector<Lap> laps;
  Track points;
};

class TcxListener final : public XmlListener {
 public:
  explicit TcxListener(const ReadLimits& limits) : limits_(limits) {}

  void begin(std::string_view, std::string_view name, const XmlAttributes& attributes) override {
    if (name == "Activity") {
      if (!is_room(activities.size(), limits_.activities)) return;
      activities.emplace_back();
      distance_before_lap_ = 0;
      in_activity_ = true;
      for (const auto& [key, value] : attributes) {
        if (key == "Sport") activities.back().sport = std::string(value);
      }
    } else if (name == "Course" || name == "Workout") {
      plan = std::string(name);
    } else if (!in_activity_) {
      return;
    } else if (name == "Lap") {
      begin_lap(attributes);
    } else if (name == "Track") {
      leave_out_waiting();
      new_track_ = true;
    } else if (name == "Trackpoint") {
      in_point_ = true;
      point_ = TrackPoint{};
      time_.reset();
    }
  }

  void end(std::string_view parent, std::string_view name, std::string_view text) override {
    if (!in_activity_) return;
    if (name == "Activity") {
      leave_out_waiting();
      in_activity_ = false;
    } else if (name == "Id" && parent == "Activity") {
      activities.back().id = time_in(text);
    } else if (name == "Notes" && parent == "Activity") {
      activities.back().notes = std::string(text);
    } else if (name == "Trackpoint") {
      finish_point();
    } else if (in_point_) {
      take_point_value(parent, name, text);
    } else if (!activities.back().laps.empty()) {
      take_lap_value(parent, name, text);
    }
  }

  std::vector<TcxActivity> activities;
  std::string plan;
  std::size_t points_without_time = 0;   ///< left out
  std::size_t points_between_times = 0;  ///< got a time from their neighbours
  bool times_without_zone = false;
  bool beyond_limits = false;  ///< there was more than is read of any file

 private:
  bool is_room(std::size_t held, std::size_t most) {
    if (held < most) return true;
    beyond_limits = true;
    return false;
  }

  void begin_lap(const XmlAttributes& attributes) {
    if (!is_room(laps_, limits_.laps)) return;
    ++laps_;
    activities.back().laps.emplace_back();
    first_distance_of_lap_ = true;
    for (const auto& [key, value] : attributes) {
      if (key == "StartTime") activities.back().laps.back().start = time_in(value);
    }
  }

  void take_lap_value(std::string_view parent, std::string_view name, std::string_view text) {
    Lap& lap = activities.back().laps.back();
    if (parent == "Lap") {
      if (name == "TotalTimeSeconds") lap.timer_s = number_within(text, 0, longest_lap_s);
      if (name == "DistanceMeters") lap.distance_m = number_within(text, 0, 1e6);
    }
    if (name == "Value" && parent == "AverageHeartRateBpm") lap.heart_rate_mean_bpm = number_within(text, 1, 254);
    if (name == "Value" && parent == "MaximumHeartRateBpm") lap.heart_rate_max_bpm = number_within(text, 1, 254);
  }

  void take_point_value(std::string_view parent, std::string_view name, std::string_view text) {
    const auto set = [&](float TrackPoint::*column, double lowest, double highest) {
      if (const auto value = number_within(text, lowest, highest)) point_.*column = static_cast<float>(*value);
    };
    if (name == "Time") time_ = time_in(text);
    if (name == "LatitudeDegrees") point_.latitude_deg = number_within(text, -90, 90).value_or(point_.latitude_deg);
    if (name == "LongitudeDegrees")
      point_.longitude_deg = number_within(text, -180, 180).value_or(point_.longitude_deg);
    if (name == "AltitudeMeters") set(&TrackPoint::altitude_m, -500, 10000);
    if (name == "DistanceMeters") point_.distance_m = number_within(text, 0, 1e6).value_or(point_.distance_m);
    if (name == "Value" && parent == "HeartRateBpm") set(&TrackPoint::heart_rate_bpm, 1, 254);
    if (name == "Cadence" || name == "RunCadence") set(&TrackPoint::cadence_strides_per_min, 0, 254);
    if (name == "Speed") set(&TrackPoint::speed_m_per_s, 0, 100);
    if (name == "Watts") set(&TrackPoint::power_w, 0, 10000);
  }

  void finish_point() {
    in_point_ = false;
    if (!is_room(points_, limits_.records)) return;
    ++points_;
    TcxActivity& activity = activities.back();
    if (!time_) {
      waiting_.push_back(point_);
      if (new_track_ || activity.points.empty()) leave_out_waiting();
      return;
    }
    times_without_zone = times_without_zone || time_->without_zone;
    if (time_->offset_s && !activity.offset_s) activity.offset_s = time_->offset_s;
    point_.time_ms = time_->at.milliseconds();
    point_.after_pause =
        new_track_ && !activity.points.empty() && point_.time_ms - activity.points.back().time_ms > shortest_pause_ms;
    new_track_ = false;
    for (TrackPoint& waiting : waiting_) count_distance_on(waiting);
    count_distance_on(point_);
    points_between_times += place_between(activity.points, waiting_, point_);
    activity.points.push_back(point_);
  }

  /// Points without a time that no later time follows.
  void leave_out_waiting() {
    points_without_time += waiting_.size();
    waiting_.clear();
  }

  /// Some programs let the distance begin again at 0 in each lap.
  void count_distance_on(TrackPoint& point) {
    if (!std::isfinite(point.distance_m)) return;
    if (first_distance_of_lap_ && point.distance_m + 1 < last_distance() - distance_before_lap_) {
      distance_before_lap_ = last_distance();
    }
    first_distance_of_lap_ = false;
    point.distance_m += distance_before_lap_;
  }

  [[nodiscard]] double last_distance() const {
    const Track& points = activities.back().points;
    const auto known =
        std::find_if(points.rbegin(), points.rend(), [](const TrackPoint& p) { return std::isfinite(p.distance_m); });
    return known == points.rend() ? 0 : known->distance_m;
  }

  const ReadLimits& limits_;
  std::size_t laps_ = 0;
  std::size_t points_ = 0;
  TrackPoint point_;
  Track waiting_;  ///< without a time, until one comes behind them
  std::optional<WrittenTime> time_;
  double distance_before_lap_ = 0;
  bool first_distance_of_lap_ = false;
  bool in_activity_ = false;
  bool in_point_ = false;
  bool new_track_ = false;
};

/// The sum over the laps; empty where one of them does not say.
std::optional<double> sum(const std::vector<Lap>& laps, std::optional<double> Lap::*value) {
  double total = 0;
  for (const Lap& lap : laps) {
    if (!(lap.*value)) return std::nullopt;
    total += *(lap.*value);
  }
  if (laps.empty()) return std::nullopt;
  return total;
}

/// What the laps say, for a file without points or with poorer ones.
void take_laps(model::Run& run, const TcxActivity& activity, bool complete) {
  const auto timer = sum(activity.laps, &Lap::timer_s);
  // In a file that breaks off the last lap announces more than there is.
  if (complete && timer && *timer > 0) run.moving = Seconds(*timer);
  if (complete) {
    if (const auto distance = sum(activity.laps, &Lap::distance_m); distance && *distance > 0)
      run.distance = Metres(*distance);
  }
  if (!activity.points.empty()) return;
  const Lap& last = activity.laps.back();
  if (last.start && last.timer_s) run.elapsed = Seconds((last.start->at - run.start) + *last.timer_s);
  double beats = 0;
  double seconds = 0;
  for (const Lap& lap : activity.laps) {
    if (lap.heart_rate_mean_bpm && lap.timer_s) {
      beats += *lap.heart_rate_mean_bpm * *lap.timer_s;
      seconds += *lap.timer_s;
    }
    if (lap.heart_rate_max_bpm)
      run.heart_rate_max_bpm = std::max(run.heart_rate_max_bpm.value_or(0), *lap.heart_rate_max_bpm);
  }
  if (seconds > 0) run.heart_rate_mean_bpm = beats / seconds;
}

/// Some programs write the laps in kilometres, or the first lap alone: the points then know better.
void take_points_over_laps(model::Run& run, const Track& points, std::string_view name,
                           std::vector<std::string>& warnings) {
  const auto last =
      std::find_if(points.rbegin(), points.rend(), [](const TrackPoint& p) { return std::isfinite(p.distance_m); });
  if (!run.distance || last == points.rend() || run.distance->value() * 2 >= last->distance_m) return;
  warnings.push_back("The laps of " + quoted(name) +
                     " add up to less than half of the way in its points: I took the points'.");
  run.distance = Metres(last->distance_m);
}

std::optional<Instant> start_of(const TcxActivity& activity) {
  if (!activity.laps.empty() && activity.laps.front().start) return activity.laps.front().start->at;
  if (!activity.points.empty()) return Instant(activity.points.front().time_ms);
  if (activity.id) return activity.id->at;
  return std::nullopt;
}

std::optional<Activity> make_activity(std::string_view name, TcxActivity activity, bool complete,
                                      std::vector<std::string>& warnings) {
  if (const std::size_t dropped = order_by_time(activity.points); dropped > 0) {
    warnings.push_back("In " + quoted(name) + " " + counted(dropped, "point has", "points have") +
                       " an impossible time: left out.");
  }
  const auto start = start_of(activity);
  if (!start || (activity.points.empty() && activity.laps.empty())) return std::nullopt;
  auto known = sport_of_word(activity.sport);
  const Cleaned cleaned = clean_track(activity.points, known && model::is_run(known->sport));
  Activity made;
  model::Run& run = made.run;
  run.start = *start;
  run.file_offset_s = activity.offset_s;
  run.note = note_of(activity.notes);
  take_laps(run, activity, complete);
  if (!activity.points.empty()) {
    // A lap may begin before its first point, and its timer run on after the last one.
    if (activity.points.front().time_ms < run.start.milliseconds())
      run.start = Instant(activity.points.front().time_ms);
    const double to_last_point = Instant(activity.points.back().time_ms) - run.start;
    run.elapsed = Seconds(std::max(to_last_point, run.moving.value_or(Seconds(0)).value()));
    if (run.elapsed.value() > 2 * longest_lap_s) return std::nullopt;
  }
  take_points_over_laps(run, activity.points, name, warnings);
  complete_totals(run, activity.points);
  if (!(run.elapsed.value() > 0)) return std::nullopt;
  if (known) {
    run.sport = known->sport;
    made.kind = std::move(known->kind);
  } else {
    SportByPace taken = sport_by_pace(std::string(name), run);
    run.sport = taken.sport;
    made.kind = std::move(taken.kind);
    made.sport_is_a_guess = true;
    warnings.push_back(std::move(taken.warning));
  }
  leave_out_left_on(run, activity.points, cleaned.left_on_s);
  for (std::string& sentence : say(cleaned, quoted(name))) warnings.push_back(std::move(sentence));
  made.samples = to_samples(activity.points);
  return made;
}

Reading no_activity(const std::string& file, const TcxListener& tcx, const XmlEnding& ending) {
  if (!ending.complete) return refused("TCX", "tcx_damaged", file + " is damaged, and nothing in it could be kept.");
  if (tcx.activities.empty() && tcx.plan == "Course") {
    return not_an_activity("TCX", "tcx_course", file + " is a course to follow, not something you did.");
  }
  if (tcx.activities.empty() && tcx.plan == "Workout") {
    return not_an_activity("TCX", "tcx_workout", file + " is a planned workout, not one you did.");
  }
  if (tcx.points_without_time > 0) {
    return not_an_activity("TCX", "tcx_without_times", file + " has no times in it, so I can't tell when it was.");
  }
  return not_an_activity("TCX", "tcx_empty", file + " holds no activity that lasts: nothing to count.");
}

}  // namespace

Reading read_tcx(std::string_view name, std::span<const std::byte> bytes, const ReadLimits& limits) {
  const std::string file = quoted(name);
  std::optional<TcxListener> listener;
  const XmlEnding ending = read_xml(bytes, [&]() -> XmlListener& { return listener.emplace(limits); });
  TcxListener& tcx = *listener;
  Reading reading;
  reading.format = "TCX";
  for (std::size_t i = 0; i < tcx.activities.size(); ++i) {
    const bool whole = ending.complete || i + 1 < tcx.activities.size();
    if (auto made = make_activity(name, std::move(tcx.activities[i]), whole, reading.warnings)) {
      reading.activities.push_back(std::move(*made));
    }
  }
  if (reading.activities.empty()) return no_activity(file, tcx, ending);
  reading.verdict = Verdict::activities;
  if (tcx.points_without_time > 0) {
    reading.warnings.push_back("In " + file + " " + counted(tcx.points_without_time, "point has", "points have") +
                               " no time: left out.");
  }
  if (tcx.points_between_times > 0) reading.warnings.push_back(placed_between(file, tcx.points_between_times));
  if (ending.read_over) reading.warnings.push_back(read_over_forbidden(file));
  if (tcx.times_without_zone) reading.warnings.push_back("The times in " + file + " name no zone: I read them as UTC.");
  if (tcx.beyond_limits) {
    reading.salvaged = Salvage{more_than_any(file), ending.read_bytes, bytes.size()};
  } else if (!ending.complete) {
    const std::string kept = spoken(reading.activities.back().run.elapsed);
    reading.salvaged = Salvage{file + (ending.breaks_off ? " breaks off after " : " is damaged after ") + kept +
                                   ": I kept those " + kept + ".",
                               ending.read_bytes, bytes.size()};
  }
  return reading;
}

}  // namespace hipline::importers
