#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/circuit/exercise.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline::circuit {

/// One exercise of a programme's day, with its dose for the whole day.
struct ProgrammeExercise {
  std::string exercise;            ///< id in content/exercises
  int sets = 1;                    ///< of the day, each side
  std::optional<int> repetitions;  ///< a set, each side; nothing for work by time
  std::optional<Range> seconds;
};

struct ProgrammeDay {
  std::string name;
  std::vector<ProgrammeExercise> exercises;
};

/// Some weeks in a row that look alike.
struct ProgrammeStage {
  int first_week = 1;
  int last_week = 1;
  std::string aim;
  Range effort;  ///< RPE
  std::vector<ProgrammeDay> days;
};

/// A strength programme for after the race, as clinicians wrote it in content/programmes (S12).
struct Programme {
  std::string id;
  std::string title;
  Source source;
  std::string summary;
  int from_day_after_race = 8;
  Range minutes;  ///< a day takes
  std::vector<std::string> for_whom;
  std::vector<std::string> not_for;
  std::vector<std::string> gives;      ///< what may be expected of it, and how sure that is
  std::vector<std::string> gives_not;  ///< and what not
  std::vector<ProgrammeStage> stages;  ///< in order, without gaps
  std::vector<std::string> progression;
  std::vector<std::string> evidence;
  rules::Grade grade = rules::Grade::none;
  bool opinion = false;
  std::string reviewed;

  [[nodiscard]] int weeks() const { return stages.empty() ? 0 : stages.back().last_week; }
};

}  // namespace hipline::circuit
