#include "hipline/importers/table/list_reader.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "hipline/importers/notes.hpp"
#include "hipline/importers/sports.hpp"
#include "hipline/importers/table/list_columns.hpp"
#include "hipline/importers/table/written_values.hpp"
#include "hipline/importers/track.hpp"
#include "hipline/importers/wording.hpp"

namespace hipline::importers {
namespace {

using enum ListColumn;

constexpr double metres_of_a_mile = 1609.344;
constexpr double longest_s = 14 * 86400.0;
constexpr double longest_m = 1'000'000;
/// Where a list by hand tells no time: stated in a warning, and close enough for what a week adds up to.
constexpr double assumed_s_per_m = 0.36;
constexpr double noon_s = 12 * 3600.0;

/// What had to be taken for granted or left out, counted over all lines.
struct Counts {
  std::size_t unreadable = 0;
  std::size_t without_time = 0;
  std::size_t guessed_sports = 0;
  std::size_t guessed_units = 0;
};

class ListReader {
 public:
  ListReader(const ListLayout& layout, const CsvTable& table) : layout_(layout) {
    std::vector<std::string_view> dates;
    for (const auto& row : table.rows) {
      row_ = &row;
      dates.push_back(text(start));
    }
    order_ = date_order(dates);
  }

  std::optional<Activity> read(const std::vector<std::string>& row) {
    row_ = &row;
    Activity made;
    made.described_file = std::string(text(file));
    if (!take_start(made) || !take_way_and_time(made)) {
      ++counts.unreadable;
      return std::nullopt;
    }
    take_sport(made);
    take_the_rest(made);
    return made;
  }

  Counts counts;

 private:
  [[nodiscard]] std::string_view text(ListColumn what) const {
    const auto at = layout_.column(what);
    if (!at || *at >= row_->size()) return {};
    const std::string_view field = (*row_)[*at];
    return field == "--" ? std::string_view() : field;
  }

  [[nodiscard]] std::optional<double> number(ListColumn what, double lowest, double highest) const {
    const auto value = written_number(text(what));
    return value && *value >= lowest && *value <= highest ? value : std::nullopt;
  }

  bool take_start(Activity& made) const {
    auto day = written_day(text(start), order_);
    if (!day) {
      made.start_known = StartKnown::not_at_all;
      return !made.described_file.empty();
    }
    if (!day->second_of_day && !text(clock).empty()) {
      if (const auto with_clock = written_day(std::string(text(start)) + " " + std::string(text(clock)), order_))
        day = with_clock;
    }
    made.start_known = !day->second_of_day                                 ? StartKnown::by_day
                       : day->offset_s || layout_.kind == ListKind::strava ? StartKnown::exactly
                                                                           : StartKnown::by_local_clock;
    made.run.start = start_of_day(day->day, day->offset_s.value_or(0)) +
                     day->second_of_day.value_or(static_cast<std::int64_t>(noon_s));
    if (day->offset_s && *day->offset_s != 0) made.run.file_offset_s = day->offset_s;
    return true;
  }

  bool take_way_and_time(Activity& made) {
    const auto way = number(distance, 0, longest_m);
    const auto km = way ? std::optional(in_metres(*way, layout_.distance_unit) / 1000) : std::nullopt;
    const auto took = duration(elapsed, km);
    const auto moved = duration(moving, km);
    if (way && *way > 0) made.run.distance = Metres(metres_of(*way, took ? took : moved));
    made.run.moving = moved;
    if (took || moved) {
      made.run.elapsed = took ? *took : *moved;
    } else if (made.run.distance) {
      made.run.elapsed = Seconds(made.run.distance->value() * assumed_s_per_m);
      ++counts.without_time;
    } else {
      return made.start_known == StartKnown::not_at_all;
    }
    if (made.run.moving && made.run.moving->value() > made.run.elapsed.value()) made.run.moving = made.run.elapsed;
    return true;
  }

  [[nodiscard]] std::optional<Seconds> duration(ListColumn what, std::optional<double> km) const {
    const std::string_view written = text(what);
    auto took = written_duration(written, km);
    if (took && layout_.durations_in_minutes && written.find(':') == std::string_view::npos)
      took = Seconds(took->value() * 60);
    // A bare number in a log by hand is minutes: nobody writes down seconds.
    else if (took && layout_.kind == ListKind::own && written.find(':') == std::string_view::npos)
      took = Seconds(took->value() * 60);
    if (!took || !(took->value() > 0 && took->value() <= longest_s)) return std::nullopt;
    return took;
  }

  static double in_metres(double way, LengthUnit unit) {
    switch (unit) {
      case LengthUnit::metres: return way;
      case LengthUnit::miles: return way * metres_of_a_mile;
      case LengthUnit::kilometres:
      case LengthUnit::not_said: break;
    }
    return way * 1000;
  }

