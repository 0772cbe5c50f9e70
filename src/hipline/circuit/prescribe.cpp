#include "hipline/circuit/prescribe.hpp"

#include <algorithm>
#include <cmath>

#include "hipline/base/assertion.hpp"
#include "hipline/circuit/bounds.hpp"
#include "hipline/circuit/coverage.hpp"
#include "hipline/circuit/dose_facts.hpp"
#include "hipline/circuit/progress.hpp"

namespace hipline::circuit {
namespace {

/// A number as people write it: `2`, `2.5`.
std::string written(double number) { return rules::to_text(rules::Value(number)); }

std::string written(Range range) {
  return range.low == range.high ? written(range.high) : written(range.low) + "-" + written(range.high);
}

std::string written_effort(double low, double high) { return low > 0 ? written({low, high}) : "0-" + written(high); }

bool owns(const DoseInput& input, const Circuit& circuit, const std::string& piece) {
  if (!input.equipment_known) return true;
  const auto known = std::find_if(circuit.equipment.begin(), circuit.equipment.end(),
                                  [&](const Equipment& e) { return e.id == piece; });
  if (known != circuit.equipment.end() && known->everyone) return true;
  return std::find(input.equipment.begin(), input.equipment.end(), piece) != input.equipment.end();
}

std::string band_piece(Band band) { return "loop_band_" + std::string(name(band)); }

/// What an exercise with this band needs and the runner does not have.
std::vector<std::string> missing_pieces(const Exercise& exercise, Band band, const DoseInput& input,
                                        const Circuit& circuit) {
  std::vector<std::string> missing;
  if (band != Band::none && !owns(input, circuit, band_piece(band))) missing.push_back(band_piece(band));
  for (const std::string& piece : exercise.equipment) {
    if (!owns(input, circuit, piece)) missing.push_back(piece);
  }
  return missing;
}

const EquipmentSwap* swap_for(const std::string& piece, const Exercise& exercise, Band band, const DoseInput& input,
                              const Circuit& circuit) {
  for (const EquipmentSwap& swap : exercise.swaps) {
    const bool have = std::all_of(swap.use.begin(), swap.use.end(),
                                  [&](const std::string& use) { return owns(input, circuit, use); });
    if (swap.instead_of == piece && have && swap.band.value_or(Band::none) <= band) return &swap;
  }
  return nullptr;
}

Band lighter(Band band, double steps) { return static_cast<Band>(std::max(0.0, static_cast<double>(band) - steps)); }

Seconds time_of(const PrescribedExercise& prescribed, const Exercise& exercise) {
  Seconds repetition;
  for (const TempoPhase& phase : exercise.tempo) repetition += phase.length;
  const Seconds set =
      prescribed.repetitions ? repetition * *prescribed.repetitions : prescribed.work_highest.value_or(Seconds{});
  return set * prescribed.sets * (exercise.dose.per_side ? 2 : 1) + prescribed.rest_after * (prescribed.sets - 1);
}

PrescribedExercise as_it_stands(const Exercise& exercise, const Circuit& circuit) {
  PrescribedExercise prescribed;
  prescribed.exercise = exercise.id;
  prescribed.sets = exercise.dose.sets;
  prescribed.repetitions = exercise.dose.repetitions;
  if (exercise.dose.seconds) {
    prescribed.work = Seconds(exercise.dose.seconds->low);
    prescribed.work_highest = Seconds(exercise.dose.seconds->high);
  }
  prescribed.rounds_most = exercise.dose.rounds_most;
  prescribed.to_fatigue = exercise.dose.to_fatigue;
  prescribed.band = name(exercise.band.best);
  prescribed.rest_after = exercise.dose.rest_between_sets.value_or(circuit.rest_between_sets);
  prescribed.time = time_of(prescribed, exercise);
  return prescribed;
}

void name_coverage(Prescription& prescription, const Library& library) {
  std::vector<std::string> done;
  for (const PrescribedExercise& exercise : prescription.exercises) {
    if (!exercise.left_out_because) done.push_back(exercise.exercise);
  }
  const Coverage found = coverage(done, library);
  for (const Direction direction : found.covered) prescription.covers.emplace_back(name(direction));
  for (const Direction direction : found.missing) prescription.misses.emplace_back(name(direction));
}

const Exercise& exercise_in(const Library& library, const std::string& id) {
  const Exercise* exercise = library.find_exercise(id);
  HIPLINE_ASSERT(exercise != nullptr);
  return *exercise;
}

/// Fills in one dose step by step; every step says which rule made it.
class Dosing {
 public:
  Dosing(const std::vector<std::string>& exercises, const DoseInput& input, const Library& library,
         const std::vector<rules::Rule>& circuit_rules, const rules::Parameters& parameters)
      : exercises_(exercises),
        input_(input),
        library_(library),
        circuit_(therapist_circuit(library)),
        parameters_(parameters),
        facts_(std::make_shared<const rules::Facts>(facts_of_day(input, parameters))) {
    for (const rules::Rule& rule : circuit_rules) {
      if (speaks_of_an_exercise(rule))
        rules_of_exercises_.push_back(&rule);
      else
        day_.apply(rule, *facts_);
    }
    for (const ForbiddenToday& forbidden : input.forbidden) day_.forbid(forbidden.tag, forbidden.rule);
  }

