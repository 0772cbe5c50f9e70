#include "hipline/importers/gpx/gpx_reader.hpp"

#include <algorithm>
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

/// Tracks of one outing: laps are often written as tracks of their own.
constexpr double longest_gap_s = 30 * 60;

struct GpxTrack {
  std::string type;
  std::string description;
  std::string comment;
  std::optional<int> offset_s;
  Track points;
  std::size_t without_time = 0;   ///< left out
  std::size_t between_times = 0;  ///< got a time from their neighbours

  /// A few times among many points, as a planner leaves them, make no recording.
  [[nodiscard]] bool was_recorded() const {
    constexpr std::size_t most_between = 3;  // to one that has a time
    if (points.empty()) return false;
    const std::size_t timed = points.size() - between_times;
    return timed >= without_time && timed * most_between >= between_times;
  }
};

class GpxListener final : public XmlListener {
 public:
  explicit GpxListener(const ReadLimits& limits) : limits_(limits) {}

  void begin(std::string_view, std::string_view name, const XmlAttributes& attributes) override {
    if (name == "trk") {
      leave_out_waiting();
      if (tracks.size() < limits_.activities) {
        tracks.emplace_back();
      } else {
        beyond_limits = true;
      }
    } else if (name == "trkseg") {
      leave_out_waiting();
      new_segment_ = true;
    } else if (name == "trkpt") {
      point_ = TrackPoint{};
      time_.reset();
      in_point_ = true;
      for (const auto& [key, value] : attributes) {
        if (key == "lat") point_.latitude_deg = number_within(value, -90, 90).value_or(point_.latitude_deg);
        if (key == "lon") point_.longitude_deg = number_within(value, -180, 180).value_or(point_.longitude_deg);
      }
    } else if (name == "rtept" || name == "wpt") {
      ++places_without_track;
    }
  }

  void end(std::string_view parent, std::string_view name, std::string_view text) override {
    if (name == "trkpt") {
      finish_point();
    } else if (in_point_) {
      take_value(parent, name, text);
    } else if (name == "type" && parent == "trk" && !tracks.empty()) {
      tracks.back().type = std::string(text);
    } else if (name == "desc" && parent == "trk" && !tracks.empty()) {
      tracks.back().description = std::string(text);
    } else if (name == "cmt" && parent == "trk" && !tracks.empty()) {
      tracks.back().comment = std::string(text);
    }
  }

  void finish() { leave_out_waiting(); }

  /// What the file breaks off inside of still counts when it has a time.
  std::vector<GpxTrack> tracks;
  std::size_t points_without_time = 0;   ///< left out
  std::size_t points_between_times = 0;  ///< got a time from their neighbours
  std::size_t places_without_track = 0;
  bool times_without_zone = false;
  bool beyond_limits = false;  ///< there was more than is read of any file

 private:
  void take_value(std::string_view parent, std::string_view name, std::string_view text) {
    const auto set = [&](float TrackPoint::*column, double lowest, double highest) {
      if (const auto value = number_within(text, lowest, highest)) point_.*column = static_cast<float>(*value);
    };
    if (name == "time" && parent == "trkpt") time_ = time_in(text);
    if (name == "ele") set(&TrackPoint::altitude_m, -500, 10000);
    if (name == "speed") set(&TrackPoint::speed_m_per_s, 0, 100);
    if (name == "hr" || name == "heartrate") set(&TrackPoint::heart_rate_bpm, 1, 254);
    // "cad" counts both what a crank and what one leg does, as FIT does.
    if (name == "cad" || name == "cadence") set(&TrackPoint::cadence_strides_per_min, 0, 255);
    if (name == "atemp" || name == "temp") set(&TrackPoint::temperature_c, -100, 100);
    if (name == "power" || name == "PowerInWatts") set(&TrackPoint::power_w, 0, 10000);
  }

  void finish_point() {
    in_point_ = false;
    if (tracks.empty()) tracks.emplace_back();
    GpxTrack& track = tracks.back();
    if (points_ == limits_.records) {
      beyond_limits = true;
      return;
    }
    ++points_;
    if (!time_) {
      waiting_.push_back(point_);
      if (new_segment_ || track.points.empty()) leave_out_waiting();
      return;
    }
    if (time_->offset_s && !track.offset_s) track.offset_s = time_->offset_s;
    times_without_zone = times_without_zone || time_->without_zone;
    point_.time_ms = time_->at.milliseconds();
    point_.after_pause = new_segment_ && !track.points.empty();
    new_segment_ = false;
    if (const std::size_t placed = place_between(track.points, waiting_, point_); placed > 0) {
      track.between_times += placed;
      points_between_times += placed;
    }
    track.points.push_back(point_);
  }

  /// Points without a time that no later time follows.
  void leave_out_waiting() {
    points_without_time += waiting_.size();
    if (!tracks.empty()) tracks.back().without_time += waiting_.size();
    waiting_.clear();
  }

