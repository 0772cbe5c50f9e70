#include "hipline/importers/fit/fit_activities.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "hipline/importers/cleaning/clean_track.hpp"
#include "hipline/importers/sports.hpp"
#include "hipline/importers/wording.hpp"

namespace hipline::importers {
namespace {

constexpr double longest_activity_s = 14 * 86400.0;
/// Records that go on for longer than this after the last session belong to one that was never written.
constexpr std::int64_t unwritten_session_s = 60;

std::optional<double> between(std::optional<double> value, double lowest, double highest) {
  return value && *value >= lowest && *value <= highest ? value : std::nullopt;
}

std::optional<Metres> metres(std::optional<double> value) {
  if (!value) return std::nullopt;
  return Metres(*value);
}

/// The end of a session by its own words.
std::optional<std::int64_t> end_of(const FitSummary& session) {
  if (session.start_s && between(session.elapsed_s, 0, longest_activity_s)) {
    return *session.start_s + static_cast<std::int64_t>(std::ceil(*session.elapsed_s));
  }
  return session.end_s;
}

/// Sessions in the order of their starts; those without a start take the end of the one before.
std::vector<FitSummary> ordered(std::vector<FitSummary> sessions) {
  std::optional<std::int64_t> last_end;
  for (FitSummary& session : sessions) {
    if (!session.start_s && session.end_s && between(session.elapsed_s, 0, longest_activity_s)) {
      session.start_s = *session.end_s - static_cast<std::int64_t>(*session.elapsed_s);
    }
    if (!session.start_s) session.start_s = last_end;
    last_end = end_of(session);
  }
  std::stable_sort(sessions.begin(), sessions.end(), [](const FitSummary& a, const FitSummary& b) {
    return a.start_s.value_or(0) < b.start_s.value_or(0);
  });
  return sessions;
}

/// Shares the records out: each goes to the last session that had begun; the first also takes what came before it.
/// With `unwritten`, records well after the last session's end make one more track.
std::vector<Track> share_out(Track&& records, const std::vector<FitSummary>& sessions, bool unwritten) {
  std::vector<Track> tracks(std::max<std::size_t>(sessions.size(), 1));
  std::optional<std::int64_t> last_end;
  if (unwritten && !sessions.empty()) last_end = end_of(sessions.back());
  if (tracks.size() == 1 && !(last_end && !records.empty() && records.back().time_ms / 1000 > *last_end)) {
    tracks.front() = std::move(records);
    return tracks;
  }
  Track beyond;
  std::size_t current = 0;
  for (const TrackPoint& point : records) {
    const std::int64_t at_s = point.time_ms / 1000;
    while (current + 1 < sessions.size() && at_s >= sessions[current + 1].start_s.value_or(0)) ++current;
    if (last_end && at_s > *last_end) {
      beyond.push_back(point);
    } else {
      tracks[current].push_back(point);
    }
  }
  if (!beyond.empty()) {
    if (beyond.back().time_ms / 1000 - *last_end > unwritten_session_s) {
      tracks.push_back(std::move(beyond));
    } else {
      tracks[current].insert(tracks[current].end(), beyond.begin(), beyond.end());
    }
  }
  return tracks;
}

/// In a multisport file the distance may count on from one sport to the next.
void start_from(Track& track, double& counted_m, bool first) {
  double last = std::numeric_limits<double>::quiet_NaN();
  double base = 0;
  bool looked = first;
  for (TrackPoint& point : track) {
    if (!std::isfinite(point.distance_m)) continue;
    if (!looked) {
      looked = true;
      if (counted_m > 0 && point.distance_m >= counted_m) base = counted_m;
    }
    last = point.distance_m;
    point.distance_m -= base;
  }
  if (std::isfinite(last)) counted_m = last;
}

FitSummary from_laps(const FitPart& part) {
  FitSummary made;
  made.sport = part.sport;
  made.sub_sport = part.sub_sport;
  double distance = 0;
  double timer = 0;
  bool distance_known = false;
  bool timer_known = false;
  for (const FitSummary& lap : part.laps) {
    if (!made.start_s || (lap.start_s && *lap.start_s < *made.start_s)) made.start_s = lap.start_s;
    if (lap.end_s && (!made.end_s || *lap.end_s > *made.end_s)) made.end_s = lap.end_s;
    if (lap.distance_m) distance += *lap.distance_m;
    if (lap.timer_s) timer += *lap.timer_s;
    distance_known = distance_known || lap.distance_m;
    timer_known = timer_known || lap.timer_s;
    if (!made.sport) {
      made.sport = lap.sport;
      made.sub_sport = lap.sub_sport;
    }
  }
  // Laps stop at the last one that was written: where there are records they know more.
  if (part.records.empty()) {
    if (distance_known) made.distance_m = distance;
    if (timer_known) made.timer_s = timer;
  } else {
    made.start_s.reset();
    made.end_s.reset();
  }
  return made;
}

void take_effort(model::Run& run, const FitSummary& said, std::string_view name, std::vector<std::string>& warnings) {
  run.feel = between(said.feel, 0, 100);
  if (!said.effort_times_ten) return;
  const double stored = *said.effort_times_ten;
  if (stored == 0 || (stored >= 10 && stored <= 100)) {
    run.session_rpe = stored / 10;
  } else {
    warnings.push_back("The effort in " + quoted(name) + " is written in a way I can't read: I left it open.");
  }
}

/// The sport that the session names, else the one that only its own messages belong to.
std::optional<NamedSport> sport_of_messages(const FitSummary& said, const FitPart& part) {
  if (auto named = sport_of_fit(said.sport, said.sub_sport)) return named;
  if (part.has_strength_sets) return NamedSport{model::Sport::strength, "strength session"};
  if (part.has_swim_lengths) return NamedSport{model::Sport::swimming, "swim"};
  return std::nullopt;
}

std::optional<Activity> make_activity(std::string_view name, const FitSummary& said, Track track, const FitPart& part,
                                      std::vector<std::string>& warnings) {
  Activity made;
  model::Run& run = made.run;
  const auto named = sport_of_messages(said, part);
  const Cleaned cleaned = clean_track(track, named && model::is_run(named->sport));
  if (said.start_s) {
    run.start = Instant::from_seconds(*said.start_s);
  } else if (!track.empty()) {
    run.start = Instant(track.front().time_ms);
  } else {
    return std::nullopt;
  }
  run.file_offset_s = part.offset_s;
  if (const auto elapsed = between(said.elapsed_s, 0.001, longest_activity_s)) {
    run.elapsed = Seconds(*elapsed);
  } else if (said.start_s && said.end_s && *said.end_s > *said.start_s &&
             static_cast<double>(*said.end_s - *said.start_s) <= longest_activity_s) {
    run.elapsed = Seconds(static_cast<double>(*said.end_s - *said.start_s));
  }
  if (const auto timer = between(said.timer_s, 0.001, longest_activity_s)) run.moving = Seconds(*timer);
  run.distance = metres(said.distance_m);
  run.ascent = metres(said.ascent_m);
  run.descent = metres(said.descent_m);
  run.heart_rate_mean_bpm = between(said.heart_rate_mean_bpm, 1, 254);
  run.heart_rate_max_bpm = between(said.heart_rate_max_bpm, 1, 254);
  run.cadence_strides_per_min = between(said.cadence_strides_per_min, 1, 254);
  complete_totals(run, track);
  if (!(run.elapsed.value() > 0)) return std::nullopt;
  take_effort(run, said, name, warnings);
  if (named) {
    run.sport = named->sport;
    made.kind = named->kind;
  } else {
    SportByPace taken = sport_by_pace(std::string(name), run);
    run.sport = taken.sport;
    made.kind = std::move(taken.kind);
    made.sport_is_a_guess = true;
    warnings.push_back(std::move(taken.warning));
  }
  leave_out_left_on(run, track, cleaned.left_on_s);
  for (std::string& sentence : say(cleaned, quoted(name))) warnings.push_back(std::move(sentence));
  made.samples = to_samples(track);
  return made;
}

}  // namespace

std::vector<Activity> fit_activities(std::string_view name, FitPart part, std::vector<std::string>& warnings) {
  const std::size_t dropped = order_by_time(part.records);
  if (const std::size_t left_out = dropped + part.records_without_time; left_out > 0) {
    warnings.push_back("In " + quoted(name) + " " + counted(left_out, "record has", "records have") +
                       " no usable time: left out.");
  }
  if (part.local_times_only) {
    warnings.push_back("The watch behind " + quoted(name) + " did not know the time zone: I took its own clock.");
  }
  const bool damaged = part.ending != FitEnding::complete;
  std::vector<FitSummary> sessions = ordered(std::move(part.sessions));
  if (sessions.empty()) {
    if (part.records.empty() && part.laps.empty()) return {};
    sessions.push_back(from_laps(part));
  }
  std::vector<Track> tracks =
      share_out(std::move(part.records), sessions, damaged && sessions.front().start_s.has_value());
  std::vector<Activity> activities;
  double counted_m = 0;
  for (std::size_t i = 0; i < tracks.size(); ++i) {
    start_from(tracks[i], counted_m, i == 0);
    // The last track may be one whose session was never written.
    FitSummary said;
    if (i < sessions.size()) {
      said = sessions[i];
      if (!said.sport) {
        said.sport = part.sport;
        said.sub_sport = part.sub_sport;
      }
    }
    if (auto made = make_activity(name, said, std::move(tracks[i]), part, warnings)) {
      activities.push_back(std::move(*made));
    }
  }
  return activities;
}

}  // namespace hipline::importers