  Prescription dose() {
    dose_.day = input_.day;
    dose_.rules = day_.rules();
    dose_.notes = day_.notes();
    if (const auto rule = day_.forbidden_by("circuit")) return no_circuit(*rule);
    dose_.any = true;
    dose_.focus = day_.required_by("walk") ? "walk_and_mobility" : day_.forbidden_by("strength") ? "mobility" : "full";
    dose_.run_first = day_.required_by("run_first").has_value() && facts_->truth("run_today") == rules::Truth::yes;
    dose_.short_form = day_.required_by("short_form").has_value();
    dose_.rest_between_exercises = circuit_.rest_between_exercises;
    dose_.rest_between_rounds = circuit_.rest_between_rounds;
    set_rounds();
    set_effort();
    set_fatigue();
    for (const std::string& id : exercises_) add(exercise_in(library_, id));
    dose_.changes = changes_of_rounds(dose_, input_);
    dose_.total = total_of(dose_);
    name_coverage(dose_, library_);
    return dose_;
  }

 private:
  void differs(std::string what, std::string as_written, std::string today, std::string rule,
               std::string exercise = {}) {
    dose_.differences.push_back(
        {std::move(what), std::move(as_written), std::move(today), std::move(rule), std::move(exercise)});
  }

  Prescription no_circuit(const std::string& rule) {
    dose_.because = rule;
    dose_.focus = facts_->truth("clinician_level") == rules::Truth::yes ? "clinician_first"
                  : day_.required_by("usual_warm_up")                   ? "usual_warm_up"
                                                                        : "none";
    differs("circuit", "circuit", dose_.focus, rule);
    return dose_;
  }

  void set_rounds() {
    double usual = circuit_.rounds.low;
    double highest = circuit_.rounds.high;
    const std::string source = written(circuit_.rounds);
    if (const auto most = day_.bound("rounds_max"); most && most->value < highest) {
      highest = most->value;
      usual = std::min(usual, highest);
      differs("rounds", source, written(Range{usual, highest}), most->rule);
    }
    const double least = parameters_.value("circuit.rounds_least");
    if (const auto fewer = day_.bound("rounds_less"); fewer && highest > least) {
      highest = std::max(least, highest - fewer->value);
      usual = std::max(least, usual - fewer->value);
      differs("rounds", source, written(Range{usual, highest}), fewer->rule);
    }
    dose_.rounds_highest = static_cast<int>(highest);
    dose_.rounds = static_cast<int>(input_.wants_extra_round ? highest : usual);
  }

  void set_effort() {
    const auto most = day_.bound("effort_max");
    const auto from = day_.bound("effort_low");
    double high = most ? most->value : parameters_.value("circuit.effort_of_fatigue");
    double low = from ? from->value : 0;
    if (low > high) low = 0;
    if (most) differs("effort", "not_named", written_effort(low, high), most->rule);
    const double least = parameters_.value("circuit.effort_least");
    if (const auto easier = day_.bound("effort_less"); easier && high > least) {
      high = std::max(least, high - easier->value);
      low = std::max(0.0, low - easier->value);
      differs("effort", "not_named", written_effort(low, high), easier->rule);
    }
    dose_.effort_low = low;
    dose_.effort_high = high;
  }

