#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"
#include "hipline/circuit/last_time.hpp"

namespace hipline::circuit {

/// One exercise at today's dose.
struct PrescribedExercise {
  std::string exercise;                                ///< id in content/exercises
  int sets = 0;                                        ///< within one round, each side
  std::optional<int> repetitions;                      ///< per side; nothing for a hold or work by time
  std::optional<Seconds> work;                         ///< guide per side, the lower end; nothing for repetitions
  std::optional<Seconds> work_highest = std::nullopt;  ///< the upper end of the guide; the total counts with it
  std::optional<int> rounds_most = std::nullopt;       ///< done in no more rounds than this; nothing: in all
  bool to_fatigue = false;                             ///< until the first repetition or second out of form
  std::string band;                                    ///< none, light, heavy
  std::string variant;                                 ///< id of the variant or regression to do; empty: as it stands
  std::vector<std::string> swaps = {};                 ///< ids of the equipment swaps to use
  Seconds time;                                        ///< of one round, its own rests included
  Seconds rest_after;                                  ///< between its sets
  std::string offer = {};                              ///< id of the progression that may be tried today; empty: none
  std::vector<std::string> notes = {};                 ///< what rules have to say about it today
  std::optional<std::string> left_out_because;         ///< rule id; the exercise is not done today
  Progress progress = {};                              ///< from last time to today
};

/// A difference between the therapist's own version and today's dose, with the rule that makes it.
struct Difference {
  std::string what;  ///< rounds, effort, to_fatigue, band, exercise, variant, focus, work, circuit
  std::string as_written;
  std::string today;
  std::string rule;           ///< empty where only missing equipment makes it
  std::string exercise = {};  ///< id, of what concerns one exercise
};

/// A circuit for one day.
struct Prescription {
  LocalDay day;
  bool any = false;     ///< false: no circuit on this day, `because` says why
  std::string because;  ///< rule id
  std::string focus;    ///< full, mobility, walk_and_mobility; without a circuit: usual_warm_up, clinician_first, none
  int rounds = 0;
  int rounds_highest = 0;  ///< more is fine where easy and wanted
  double effort_low = 0;   ///< RPE; 0: "up to" effort_high
  double effort_high = 0;  ///< 0 in the therapist's own version, which names no number
  bool to_fatigue = false;
  int stop_short_repetitions = 0;  ///< where not to fatigue: repetitions to leave undone; 0: effort alone decides
  Seconds stop_short;              ///< the same for holds
  bool run_first = false;          ///< a run falls on the same day and goes before it
  Seconds rest_between_exercises;
  Seconds rest_between_rounds;
  Seconds total;            ///< with rests
  bool short_form = false;  ///< one round because time is short
  std::vector<PrescribedExercise> exercises;
  std::vector<std::string> covers;      ///< directions that these exercises train (S9), by name
  std::vector<std::string> misses;      ///< and those they leave to the rest of the week
  std::vector<Difference> differences;  ///< against the therapist's own version
  std::vector<Change> changes;          ///< of the whole circuit, since last time
  std::vector<std::string> notes;       ///< what rules have to say about the whole
  std::vector<std::string> rules;       ///< every rule that shaped it
};

}  // namespace hipline::circuit