  /// Where the list names no unit, what the line itself tells decides: stride and rhythm, else the pace.
  double metres_of(double way, std::optional<Seconds> took) {
    if (layout_.distance_unit != LengthUnit::not_said) return in_metres(way, layout_.distance_unit);
    ++counts.guessed_units;
    if (!took) return in_metres(way, LengthUnit::kilometres);
    constexpr double fastest_m_per_s = 40;
    if (way * 1000 > fastest_m_per_s * took->value()) return way;
    const auto steps_per_min = number(cadence, 1, 300);
    const auto step_m = number(stride, 0.1, 3);
    if (steps_per_min && step_m) {
      const double by_steps = *steps_per_min * *step_m * took->value() / 60;
      const double off_km = std::abs(by_steps - way * 1000);
      if (std::abs(by_steps - way * metres_of_a_mile) < off_km) return way * metres_of_a_mile;
    }
    return way * 1000;
  }

  void take_sport(Activity& made) {
    const std::string_view word = text(sport);
    if (auto known = sport_of_word(word)) {
      made.run.sport = known->sport;
      made.kind = std::move(known->kind);
      return;
    }
    // A log that a runner keeps by hand is of runs unless it says otherwise.
    if (word.empty() && layout_.kind == ListKind::own) {
      made.run.sport = model::Sport::running;
      made.kind = "run";
      return;
    }
    SportByPace taken = sport_by_pace("the list", made.run);
    made.run.sport = taken.sport;
    made.kind = std::move(taken.kind);
    made.sport_is_a_guess = true;
    ++counts.guessed_sports;
  }

  void take_the_rest(Activity& made) const {
    model::Run& run = made.run;
    run.heart_rate_mean_bpm = number(heart_rate_mean, 20, 254);
    run.heart_rate_max_bpm = number(heart_rate_max, 20, 254);
    if (const auto up = number(ascent, 0, 20000)) run.ascent = Metres(*up);
    if (const auto down = number(descent, 0, 20000)) run.descent = Metres(*down);
    // Garmin counts both legs in this list, as far as it is of runs.
    constexpr double most_strides = 130;
    if (auto rhythm = number(cadence, 1, 300))
      run.cadence_strides_per_min = *rhythm > most_strides ? *rhythm / 2 : *rhythm;
    run.session_rpe = number(effort, 0, 10);
    if (layout_.kind == ListKind::intervals) {
      // From 1, strong, to 5, weak; FIT counts the other way, to 100.
      if (const auto felt = number(feel, 1, 5)) run.feel = (5 - *felt) * 25;
    }
    run.note = note_of(text(note), text(private_note));
    // Pain is a whole number: half a point more is taken for the next one up.
    if (const auto worst = number(pain, 0, 10)) run.answers.worst_pain = static_cast<int>(std::ceil(*worst));
  }

  const ListLayout& layout_;
  const std::vector<std::string>* row_ = nullptr;
  DateOrder order_ = DateOrder::unknown;
};

void warn(Reading& reading, const std::string& file, const ListLayout& layout, const Counts& counts) {
  const auto add = [&](std::size_t count, const std::string& rest) {
    if (count > 0) reading.warnings.push_back("In " + counted(count, "line", "lines") + " of " + file + " " + rest);
  };
  add(counts.unreadable, "I can read no day, or neither way nor time: left out.");
  add(counts.without_time, "no time stands: I took 6 minutes a kilometre.");
  add(counts.guessed_sports, "the sport is one that I don't know: taken by the pace.");
  if (layout.kind != ListKind::strava)
    add(counts.guessed_units, "the distance has no unit: I took kilometres unless stride or pace spoke against it.");
}

}  // namespace

Reading read_activity_list(std::string_view name, std::span<const std::byte> bytes) {
  const std::string file = quoted(name);
  const CsvTable table = read_csv(bytes);
  const auto layout = layout_of(table);
  if (!layout) {
    return refused("", "not_a_training_file",
                   file + " is a table, but not one of runs: I look for a day, and a distance or a time.");
  }
  Reading reading;
  reading.format = "CSV";
  ListReader reader(*layout, table);
  for (const auto& row : table.rows)
    if (auto made = reader.read(row)) reading.activities.push_back(std::move(*made));
  if (reading.activities.empty()) {
    return not_an_activity("CSV", "list_empty",
                           file + " is a list of activities, but no line of it says when and how far or how long.");
  }
  reading.verdict = Verdict::activities;
  warn(reading, file, *layout, reader.counts);
  if (table.beyond_limits) reading.salvaged = Salvage{more_than_any(file), bytes.size(), bytes.size()};
  return reading;
}

}  // namespace hipline::importers