  void set_fatigue() {
    const auto rule = day_.forbidden_by("to_fatigue");
    dose_.to_fatigue = !rule;
    if (!rule) return;
    if (const auto repetitions = day_.bound("stop_short_repetitions")) {
      dose_.stop_short_repetitions = static_cast<int>(repetitions->value);
    }
    if (const auto seconds = day_.bound("stop_short_seconds")) dose_.stop_short = Seconds(seconds->value);
    differs("to_fatigue", "yes", dose_.stop_short_repetitions > 0 ? "stop_short" : "no", *rule);
  }

  /// The heaviest band that the day's rules leave, with the rule that took the heavier one.
  std::pair<Band, std::string> band_of_the_day(const Exercise& exercise) const {
    Band band = exercise.band.best;
    std::string rule;
    const auto lower = [&](Band to, const std::string& by) {
      if (to < band) {
        band = to;
        rule = by;
      }
    };
    if (const auto most = day_.bound("band_max")) lower(lighter(Band::heavy, 2 - most->value), most->rule);
    for (const Adaptation& adaptation : exercise.adaptations) {
      if (const auto by = day_.forbidden_by(adaptation.tag)) lower(adaptation.band_max, *by);
    }
    return {band, rule};
  }

  std::optional<std::string> left_out_by(const Exercise& exercise, const Bounds& own) const {
    if (exercise.kind == ExerciseKind::strength) {
      if (const auto rule = day_.forbidden_by("strength")) return rule;
    }
    if (const auto rule = day_.forbidden_by("exercise/" + exercise.id)) return rule;
    return own.forbidden_by("this_exercise");
  }

  Bounds rules_of(const rules::Facts& facts) const {
    Bounds own;
    for (const rules::Rule* rule : rules_of_exercises_) own.apply(*rule, facts);
    return own;
  }

  void add(const Exercise& exercise) {
    PrescribedExercise prescribed = as_it_stands(exercise, circuit_);
    prescribed.to_fatigue = prescribed.to_fatigue && dose_.to_fatigue;
    auto [band, band_rule] = band_of_the_day(exercise);
    rules::Facts facts = facts_of_exercise(facts_, input_, exercise, band, parameters_);
    Bounds own = rules_of(facts);
    const auto take_steps_down = [&, from = band] {
      const auto steps = own.bound("band_steps_less");
      band = steps ? lighter(from, steps->value) : from;
      return steps && band < from ? steps->rule : std::string{};
    };
    if (const std::string rule = take_steps_down(); !rule.empty()) band_rule = rule;
    if (const auto rule = left_out_by(exercise, own)) return leave_out(std::move(prescribed), *rule);
    if (!choose_variant(prescribed, exercise, own, band, band_rule)) return;
    // Only now is it known which band the day's form takes.
    const std::vector<std::string> missing = missing_pieces(exercise, band, input_, circuit_);
    if (!missing.empty()) {
      facts.set("exercise_equipment_missing", rules::Value(true));
      own = rules_of(facts);
    }
    remember(own);
    prescribed.notes = own.notes();
    Growth growth = grow(prescribed, exercise, own);
    if (const auto kept = swap_missing(prescribed, exercise, missing, own, band, band_rule); !kept) return;
    prescribed.band = name(band);
    if (band != exercise.band.best) {
      differs("band", std::string(name(exercise.band.best)), prescribed.band, band_rule, exercise.id);
    }
    shorten(prescribed, exercise, own, growth);
    prescribed.time = time_of(prescribed, exercise);
    prescribed.progress = progress_of(prescribed, dose_, input_, growth, parameters_);
    dose_.exercises.push_back(std::move(prescribed));
  }

  void leave_out(PrescribedExercise prescribed, const std::string& rule) {
    if (std::find(dose_.rules.begin(), dose_.rules.end(), rule) == dose_.rules.end()) dose_.rules.push_back(rule);
    differs("exercise", "done", "left_out", rule, prescribed.exercise);
    prescribed.left_out_because = rule;
    prescribed.progress = progress_of(prescribed, dose_, input_, {}, parameters_);
    dose_.exercises.push_back(std::move(prescribed));
  }

