#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"
#include "hipline/model/history.hpp"
#include "hipline/rules/evidence.hpp"
#include "hipline/triage/pain.hpp"

namespace hipline::trends {

enum class Course : std::uint8_t { better, same, worse, not_enough_yet };

enum class What : std::uint8_t { stiffness, hold_left, hold_right, pain, days_kept, distance_kept };

/// One thing measured in two stretches of days, the earlier and the later one.
struct Measure {
  What what = What::pain;
  Course course = Course::not_enough_yet;
  std::optional<double> before;
  std::optional<double> now;
  int have = 0;  ///< measurements in the poorer of the two stretches
  int need = 0;  ///< in each
};

/// The three promises as measured.
struct Promises {
  std::vector<Measure> looser;     ///< stiffness on rising, and hold seconds a side
  std::vector<Measure> calmer;     ///< pain
  std::vector<Measure> on_course;  ///< days and distance kept of what was asked
};

/// What a day's answer asked for. Distance 0: no running.
struct AskedDay {
  LocalDay day;
  Metres distance;
};

/// Compares the last days with those before. `asked`: the last answer of each day that is over, in any order; days
/// whose run was asked in minutes are left out by the caller. `pain`: the history's story.
Promises measure_promises(const model::History& history, const triage::PainStory& pain,
                          const std::vector<AskedDay>& asked, const rules::Parameters& parameters);

/// The least good of some measures; not enough yet where none has enough.
inline Course course_of(const std::vector<Measure>& measures) {
  Course course = Course::not_enough_yet;
  for (const Measure& one : measures) {
    if (one.course == Course::not_enough_yet) continue;
    if (course == Course::not_enough_yet || one.course > course) course = one.course;
  }
  return course;
}

}  // namespace hipline::trends
