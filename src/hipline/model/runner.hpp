#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/quantity.hpp"

namespace hipline::model {

enum class Side { left, right, both };
enum class Sex { female, male };
enum class Units { metric, imperial };

/// An earlier hip complaint, as the runner tells it.
struct EarlierEpisode {
  std::optional<Side> side;
  std::optional<LocalDay> when;
  std::string called;  ///< what it was called, in the runner's or a clinician's words; empty: not said
  std::optional<bool> healed;

  friend bool operator==(const EarlierEpisode&, const EarlierEpisode&) = default;
};

/// One day of the runner's own plan.
struct PlannedSession {
  LocalDay day;
  std::string kind;  ///< a word of `baseline::Kind`: easy, long, quality, race, cross_train, rest
  std::optional<Metres> distance;
  bool hilly = false;

  friend bool operator==(const PlannedSession&, const PlannedSession&) = default;
};

/// An exercise of the library that the runner picked out.
struct Favourite {
  std::string exercise;           ///< its id
  std::optional<LocalDay> since;  ///< the day it was picked; nothing: done for long before
  friend bool operator==(const Favourite&, const Favourite&) = default;
};

/// An exercise that the runner brought along. What nobody told is not guessed.
struct OwnExercise {
  std::string id;  ///< `own-` and the name
  std::string name;
  std::vector<std::string> directions;  ///< words of `circuit::Direction`
  bool mobility = false;                ///< else strength
  int sets = 1;                         ///< in all, each side
  std::optional<int> repetitions;       ///< a set; nothing for work by time
  std::optional<double> seconds;
  bool per_side = true;
  std::optional<LocalDay> since;  ///< the day it was added; nothing: done for long before
  friend bool operator==(const OwnExercise&, const OwnExercise&) = default;
};

/// The person. Every empty optional means "not known", never a default.
struct Runner {
  std::string id = "me";
  std::optional<int> birth_year;
  std::optional<Sex> sex;  ///< as relevant for bone health
  std::optional<double> height_cm;
  std::optional<double> mass_kg;
  std::optional<std::string> country;  ///< ISO 3166 two letters: chooses the emergency number
  Units units = Units::metric;
  std::string time_zone = "UTC";    ///< IANA name; looked up outside the pure modules
  std::vector<int> days_available;  ///< weekdays that suit for running, 0 = Monday; empty: not said
  std::optional<double> strength_sessions_per_week;
  std::optional<int> usual_pain;  ///< hip pain on a good week, 0-10
  std::vector<EarlierEpisode> earlier_episodes;
  std::vector<std::string> equipment;  ///< ids of content/circuits' equipment list: loop_band_heavy, step, …
  bool equipment_known = false;        ///< false: nobody asked, so nothing is ruled out
  std::vector<Favourite> favourites;
  std::vector<OwnExercise> own_exercises;
  std::vector<PlannedSession> own_plan;
  std::optional<bool> done_circuit_before;
  bool made_up = false;  ///< not a person: said wherever it shows

  friend bool operator==(const Runner&, const Runner&) = default;
};

/// The race that everything points to.
struct Race {
  LocalDay day;
  Metres distance = Metres(42195);
  std::string name;
  std::optional<Seconds> goal;
  std::optional<LocalDay> transfer_deadline;

  friend bool operator==(const Race&, const Race&) = default;
};

}  // namespace hipline::model
