#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/base/quantity.hpp"
#include "hipline/circuit/figure.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline::circuit {

/// What an exercise trains. A week should hold each of them (S5-S7).
enum class Direction : std::uint8_t {
  flexion,
  extension,
  abduction,
  adduction,
  external_rotation,
  internal_rotation,
  core,
  mobility_extension,
  mobility_internal_rotation,
  mobility_rotation,  ///< of the chest over the hips
};
inline constexpr std::array directions = {
    Direction::flexion,
    Direction::extension,
    Direction::abduction,
    Direction::adduction,
    Direction::external_rotation,
    Direction::internal_rotation,
    Direction::core,
    Direction::mobility_extension,
    Direction::mobility_internal_rotation,
    Direction::mobility_rotation,
};

/// When an exercise is offered: by today's ache and the days to the race.
enum class Phase : std::uint8_t {
  calm,       ///< a sore day
  build,      ///< the race is far off, or well behind
  maintain,   ///< 14 to 8 days before it
  last_week,  ///< its last seven days
};

/// How much a band pulls. A rule's `band_max` counts 0 none, 1 light, 2 heavy.
enum class Band : std::uint8_t { none, light, heavy };

/// Stretch and mobility are what is left when rules forbid strength.
enum class ExerciseKind : std::uint8_t { strength, mobility };

std::string_view name(Direction direction);
std::string_view name(Phase phase);
std::string_view name(Band band);

/// Where an exercise or a circuit comes from.
struct Source {
  bool therapist = false;            ///< one of the source's own; false: our addition
  std::vector<std::string> mission;  ///< ids such as S4a
};

/// From a number to a number, both meant.
struct Range {
  double low = 0;
  double high = 0;
  friend bool operator==(Range, Range) = default;
};

/// What one round asks of an exercise.
struct Dose {
  int sets = 1;                    ///< within one round
  std::optional<int> repetitions;  ///< a set, each side; nothing for work by time
  std::optional<Range> seconds;    ///< guide for a set, each side; nothing for repetitions
  bool per_side = true;
  bool to_fatigue = false;
  bool seconds_from_source = true;  ///< false: the source says only "to fatigue", the seconds are our guide
  std::optional<Seconds> rest_between_sets = std::nullopt;  ///< nothing: the circuit's
  std::optional<int> rounds_most = std::nullopt;            ///< done in no more rounds than this; nothing: in all
};

/// One part of a repetition, for the tempo and for its time.
struct TempoPhase {
  std::string name;
  Seconds length;
  bool fast = false;  ///< as fast as control allows; `length` is then only for the clock
};

/// What to do where a piece of equipment is missing.
struct EquipmentSwap {
  std::string id;
  std::string instead_of;        ///< the piece that is missing
  std::vector<std::string> use;  ///< all of these are needed; empty: nothing is
  std::optional<Band> band;      ///< the band this amounts to, where it takes a band's place
  std::string how;
  std::string difference;  ///< what is not the same
};

/// An easier, harder or other form of the same exercise.
struct Variant {
  std::string id;
  std::string title;
  std::string how;
  std::string effect;  ///< what it does differently
  bool from_source = false;
  std::optional<Band> band;                 ///< only where it needs another band than the exercise
  bool load = false;                        ///< a progression that adds load, not time or range
  std::vector<std::string> equipment = {};  ///< needed beside what the exercise needs
};

/// What an exercise changes where a rule forbids a tag that not every exercise understands.
struct Adaptation {
  std::string tag;  ///< for instance slow_heavy_lowering
  Band band_max = Band::heavy;
};

/// What one kind of band does in this exercise.
struct BandAdvice {
  Band best = Band::none;
  std::string why;
  std::string place;  ///< where it sits on the body
};