  void remember(const Bounds& own) {
    for (const std::string& rule : own.rules()) {
      if (std::find(dose_.rules.begin(), dose_.rules.end(), rule) == dose_.rules.end()) dose_.rules.push_back(rule);
    }
  }

  /// The first easier form that the runner has the kit for.
  const Variant* regression_of(const Exercise& exercise) const {
    const auto found = std::find_if(exercise.regressions.begin(), exercise.regressions.end(), [&](const Variant& form) {
      return std::all_of(form.equipment.begin(), form.equipment.end(),
                         [&](const std::string& piece) { return owns(input_, circuit_, piece); });
    });
    return found == exercise.regressions.end() ? nullptr : &*found;
  }

  /// False where a rule asks for an easier form and the runner has the kit for none: the exercise is then left out.
  bool choose_variant(PrescribedExercise& prescribed, const Exercise& exercise, const Bounds& own, Band& band,
                      std::string& band_rule) {
    const Variant* variant = nullptr;
    std::string rule;
    if (const auto by = own.required_by("strength_through_range"); by && !exercise.strength_variant.empty()) {
      const auto found = std::find_if(exercise.variants.begin(), exercise.variants.end(),
                                      [&](const Variant& v) { return v.id == exercise.strength_variant; });
      HIPLINE_ASSERT(found != exercise.variants.end());
      variant = &*found;
      rule = *by;
    }
    if (const auto by = own.required_by("regression"); by && !exercise.regressions.empty()) {
      variant = regression_of(exercise);
      rule = *by;
      if (variant == nullptr) {
        leave_out(prescribed, rule);
        return false;
      }
    }
    if (variant == nullptr) return true;
    prescribed.variant = variant->id;
    differs("variant", "as_it_stands", variant->id, rule, exercise.id);
    if (variant->band && *variant->band < band) {
      band = *variant->band;
      band_rule = rule;
    }
    return true;
  }

  /// False where a piece is missing and nothing can take its place: the exercise is then left out.
  bool swap_missing(PrescribedExercise& prescribed, const Exercise& exercise, const std::vector<std::string>& missing,
                    const Bounds& own, Band& band, std::string& band_rule) {
    const auto rule = own.required_by("equipment_swap");
    for (const std::string& piece : missing) {
      if (piece.starts_with("loop_band_") && band == Band::none) continue;  // the variant needs none
      const EquipmentSwap* swap = swap_for(piece, exercise, band, input_, circuit_);
      if (swap == nullptr || !rule) {
        leave_out(prescribed, rule.value_or("equipment"));
        return false;
      }
      prescribed.swaps.push_back(swap->id);
      differs("equipment", piece, swap->id, *rule, exercise.id);
      if (swap->band && *swap->band < band) {
        band = *swap->band;
        band_rule = *rule;
      }
    }
    return true;
  }

  /// One step up where calm times allow it: the next load offered, or else a little more of the same. Only on a day
  /// that lets things grow, and never in an easier form.
  Growth grow(PrescribedExercise& prescribed, const Exercise& exercise, const Bounds& own) {
    Growth growth;
    const auto next_load = own.required_by("progression");
    const auto steps = own.bound("work_steps_more");
    growth.calm_enough = next_load || steps;
    if (!growth.calm_enough || !prescribed.variant.empty() || day_.forbidden_by("progression")) return growth;
    if (next_load && !exercise.progressions.empty()) {
      const auto load = std::find_if(exercise.progressions.begin(), exercise.progressions.end(),
                                     [](const Variant& variant) { return variant.load; });
      prescribed.offer = load == exercise.progressions.end() ? exercise.progressions.front().id : load->id;
      growth.rule = *next_load;
      return growth;
    }
    // One long repetition is a stretch: more of it is not a step up.
    if (!steps || prescribed.repetitions == 1) return growth;
    const std::string before = work_written(prescribed);
    if (prescribed.repetitions) {
      *prescribed.repetitions += static_cast<int>(steps->value * parameters_.value("circuit.step_repetitions"));
    } else {
      *prescribed.work_highest += Seconds(steps->value * parameters_.value("circuit.step_seconds"));
    }
    differs("work", before, work_written(prescribed), steps->rule, exercise.id);
    growth.steps_up = true;
    growth.rule = steps->rule;
    return growth;
  }

