#include "hipline/app/demo/made_up_runner.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "hipline/base/random.hpp"

namespace hipline::app {
namespace {

constexpr int days_to_race = 17;
constexpr std::uint64_t seed = 20261122;

struct Outline {
  int days_ago;
  double km;
  double pace_s_per_km;
};

/// The last two weeks as the source tells them: the very long run, then shorter ones, two of them cut short.
constexpr std::array<Outline, 6> last_two_weeks = {
    {{12, 29.0, 372}, {10, 9.0, 368}, {8, 7.0, 372}, {6, 12.0, 366}, {4, 9.0, 370}, {2, 10.0, 368}}};

/// Sixteen weeks before the race, less the last two: four runs a week, the long one growing with a lighter fourth week.
std::vector<Outline> training() {
  constexpr std::array<double, 11> long_runs = {14, 16, 18, 15, 20, 22, 24, 19, 26, 27, 28};
  std::vector<Outline> runs;
  for (std::size_t week = 0; week < long_runs.size(); ++week) {
    const int long_day = 89 - static_cast<int>(week) * 7;
    const bool lighter = week % 4 == 3;
    runs.push_back({long_day, long_runs[week], 376});
    runs.push_back({long_day - 2, lighter ? 8.0 : 10.0, 366});
    runs.push_back({long_day - 4, lighter ? 8.0 : 11.0, 330});  // the quicker run of the week
    runs.push_back({long_day - 5, lighter ? 6.0 : 8.0 + static_cast<double>(week) * 0.3, 372});
  }
  runs.insert(runs.end(), last_two_weeks.begin(), last_two_weeks.end());
  std::sort(runs.begin(), runs.end(), [](const Outline& a, const Outline& b) { return a.days_ago > b.days_ago; });
  return runs;
}

MadeUpRun make_run(const Outline& outline, LocalDay today, Random& random) {
  MadeUpRun made;
  model::Run& run = made.run;
  run.day = today - outline.days_ago;
  run.file_offset_s = 0;
  run.start = start_of_day(run.day, 0) + 7 * 3600 + static_cast<std::int64_t>(random.uniform(0, 1800));
  run.sport = model::Sport::running;

  model::Samples& samples = made.samples;
  const double usual_speed = 1000.0 / outline.pace_s_per_km;
  double distance = 0;
  double sway = 0;
  double heart_rate = 112;
  int second = 0;
  double heart_rate_sum = 0;
  double heart_rate_most = 0;
  while (distance < outline.km * 1000) {
    sway = 0.97 * sway + 0.03 * random.normal();
    const double speed = std::max(1.5, usual_speed * (1 + 0.12 * sway));
    const double wanted = 138 + 14 * (speed - 2.7) / 0.3 + distance / 4000;
    heart_rate += (wanted - heart_rate) / 60 + 0.25 * random.normal();
    distance += speed;
    ++second;
    // A loop of 4 km round a point in the ocean: nobody's way home.
    const double angle = distance / 4000 * 2 * 3.14159265358979;
    samples.time_ms.push_back((run.start + second).milliseconds());
    samples.distance_m.push_back(static_cast<float>(distance));
    samples.speed_m_per_s.push_back(static_cast<float>(speed));
    samples.altitude_m.push_back(static_cast<float>(20 + 6 * std::sin(angle)));
    samples.heart_rate_bpm.push_back(static_cast<float>(std::round(heart_rate)));
    samples.cadence_strides_per_min.push_back(static_cast<float>(std::round(79 + 6 * (speed - 2.7) + random.normal())));
    samples.latitude_deg.push_back(0.00573 * std::sin(angle));
    samples.longitude_deg.push_back(0.00573 * (1 - std::cos(angle)));
    heart_rate_sum += heart_rate;
    heart_rate_most = std::max(heart_rate_most, heart_rate);
  }
  run.elapsed = Seconds(second);
  run.moving = run.elapsed;
  run.distance = Metres(distance);
  run.ascent = Metres(std::round(outline.km / 4 * 12));
  run.descent = run.ascent;
  run.heart_rate_mean_bpm = std::round(heart_rate_sum / second);
  run.heart_rate_max_bpm = std::round(heart_rate_most);
  run.cadence_strides_per_min = 80;
  run.session_rpe = outline.km > 20 ? 6 : outline.pace_s_per_km < 340 ? 7 : 4;
  return made;
}

model::Answer yes(const char* fact) { return {fact, true}; }
model::Answer number(const char* fact, int value) { return {fact, static_cast<double>(value)}; }

struct Told {
  int days_ago;
  int worst;
  const char* onset;
  bool cut_short;
};

/// What the runner said of the last six runs.
std::array<Told, 6> told(Story story) {
  if (story == Story::growing) {
    return {{{12, 2, "onset_after", false},
             {10, 2, "onset_after", false},
             {8, 2, "onset_after", false},
             {6, 2, "onset_late", false},
             {4, 4, "onset_mid", true},
             {2, 6, "onset_warm_up", true}}};
  }
  return {{{12, 3, "onset_late", false},
           {10, 4, "onset_late", true},
           {8, 4, "onset_late", true},
           {6, 4, "onset_late", false},
           {4, 4, "onset_late", false},
           {2, 3, "onset_late", false}}};
}

model::CheckIn check_in_at(LocalDay day, int hour, model::Moment moment) {
  model::CheckIn check_in;
  check_in.day = day;
  check_in.at = start_of_day(day, 0) + hour * 3600;
  check_in.moment = moment;
  return check_in;
}

}  // namespace

std::optional<Story> story_named(std::string_view name) {
  if (name == "settling") return Story::settling;
  if (name == "growing") return Story::growing;
  if (name == "night") return Story::night;
  return std::nullopt;
}

MadeUpRunner made_up_runner(Story story, LocalDay today, const std::vector<std::string>& screening_facts,
                            const std::vector<std::string>& private_facts) {
  MadeUpRunner made;
  made.runner.made_up = true;
  made.runner.birth_year = today.year() - 36;
  made.runner.sex = model::Sex::female;
  made.runner.height_cm = 169;
  made.runner.mass_kg = 61;
  made.runner.country = "DE";
  made.runner.usual_pain = 0;
  made.runner.strength_sessions_per_week = 1;
  made.runner.earlier_episodes = {{model::Side::right, today - 150, "hip-flexor strain", true}};
  made.runner.equipment = {"mat", "loop_band_heavy", "loop_band_light"};
  made.runner.equipment_known = true;
  made.runner.done_circuit_before = true;

  made.race.day = today + days_to_race;
  made.race.name = "the made-up marathon";

  made.ache.side = model::Side::right;
  made.ache.sites = {model::Site::front_of_hip};
  made.ache.qualities = {model::Quality::deep, model::Quality::dull};
  made.ache.onset = model::OnsetManner::gradual;
  made.ache.onset_day = today - 12;
  made.ache.what_happened = "After a 29 km run";
  made.ache.pop = false;
  made.ache.stiffness_on_rising = 2;
  made.ache.tried = {{"yoga", false}, {"leg swings", false}, {"half-kneeling stretch", false}};

  Random random(seed);
  for (const Outline& outline : training()) made.runs.push_back(make_run(outline, today, random));

  // Every check-in answers every question, so that nothing is open and nothing has expired.
  const auto all_no = [&](model::CheckIn& check_in) {
    for (const auto* facts : {&screening_facts, &private_facts}) {
      for (const std::string& fact : *facts) check_in.answers.push_back({fact, false});
    }
  };
  const auto morning_of = [&](LocalDay day) {
    model::CheckIn morning = check_in_at(day, 7, model::Moment::morning);
    all_no(morning);
    morning.answers.push_back(number("pain_this_morning", 1));
    return morning;
  };
  for (const Told& run : told(story)) {
    model::CheckIn after = check_in_at(today - run.days_ago, 18, model::Moment::after_run);
    all_no(after);
    after.answers.push_back(number("worst_in_last_run", run.worst));
    after.answers.push_back(yes(run.onset));
    if (run.cut_short) after.answers.push_back(yes("cut_short"));
    made.check_ins.push_back(std::move(after));
    made.check_ins.push_back(morning_of(today - run.days_ago + 1));
  }
  model::CheckIn this_morning = morning_of(today);
  for (model::Answer& answer : this_morning.answers.edit()) {
    if (story == Story::night && answer.fact == "wakes_at_night") answer.value = true;
  }
  made.check_ins.push_back(std::move(this_morning));
  std::stable_sort(made.check_ins.begin(), made.check_ins.end(),
                   [](const auto& a, const auto& b) { return a.at < b.at; });
  return made;
}

}  // namespace hipline::app