/// One exercise as clinicians wrote it in content/exercises.
struct Exercise {
  std::string id;
  std::string title;
  Source source;
  ExerciseKind kind = ExerciseKind::strength;
  std::string summary;  ///< one sentence
  std::vector<Direction> trains;
  std::vector<Phase> phases;           ///< when it is offered; the four of the therapist in all of them
  std::vector<std::string> equipment;  ///< needed beside the band
  BandAdvice band;
  std::vector<EquipmentSwap> swaps;  ///< in order of preference
  Dose dose;
  std::string dose_words;         ///< the dose as one says it
  std::vector<TempoPhase> tempo;  ///< of one repetition, one side
  bool slow_return = false;       ///< its return is counted, so that losing the count says too heavy
  bool hold = false;
  bool static_stretch = false;  ///< a long still stretch
  std::vector<std::string> set_up;
  std::vector<std::string> steps;
  std::vector<std::string> cues;
  std::vector<std::string> feel;
  std::vector<std::string> key_points;  ///< what makes it work
  std::vector<std::string> faults;
  std::vector<Variant> variants;
  std::vector<Variant> regressions;  ///< the first one is taken when a rule asks for a regression
  std::vector<Variant> progressions;
  std::string strength_variant;  ///< id of a variant: strength through range in a stretch's place
  std::vector<Adaptation> adaptations;
  std::vector<std::string> stops;  ///< stop at once when
  std::vector<std::string> not_for;
  std::vector<std::string> evidence;
  rules::Grade grade = rules::Grade::none;
  bool opinion = false;
  std::string how_sure;  ///< what its sources show, and in whom; empty: what the circuit says of itself
  std::string reviewed;  ///< by whom and when, or "not yet by a clinician"
  std::string figure;    ///< id in content/figures; empty: none

  [[nodiscard]] bool trains_direction(Direction direction) const {
    return std::find(trains.begin(), trains.end(), direction) != trains.end();
  }
  [[nodiscard]] bool is_for(Phase phase) const {
    return std::find(phases.begin(), phases.end(), phase) != phases.end();
  }
};

/// One thing that a runner may own.
struct Equipment {
  std::string id;
  std::string name;
  bool everyone = false;  ///< a wall, a floor: never missing
};

/// How a tension in the source was read.
struct Reading {
  std::string id;
  std::string source_says;
  std::string read_as;
};

/// The shortest circuit that is still one, and what it costs.
struct ShortForm {
  Seconds at_most;
  std::string gives_up;
};

/// A circuit as clinicians wrote it in content/circuits.
struct Circuit {
  std::string id;
  std::string title;
  Source source;
  std::string summary;
  std::vector<std::string> exercises;  ///< ids, in the order they are done
  Range rounds;
  Seconds rest_between_sets;
  Seconds rest_between_exercises;
  Seconds rest_between_rounds;
  std::string to_fatigue_means;
  std::vector<Reading> readings;
  std::vector<Equipment> equipment;
  std::vector<Direction> cover;         ///< what a mix should cover (S9)
  std::vector<std::string> pain_rules;  ///< what pain during an exercise means, in order
  ShortForm short_form;
  std::vector<std::string> evidence;
  rules::Grade grade = rules::Grade::none;
  bool opinion = false;
  std::string reviewed;
};

/// All exercises, circuits and drawings.
struct Library {
  std::vector<Exercise> exercises;
  std::vector<Circuit> circuits;
  std::vector<Figure> figures;

  [[nodiscard]] const Figure* find_figure(std::string_view id) const {
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const Figure& f) { return f.id == id; });
    return found == figures.end() ? nullptr : &*found;
  }

  [[nodiscard]] const Exercise* find_exercise(std::string_view id) const {
    const auto found = std::find_if(exercises.begin(), exercises.end(), [&](const Exercise& e) { return e.id == id; });
    return found == exercises.end() ? nullptr : &*found;
  }
  [[nodiscard]] const Circuit* find_circuit(std::string_view id) const {
    const auto found = std::find_if(circuits.begin(), circuits.end(), [&](const Circuit& c) { return c.id == id; });
    return found == circuits.end() ? nullptr : &*found;
  }
  /// The circuit that the source describes; nothing where the content lost it.
  [[nodiscard]] const Circuit* therapist_circuit() const {
    const auto found =
        std::find_if(circuits.begin(), circuits.end(), [](const Circuit& c) { return c.source.therapist; });
    return found == circuits.end() ? nullptr : &*found;
  }
};

}  // namespace hipline::circuit