  void shorten(PrescribedExercise& prescribed, const Exercise& exercise, const Bounds& own, Growth& growth) {
    if (const auto share = own.bound("work_share_max"); share && share->value < 1) {
      growth.share = share->value;
      growth.rule = share->rule;
      const auto less = [&](double amount) { return std::max(1.0, std::floor(amount * share->value)); };
      const std::string before = work_written(prescribed);
      if (prescribed.repetitions && *prescribed.repetitions == 1) {
        prescribed.sets = static_cast<int>(less(prescribed.sets));  // one long repetition: fewer of them
      } else if (prescribed.repetitions) {
        prescribed.repetitions = static_cast<int>(less(*prescribed.repetitions));
      } else {
        prescribed.work = Seconds(less(prescribed.work->value()));
        prescribed.work_highest = Seconds(less(prescribed.work_highest->value()));
      }
      differs("work", before, work_written(prescribed), share->rule, exercise.id);
    }
    if (const auto cap = own.bound("static_stretch_seconds_max"); cap && prescribed.work_highest) {
      const int rounds = std::min(dose_.rounds_highest, prescribed.rounds_most.value_or(dose_.rounds_highest));
      const double a_set = cap->value / (rounds * prescribed.sets);
      if (prescribed.work_highest->value() <= a_set) return;
      const std::string before = work_written(prescribed);
      prescribed.work_highest = Seconds(std::floor(a_set));
      prescribed.work = std::min(*prescribed.work, *prescribed.work_highest);
      differs("work", before, work_written(prescribed), cap->rule, exercise.id);
    }
  }

  static std::string work_written(const PrescribedExercise& prescribed) {
    const std::string work = prescribed.repetitions
                                 ? written(*prescribed.repetitions)
                                 : written(Range{prescribed.work->value(), prescribed.work_highest->value()}) + " s";
    return written(prescribed.sets) + " x " + work;
  }

  const std::vector<std::string>& exercises_;
  const DoseInput& input_;
  const Library& library_;
  const Circuit& circuit_;
  const rules::Parameters& parameters_;
  std::shared_ptr<const rules::Facts> facts_;
  std::vector<const rules::Rule*> rules_of_exercises_;
  Bounds day_;
  Prescription dose_;
};

}  // namespace

Prescription prescribe(const DoseInput& input, const Library& library, const std::vector<rules::Rule>& circuit_rules,
                       const rules::Parameters& parameters) {
  return prescribe(therapist_circuit(library).exercises, input, library, circuit_rules, parameters);
}

Prescription prescribe(const std::vector<std::string>& exercises, const DoseInput& input, const Library& library,
                       const std::vector<rules::Rule>& circuit_rules, const rules::Parameters& parameters) {
  return Dosing(exercises, input, library, circuit_rules, parameters).dose();
}

Seconds total_of(const Prescription& prescription) {
  Seconds total;
  for (int round = 1; round <= prescription.rounds; ++round) {
    int done = 0;
    for (const PrescribedExercise& exercise : prescription.exercises) {
      if (exercise.left_out_because || round > exercise.rounds_most.value_or(round)) continue;
      total += exercise.time;
      if (++done > 1) total += prescription.rest_between_exercises;
    }
    if (round > 1 && done > 0) total += prescription.rest_between_rounds;
  }
  return total;
}

Prescription as_written(const Library& library) {
  const Circuit& circuit = therapist_circuit(library);
  Prescription prescription;
  prescription.any = true;
  prescription.focus = "full";
  prescription.rounds = static_cast<int>(circuit.rounds.low);
  prescription.rounds_highest = static_cast<int>(circuit.rounds.high);
  prescription.to_fatigue = true;
  prescription.rest_between_exercises = circuit.rest_between_exercises;
  prescription.rest_between_rounds = circuit.rest_between_rounds;
  for (const std::string& id : circuit.exercises) {
    prescription.exercises.push_back(as_it_stands(exercise_in(library, id), circuit));
  }
  prescription.total = total_of(prescription);
  name_coverage(prescription, library);
  return prescription;
}

const Circuit& therapist_circuit(const Library& library) {
  const Circuit* circuit = library.therapist_circuit();
  HIPLINE_ASSERT(circuit != nullptr);
  return *circuit;
}

}  // namespace hipline::circuit
