#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/base/shared_list.hpp"
#include "hipline/model/ache.hpp"
#include "hipline/model/run.hpp"
#include "hipline/model/runner.hpp"

namespace hipline::model {

/// Asked, and left open by the runner.
struct Skipped {
  friend bool operator==(const Skipped&, const Skipped&) = default;
};

/// One answer to one fact: skipped, yes or no, or a number.
struct Answer {
  std::string fact;
  std::variant<Skipped, bool, double> value;

  friend bool operator==(const Answer&, const Answer&) = default;
};

enum class Moment { morning, after_run, other };

/// Answers given at one moment. All are kept; the latest per fact and day wins.
struct CheckIn {
  Instant at;
  LocalDay day;  ///< local day of `at` minus 3 hours; set by the application
  Moment moment = Moment::other;
  SharedList<Answer> answers;

  friend bool operator==(const CheckIn&, const CheckIn&) = default;
};

enum class Verdict { may_run, may_exercise, not_yet };

/// What a clinician said, as the runner recorded it.
struct Advice {
  Instant at;
  LocalDay day;
  std::string who;
  Verdict verdict = Verdict::not_yet;
  std::string limits;

  friend bool operator==(const Advice&, const Advice&) = default;
};

/// One exercise of one circuit as it was done. Empty means not said.
struct CircuitEntry {
  LocalDay day;
  std::string exercise;
  int sets = 0;  ///< within one round, each side; 0: not said
  std::optional<double> hold_left_s;
  std::optional<double> hold_right_s;
  std::string band;                                  ///< none, light or heavy; empty: not said
  std::optional<double> effort;                      ///< 0-10
  std::optional<int> pain;                           ///< worst pain in it, 0-10
  std::optional<bool> pinching = std::nullopt;       ///< a pinch, or something sharp, at the front of the hip or groin
  std::optional<bool> stopped_early = std::nullopt;  ///< before the dose was done
  std::optional<int> rounds = std::nullopt;          ///< of the circuit
  std::optional<int> repetitions = std::nullopt;     ///< of the last set, each side
  std::optional<std::string> band_brand = std::nullopt;    ///< as its maker calls itself
  std::optional<std::string> band_colour = std::nullopt;   ///< as its maker calls it
  std::optional<double> band_rest_cm = std::nullopt;       ///< its length when it is slack
  std::optional<double> band_stretched_cm = std::nullopt;  ///< and where it is stretched most
  std::optional<bool> band_doubled = std::nullopt;         ///< two layers of it pull: doubled, or a loop

  friend bool operator==(const CircuitEntry&, const CircuitEntry&) = default;
};

/// Everything known of one runner on one day: what every decision is made from, and nothing else.
/// Runs and check-ins are ordered by time, oldest first. A copy shares what is long, so that another moment of the same
/// runner costs nothing.
struct History {
  LocalDay today;
  std::optional<Instant> now;  ///< absent: the whole of `today` has been told
  Runner runner;
  std::optional<Race> race;
  Ache ache;
  SharedList<Run> runs;
  SharedList<CheckIn> check_ins;
  SharedList<Advice> advice;
  SharedList<CircuitEntry> circuits;
};

}  // namespace hipline::model
