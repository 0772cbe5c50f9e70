#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"

namespace hipline::circuit {

/// How an exercise went when it was last done. Empty means not said.
struct LastTime {
  LocalDay day;
  int sets = 0;
  std::optional<int> repetitions;
  std::optional<Seconds> left;
  std::optional<Seconds> right;
  std::optional<Seconds> best_left;  ///< longest so far, this time among them
  std::optional<Seconds> best_right;
  std::string band;
  std::optional<double> effort;
  std::optional<int> pain;
  bool pinched = false;
};

/// What is not as it was last time, and the rule that made it so.
struct Change {
  std::string what;  ///< rounds, left_out, variant, band, sets, repetitions, left, right, offer
  std::string before;
  std::string today;
  std::string rule;  ///< empty where nothing asks for less any more
};

/// Why an exercise did not grow since last time: the first of them that holds.
enum class Held {
  no,                 ///< it grew, or was never done
  hurt,               ///< last time was not calm
  not_told,           ///< how it felt last time was not told
  morning_not_told,   ///< nor how the hip was on the morning after
  one_calm_so_far,    ///< two calm times in a row are needed
  not_on_such_a_day,  ///< two calm times, and a day that holds still: the race is near, or the day asks for less
};

/// One exercise's way from last time to today.
struct Progress {
  std::optional<LastTime> last;     ///< nothing: never done
  std::optional<Seconds> aim_left;  ///< for a hold or work by time, where today goes near fatigue
  std::optional<Seconds> aim_right;
  std::vector<Change> changes;
  Held held = Held::no;
};

}  // namespace hipline::circuit
