#include "hipline/exporters/text/circuit_words.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "hipline/base/assertion.hpp"
#include "hipline/exporters/text/layout.hpp"

namespace hipline::exporters {
namespace {

using catalog::Texts;
using circuit::Difference;
using circuit::Exercise;
using circuit::PrescribedExercise;
using circuit::Prescription;
using circuit::Variant;

/// A phase shorter than this is no beat that anyone counts.
constexpr Seconds shortest_counted{0.5};

}  // namespace

std::string whole(double number) { return plain_number(std::round(number)); }

const Variant* variant_named(const Exercise& exercise, std::string_view id) {
  for (const auto* list : {&exercise.variants, &exercise.regressions, &exercise.progressions}) {
    const auto found = std::find_if(list->begin(), list->end(), [&](const Variant& v) { return v.id == id; });
    if (found != list->end()) return &*found;
  }
  return nullptr;
}

const circuit::EquipmentSwap* swap_named(const Exercise& exercise, std::string_view id) {
  const auto found =
      std::find_if(exercise.swaps.begin(), exercise.swaps.end(), [&](const auto& swap) { return swap.id == id; });
  return found == exercise.swaps.end() ? nullptr : &*found;
}

std::string capitalised(std::string words) {
  words.front() =
      static_cast<char>(words.front() >= 'a' && words.front() <= 'z' ? words.front() - 'a' + 'A' : words.front());
  return words;
}

CircuitWords::CircuitWords(const circuit::Library& library, const Texts& texts)
    : library_(library), circuit_(library.therapist_circuit()), texts_(texts) {
  HIPLINE_ASSERT(circuit_ != nullptr);
}

std::string CircuitWords::say(std::string_view key, const std::vector<catalog::Filling>& fillings) const {
  return texts_.say("circuit." + std::string(key), fillings);
}

std::string CircuitWords::library_say(std::string_view key, const std::vector<catalog::Filling>& fillings) const {
  return texts_.say("library." + std::string(key), fillings);
}

const Exercise& CircuitWords::exercise_of(const PrescribedExercise& prescribed) const {
  const Exercise* exercise = library_.find_exercise(prescribed.exercise);
  HIPLINE_ASSERT(exercise != nullptr);
  return *exercise;
}

std::string CircuitWords::title_of(const std::string& id) const {
  const Exercise* exercise = library_.find_exercise(id);
  return exercise ? exercise->title : id;
}

std::string CircuitWords::titles(const std::vector<std::string>& ids) const {
  std::string list;
  for (std::size_t i = 0; i + 1 < ids.size(); ++i) list += (i > 0 ? ", " : "") + title_of(ids[i]);
  if (ids.empty()) return list;
  return list.empty() ? title_of(ids.back()) : say("list_and", {{"first", list}, {"last", title_of(ids.back())}});
}

std::string CircuitWords::directions(const std::vector<std::string>& names) const {
  std::string list;
  for (std::size_t i = 0; i + 1 < names.size(); ++i) list += (i > 0 ? ", " : "") + say("direction_" + names[i]);
  if (names.empty()) return list;
  const std::string last = say("direction_" + names.back());
  return list.empty() ? last : say("list_and", {{"first", list}, {"last", last}});
}

std::string CircuitWords::piece_name(const std::string& id) const {
  const auto found = std::find_if(circuit_->equipment.begin(), circuit_->equipment.end(),
                                  [&](const auto& piece) { return piece.id == id; });
  return found == circuit_->equipment.end() ? id : found->name;
}

std::string CircuitWords::bare_name(const std::string& id) const {
  const std::string name = piece_name(id);
  return name.starts_with("a ") ? name.substr(2) : name;
}

std::vector<std::string> CircuitWords::pieces_of(const Prescription& prescription) const {
  std::vector<std::string> pieces;
  const auto add = [&](const std::string& piece) {
    if (std::find(pieces.begin(), pieces.end(), piece) == pieces.end()) pieces.push_back(piece);
  };
  for (const PrescribedExercise& prescribed : prescription.exercises) {
    if (prescribed.left_out_because) continue;
    const Exercise& exercise = exercise_of(prescribed);
    std::vector<std::string> own = exercise.equipment;
    if (prescribed.band != "none") own.push_back("loop_band_" + prescribed.band);
    for (const std::string& id : prescribed.swaps) {
      const circuit::EquipmentSwap* swap = swap_named(exercise, id);
      HIPLINE_ASSERT(swap != nullptr);
      std::erase_if(own, [&](const std::string& piece) {
        return piece == swap->instead_of || (swap->band && piece == "loop_band_" + prescribed.band);
      });
      own.insert(own.end(), swap->use.begin(), swap->use.end());
    }
    for (const std::string& piece : own) add(piece);
  }
  for (std::string& piece : pieces) piece = piece_name(piece);
  return pieces;
}

std::string CircuitWords::dose_words(const Exercise& exercise, const PrescribedExercise& prescribed, int rounds) const {
  const std::string sets = std::to_string(prescribed.sets);
  const auto amount = [&](const std::string& key, const std::vector<catalog::Filling>& fillings = {}) {
    return say(exercise.dose.per_side ? key : key + "_both", fillings);
  };
  std::string words;
  if (prescribed.work && prescribed.work_highest) {
    const bool one = prescribed.sets == 1 && !exercise.source.therapist;
    if (*prescribed.work == *prescribed.work_highest)
      words = amount(one ? "dose_exact_once" : "dose_exact",
                     {{"sets", sets}, {"seconds", whole(prescribed.work->value())}});
    else
      words = amount(
          one ? "dose_second" : "dose_seconds",
          {{"sets", sets}, {"from", whole(prescribed.work->value())}, {"to", whole(prescribed.work_highest->value())}});
  } else {
    const int repetitions = prescribed.repetitions.value_or(1);
    const std::string count = std::to_string(repetitions);
    if (repetitions == 1)
      words = prescribed.sets == 1 ? amount("dose_time") : amount("dose_times", {{"sets", sets}});
    else if (prescribed.sets == 1)
      words = amount("dose_repetitions", {{"repetitions", count}});
    else
      words = amount("dose_sets", {{"sets", sets}, {"repetitions", count}});
  }
  words = capitalised(std::move(words));
  if (prescribed.to_fatigue) words += ", " + say("dose_to_fatigue");
  if (prescribed.band != "none") words += ", " + say("dose_band", {{"band", say("band_" + prescribed.band)}});
  if (prescribed.sets > 1 && exercise.kind == circuit::ExerciseKind::strength) {
    words += ", " + say("dose_rest", {{"seconds", whole(prescribed.rest_after.value())}});
  }
  if (prescribed.rounds_most && rounds > *prescribed.rounds_most) {
    words += ", " + (*prescribed.rounds_most == 1
                         ? library_say("rounds_most_one")
                         : library_say("rounds_most", {{"rounds", std::to_string(*prescribed.rounds_most)}}));
  }
  return words;
}

std::string CircuitWords::tempo(const Exercise& exercise) const {
  if (exercise.hold) return {};
  std::string phases;
  for (const circuit::TempoPhase& phase : exercise.tempo) {
    if (!phase.fast && phase.length < shortest_counted) continue;
    if (!phases.empty()) phases += ", ";
    phases += phase.fast ? say("tempo_fast", {{"phase", phase.name}})
                         : say("tempo_slow", {{"phase", phase.name}, {"seconds", plain_number(phase.length.value())}});
  }
  return phases;
}

std::string CircuitWords::difference_words(const Difference& difference) const {
  const Exercise* exercise = library_.find_exercise(difference.exercise);
  const std::string title = exercise ? exercise->title : std::string();
  const std::string& rule = difference.rule;
  if (difference.what == "rounds") {
    return say(
        "differ_rounds",
        {{"today", range_words(difference.today)}, {"as_written", range_words(difference.as_written)}, {"rule", rule}});
  }
  if (difference.what == "effort")
    return say("differ_effort", {{"today", range_words(difference.today)}, {"rule", rule}});
  if (difference.what == "to_fatigue") return say("differ_to_fatigue_" + difference.today, {{"rule", rule}});
  HIPLINE_ASSERT(exercise != nullptr);
  if (difference.what == "exercise") return say("differ_exercise", {{"exercise", title}, {"rule", rule}});
  if (difference.what == "band") {
    const std::string written = say("band_" + difference.as_written);
    if (difference.today == "none")
      return say("differ_band_none", {{"exercise", title}, {"as_written", written}, {"rule", rule}});
    return say(
        "differ_band",
        {{"exercise", title}, {"today", say("band_" + difference.today)}, {"as_written", written}, {"rule", rule}});
  }
  if (difference.what == "variant") {
    const Variant* variant = variant_named(*exercise, difference.today);
    return say("differ_variant",
               {{"exercise", title}, {"today", variant ? variant->title : difference.today}, {"rule", rule}});
  }
  if (difference.what == "equipment") {
    const circuit::EquipmentSwap* swap = swap_named(*exercise, difference.today);
    HIPLINE_ASSERT(swap != nullptr);
    std::string use;
    for (const std::string& piece : swap->use) use += (use.empty() ? "" : ", ") + piece_name(piece);
    if (use.empty()) use = say("swap_nothing");
    return say(
        "differ_equipment",
        {{"exercise", title}, {"today", use}, {"as_written", piece_name(difference.as_written)}, {"rule", rule}});
  }
  HIPLINE_ASSERT(difference.what == "work");
  return say("differ_work",
             {{"exercise", title}, {"today", difference.today}, {"as_written", difference.as_written}, {"rule", rule}});
}

std::vector<Difference> CircuitWords::merged(const std::vector<Difference>& differences) {
  std::vector<Difference> together;
  for (const Difference& difference : differences) {
    const auto same = std::find_if(together.begin(), together.end(), [&](const Difference& earlier) {
      if (earlier.exercise != difference.exercise) return false;
      return earlier.what == difference.what ||
             (earlier.what == "equipment" && difference.what == "band" && earlier.rule == difference.rule);
    });
    if (same == together.end() || difference.what == "equipment")
      together.push_back(difference);
    else if (same->what == difference.what)
      *same = {difference.what, same->as_written, difference.today, same->rule + ", " + difference.rule,
               difference.exercise};
  }
  return together;
}

std::string CircuitWords::range_words(const std::string& written) const {
  const std::size_t dash = written.find('-');
  if (dash == std::string::npos) return written;
  const std::string from = written.substr(0, dash);
  const std::string to = written.substr(dash + 1);
  return from == "0" ? say("up_to", {{"to", to}}) : say("range", {{"from", from}, {"to", to}});
}

}  // namespace hipline::exporters
