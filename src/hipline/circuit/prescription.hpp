#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"

namespace hipline::circuit {

/// One exercise at today's dose.
struct PrescribedExercise {
  std::string exercise;           ///< id in content/exercises
  int sets = 0;                   ///< within one round, each side
  std::optional<int> repetitions; ///< per side; nothing for a hold or work by time
  std::optional<Seconds> work;    ///< guide per side; nothing for repetitions
  bool to_fatigue = false;        ///< until the first repetition or second out of form
  std::string band;               ///< none, light, heavy
  std::string variant;            ///< id of the variant or regression to do; empty: as it stands
  Seconds rest_after;             ///< between its sets
  std::optional<std::string> left_out_because;  ///< rule id; the exercise is not done today
};

/// A difference between the therapist's own version and today's dose, with the rule that makes it.
struct Difference {
  std::string what;       ///< rounds, effort, to_fatigue, band, exercise …
  std::string as_written;
  std::string today;
  std::string rule;
};

/// A circuit for one day.
struct Prescription {
  LocalDay day;
  bool any = false;             ///< false: no circuit on this day, `because` says why
  std::string because;          ///< rule id
  std::string focus;            ///< full, mobility, usual_warm_up, walk_and_mobility
  int rounds = 0;
  int rounds_highest = 0;       ///< more is fine where easy and wanted
  double effort_low = 0;        ///< RPE
  double effort_high = 0;
  bool to_fatigue = false;
  Seconds rest_between_rounds;
  Seconds total;                ///< with rests
  std::vector<PrescribedExercise> exercises;
  std::vector<Difference> differences;  ///< against the therapist's own version
  std::vector<std::string> rules;       ///< every rule that shaped it
};

}  // namespace hipline::circuit