  const ReadLimits& limits_;
  std::size_t points_ = 0;
  TrackPoint point_;
  Track waiting_;  ///< without a time, until one comes behind them
  std::optional<WrittenTime> time_;
  bool in_point_ = false;
  bool new_segment_ = false;
};

/// Joins tracks of one outing.
std::vector<GpxTrack> outings(std::vector<GpxTrack>&& tracks) {
  std::vector<GpxTrack> joined;
  for (GpxTrack& track : tracks) {
    if (!track.was_recorded()) continue;
    if (!joined.empty()) {
      GpxTrack& last = joined.back();
      const double gap_s = static_cast<double>(track.points.front().time_ms - last.points.back().time_ms) / 1000.0;
      const bool same_kind = track.type == last.type;
      if (same_kind && gap_s >= 0 && gap_s <= longest_gap_s) {
        track.points.front().after_pause = true;
        if (last.description.empty()) last.description = std::move(track.description);
        if (last.comment.empty()) last.comment = std::move(track.comment);
        last.points.insert(last.points.end(), track.points.begin(), track.points.end());
        continue;
      }
    }
    joined.push_back(std::move(track));
  }
  return joined;
}

std::optional<Activity> make_activity(std::string_view name, GpxTrack track, std::vector<std::string>& warnings) {
  if (const std::size_t dropped = order_by_time(track.points); dropped > 0) {
    warnings.push_back("In " + quoted(name) + " " + counted(dropped, "point has", "points have") +
                       " an impossible time: left out.");
  }
  auto known = sport_of_word(track.type);
  const Cleaned cleaned = clean_track(track.points, known && model::is_run(known->sport));
  Activity made;
  made.run.start = Instant(track.points.front().time_ms);
  made.run.file_offset_s = track.offset_s;
  made.run.note = note_of(track.description, track.comment);
  complete_totals(made.run, track.points);
  if (!(made.run.elapsed.value() > 0)) return std::nullopt;
  if (known) {
    made.run.sport = known->sport;
    made.kind = std::move(known->kind);
  } else {
    SportByPace taken = sport_by_pace(std::string(name), made.run);
    made.run.sport = taken.sport;
    made.kind = std::move(taken.kind);
    made.sport_is_a_guess = true;
    warnings.push_back(std::move(taken.warning));
  }
  leave_out_left_on(made.run, track.points, cleaned.left_on_s);
  for (std::string& sentence : say(cleaned, quoted(name))) warnings.push_back(std::move(sentence));
  made.samples = to_samples(track.points);
  return made;
}

/// `with_points`: some track has more than one point with a time.
Reading no_activity(const std::string& file, const GpxListener& gpx, bool with_points, const XmlEnding& ending) {
  if (!ending.complete) return refused("GPX", "gpx_damaged", file + " is damaged, and nothing in it could be kept.");
  if (gpx.points_without_time + gpx.points_between_times > 1) {
    return not_an_activity("GPX", "gpx_without_times",
                           file + " is a route without times: a way to go, not a run you did.");
  }
  if (with_points) {
    return not_an_activity("GPX", "gpx_without_duration",
                           "All points of " + file + " carry the same time, so I can't tell how long it took.");
  }
  if (gpx.tracks.empty() && gpx.places_without_track > 0) {
    return not_an_activity("GPX", "gpx_without_track", file + " holds places or a planned route, not a run you did.");
  }
  return not_an_activity("GPX", "gpx_empty", file + " holds no track that lasts: nothing to count.");
}

}  // namespace

Reading read_gpx(std::string_view name, std::span<const std::byte> bytes, const ReadLimits& limits) {
  const std::string file = quoted(name);
  std::optional<GpxListener> listener;
  const XmlEnding ending = read_xml(bytes, [&]() -> XmlListener& { return listener.emplace(limits); });
  GpxListener& gpx = *listener;
  gpx.finish();
  Reading reading;
  reading.format = "GPX";
  const bool with_points =
      std::any_of(gpx.tracks.begin(), gpx.tracks.end(), [](const GpxTrack& track) { return track.points.size() > 1; });
  for (GpxTrack& track : outings(std::move(gpx.tracks))) {
    if (auto made = make_activity(name, std::move(track), reading.warnings))
      reading.activities.push_back(std::move(*made));
  }
  if (reading.activities.empty()) return no_activity(file, gpx, with_points, ending);
  reading.verdict = Verdict::activities;
  if (gpx.points_without_time > 0) {
    reading.warnings.push_back("In " + file + " " + counted(gpx.points_without_time, "point has", "points have") +
                               " no time: left out.");
  }
  if (gpx.points_between_times > 0) reading.warnings.push_back(placed_between(file, gpx.points_between_times));
  if (ending.read_over) reading.warnings.push_back(read_over_forbidden(file));
  if (gpx.times_without_zone) reading.warnings.push_back("The times in " + file + " name no zone: I read them as UTC.");
  if (gpx.beyond_limits) {
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
