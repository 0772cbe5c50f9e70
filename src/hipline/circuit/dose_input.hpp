#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/model/history.hpp"
#include "hipline/rules/level.hpp"

namespace hipline::circuit {

/// How long the ache lasts after it was provoked.
enum class Irritability { low, moderate, high, unknown };

/// How the morning after a circuit was, where it was told.
struct MorningAfter {
  LocalDay circuit;      ///< the day of the circuit, not of the morning
  bool settled = false;  ///< as on any good day, one point is noise
};

/// Something that today's decision forbids beside its level, and the rule that did.
struct ForbiddenToday {
  std::string tag;  ///< circuit, to_fatigue, strength, …: the tags of content/rules/circuit
  std::string rule;
};

/// An exercise that the runner says is one of theirs: a favourite, or one of their own.
struct KnownExercise {
  std::string exercise;
  std::optional<LocalDay> since;  ///< nothing: for long
};

/// Everything the dose of one day depends on. What is not known is left empty and never counts as reassuring.
struct DoseInput {
  LocalDay day;
  std::optional<int> days_to_race;            ///< negative after it; nothing: no race is set
  std::optional<bool> done_circuit_before;    ///< before the first one recorded or planned here
  std::optional<LocalDay> first_circuit;      ///< first one done or planned since, if before `day`
  std::optional<LocalDay> last_full_circuit;  ///< last one to fatigue, done or planned, before `day`
  Irritability irritability = Irritability::unknown;
  rules::Level level = rules::Level::modify;
  std::optional<int> worst;  ///< the ache of today: the highest of the last run, this morning and now
  std::optional<bool> run_today;
  std::optional<bool> long_or_fast_today;
  std::optional<bool> long_or_fast_tomorrow;
  SharedList<model::CircuitEntry> circuits;  ///< as done, oldest first
  std::vector<MorningAfter> mornings_after;
  std::vector<KnownExercise> known_exercises;
  bool equipment_known = false;  ///< false: nothing is ruled out
  std::vector<std::string> equipment;
  bool wants_extra_round = false;
  std::optional<int> minutes_available;  ///< nothing: no limit was named
  std::vector<ForbiddenToday> forbidden;
};

}  // namespace hipline::circuit
