#include "hipline/catalog/exercise_reader.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "hipline/catalog/rule_reader.hpp"

namespace hipline::catalog {
namespace {

using circuit::Band;
using circuit::Direction;

const std::initializer_list<std::pair<std::string_view, Direction>> direction_words = {
    {"flexion", Direction::flexion},
    {"extension", Direction::extension},
    {"abduction", Direction::abduction},
    {"adduction", Direction::adduction},
    {"external_rotation", Direction::external_rotation},
    {"internal_rotation", Direction::internal_rotation},
    {"core", Direction::core},
    {"mobility_extension", Direction::mobility_extension},
    {"mobility_internal_rotation", Direction::mobility_internal_rotation},
    {"mobility_rotation", Direction::mobility_rotation}};

Direction read_direction(const Node& node) { return node.choice<Direction>(direction_words); }

Band read_band(const Node& node) {
  return node.choice<Band>({{"none", Band::none}, {"light", Band::light}, {"heavy", Band::heavy}});
}

/// A missing band is a problem already noted; none is what is read on with.
Band required_band(Fields& fields, std::string_view key) {
  const auto node = fields.node(key);
  return node ? read_band(*node) : Band::none;
}

std::optional<Band> optional_band(Fields& fields, std::string_view key) {
  const auto node = fields.optional_node(key);
  return node ? std::optional(read_band(*node)) : std::nullopt;
}

std::vector<Direction> read_directions(Fields& fields, std::string_view key) {
  std::vector<Direction> list;
  for (const Node& item : fields.items(key)) list.push_back(read_direction(item));
  return list;
}

std::vector<circuit::Phase> read_phases(Fields& fields) {
  using circuit::Phase;
  std::vector<Phase> list;
  for (const Node& item : fields.items("phases")) {
    const auto phase = item.choice<Phase>({{"calm", Phase::calm},
                                           {"build", Phase::build},
                                           {"maintain", Phase::maintain},
                                           {"last_week", Phase::last_week}});
    if (std::find(list.begin(), list.end(), phase) != list.end()) item.refuse("id_twice", "Name each phase once.");
    list.push_back(phase);
  }
  if (list.empty()) fields.object().refuse("missing_field", "\"phases\" names at least one phase.");
  return list;
}

Seconds read_seconds(Fields& fields, std::string_view key) {
  const double seconds = fields.number(key);
  if (!(seconds >= 0))
    fields.object().refuse("out_of_range", "\"" + std::string(key) + "\" cannot be less than 0 seconds.");
  return Seconds(seconds);
}

circuit::BandAdvice read_band_advice(Fields& parent) {
  circuit::BandAdvice band;
  const auto node = parent.node("band");
  if (!node) return band;
  Fields fields(*node);
  band.best = required_band(fields, "best");
  band.why = fields.text("why");
  band.place = fields.text("place");
  fields.done();
  return band;
}

circuit::EquipmentSwap read_swap(const Node& node) {
  Fields fields(node);
  circuit::EquipmentSwap swap;
  swap.id = fields.text("id");
  swap.instead_of = fields.text("instead_of");
  swap.use = fields.texts("use");
  swap.band = optional_band(fields, "band");
  swap.how = fields.text("how");
  swap.difference = fields.text("difference");
  fields.done();
  return swap;
}

circuit::Dose read_dose(Fields& parent) {
  circuit::Dose dose;
  const auto node = parent.node("dose");
  if (!node) return dose;
  Fields fields(*node);
  dose.sets = fields.whole_number("sets");
  dose.repetitions = fields.optional_whole_number("repetitions");
  if (const auto seconds = fields.optional_node("seconds")) dose.seconds = read_range(*seconds);
  dose.per_side = fields.yes_no("per_side");
  dose.to_fatigue = fields.yes_no("to_fatigue");
  dose.seconds_from_source = fields.yes_no("seconds_from_source");
  if (fields.has("rest_between_sets_s")) dose.rest_between_sets = read_seconds(fields, "rest_between_sets_s");
  dose.rounds_most = fields.optional_whole_number("rounds_most");
  fields.done();
  if (dose.sets < 1 || dose.repetitions.value_or(1) < 1 || dose.rounds_most.value_or(1) < 1)
    node->refuse("out_of_range", "Sets, repetitions and rounds begin at 1.");
  if (dose.repetitions.has_value() == dose.seconds.has_value()) {
    node->refuse("missing_field", "A dose has either \"repetitions\" or \"seconds\".");
  }
  return dose;
}

circuit::TempoPhase read_phase(const Node& node) {
  Fields fields(node);
  circuit::TempoPhase phase;
  phase.name = fields.text("name");
  phase.length = read_seconds(fields, "seconds");
  phase.fast = fields.optional_yes_no("fast");
  fields.done();
  return phase;
}

std::vector<circuit::Variant> read_variants(Fields& parent, std::string_view key) {
  std::vector<circuit::Variant> variants;
  for (const Node& item : parent.optional_items(key)) {
    Fields fields(item);
    circuit::Variant variant;
    variant.id = fields.text("id");
    variant.title = fields.text("title");
    variant.how = fields.text("how");
    variant.effect = fields.text("effect");
    variant.from_source = fields.optional_yes_no("from_source");
    variant.band = optional_band(fields, "band");
    variant.load = fields.optional_yes_no("load");
    variant.equipment = fields.optional_texts("equipment");
    fields.done();
    variants.push_back(std::move(variant));
  }
  return variants;
}

std::vector<circuit::Adaptation> read_adaptations(Fields& parent) {
  std::vector<circuit::Adaptation> adaptations;
  for (const Node& item : parent.optional_items("adaptations")) {
    Fields fields(item);
    circuit::Adaptation adaptation;
    adaptation.tag = fields.text("tag");
    adaptation.band_max = required_band(fields, "band_max");
    fields.done();
    adaptations.push_back(std::move(adaptation));
  }
  return adaptations;
}

void check_exercise(const circuit::Exercise& exercise, const Node& node) {
  if (exercise.dose.repetitions && exercise.tempo.empty()) {
    node.refuse("missing_field", "Repetitions need a \"tempo\": without it their time is not known.");
  }
  const auto is_strength_variant = [&](const circuit::Variant& variant) {
    return variant.id == exercise.strength_variant;
  };
  if (!exercise.strength_variant.empty() &&
      std::none_of(exercise.variants.begin(), exercise.variants.end(), is_strength_variant)) {
    node.refuse("unknown_reference", "\"strength_variant\" names none of this exercise's variants.");
  }
}

std::vector<circuit::Reading> read_readings(Fields& parent) {
  std::vector<circuit::Reading> readings;
  for (const Node& item : parent.optional_items("readings")) {
    Fields fields(item);
    readings.push_back({fields.text("id"), fields.text("source_says"), fields.text("read_as")});
    fields.done();
  }
  return readings;
}

std::vector<circuit::Equipment> read_equipment(Fields& parent) {
  std::vector<circuit::Equipment> equipment;
  for (const Node& item : parent.items("equipment")) {
    Fields fields(item);
    circuit::Equipment piece;
    piece.id = fields.text("id");
    piece.name = fields.text("name");
    piece.everyone = fields.optional_yes_no("everyone");
    fields.done();
    equipment.push_back(std::move(piece));
  }
  return equipment;
}

circuit::ShortForm read_short_form(Fields& parent) {
  circuit::ShortForm form;
  const auto node = parent.node("short_form");
  if (!node) return form;
  Fields fields(*node);
  form.at_most = minutes(fields.number("at_most_minutes"));
  form.gives_up = fields.text("gives_up");
  fields.done();
  return form;
}

}  // namespace

std::string_view direction_word(Direction direction) {
  for (const auto& [word, meaning] : direction_words) {
    if (meaning == direction) return word;
  }
  return {};
}

circuit::Source read_source(Fields& parent) {
  circuit::Source source;
  const auto node = parent.node("source");
  if (!node) return source;
  Fields fields(*node);
  source.therapist = fields.yes_no("therapist");
  source.mission = fields.optional_texts("mission");
  fields.done();
  return source;
}

circuit::Range read_range(const Node& node) {
  Fields fields(node);
  const circuit::Range range{fields.number("low"), fields.number("high")};
  fields.done();
  if (!(range.low > 0 && range.low <= range.high))
    node.refuse("out_of_range", "A range goes from a number above 0 to one that is not smaller.");
  return range;
}

circuit::Exercise read_exercise(std::string id, const Node& node) {
  Fields fields(node);
  circuit::Exercise exercise;
  exercise.id = std::move(id);
  exercise.title = fields.text("title");
  exercise.source = read_source(fields);
  exercise.kind = fields.choice<circuit::ExerciseKind>(
      "kind", {{"strength", circuit::ExerciseKind::strength}, {"mobility", circuit::ExerciseKind::mobility}});
  exercise.summary = fields.text("summary");
  exercise.trains = read_directions(fields, "trains");
  exercise.phases = read_phases(fields);
  exercise.equipment = fields.texts("equipment");
  exercise.band = read_band_advice(fields);
  for (const Node& swap : fields.optional_items("swaps")) exercise.swaps.push_back(read_swap(swap));
  exercise.dose = read_dose(fields);
  exercise.dose_words = fields.text("dose_words");
  for (const Node& phase : fields.optional_items("tempo")) exercise.tempo.push_back(read_phase(phase));
  exercise.slow_return = fields.optional_yes_no("slow_return");
  exercise.hold = fields.optional_yes_no("hold");
  exercise.static_stretch = fields.optional_yes_no("static_stretch");
  exercise.set_up = fields.texts("set_up");
  exercise.steps = fields.texts("steps");
  exercise.cues = fields.texts("cues");
  exercise.feel = fields.texts("feel");
  exercise.key_points = fields.texts("key_points");
  exercise.faults = fields.texts("faults");
  exercise.variants = read_variants(fields, "variants");
  exercise.regressions = read_variants(fields, "regressions");
  exercise.progressions = read_variants(fields, "progressions");
  exercise.strength_variant = fields.optional_text("strength_variant");
  exercise.adaptations = read_adaptations(fields);
  exercise.stops = fields.texts("stops");
  exercise.not_for = fields.texts("not_for");
  exercise.evidence = fields.texts("evidence");
  exercise.grade = read_grade(fields);
  exercise.opinion = fields.yes_no("opinion");
  exercise.how_sure = fields.optional_text("how_sure");
  exercise.reviewed = fields.text("reviewed");
  exercise.figure = fields.optional_text("figure");
  fields.done();
  check_exercise(exercise, node);
  return exercise;
}

circuit::Circuit read_circuit(std::string id, const Node& node) {
  Fields fields(node);
  circuit::Circuit result;
  result.id = std::move(id);
  result.title = fields.text("title");
  result.source = read_source(fields);
  result.summary = fields.text("summary");
  result.exercises = fields.texts("exercises");
  if (const auto rounds = fields.node("rounds")) result.rounds = read_range(*rounds);
  result.rest_between_sets = read_seconds(fields, "rest_between_sets_s");
  result.rest_between_exercises = read_seconds(fields, "rest_between_exercises_s");
  result.rest_between_rounds = read_seconds(fields, "rest_between_rounds_s");
  result.to_fatigue_means = fields.text("to_fatigue_means");
  result.readings = read_readings(fields);
  result.equipment = read_equipment(fields);
  result.cover = read_directions(fields, "cover");
  result.pain_rules = fields.texts("pain_rules");
  result.short_form = read_short_form(fields);
  result.evidence = fields.texts("evidence");
  result.grade = read_grade(fields);
  result.opinion = fields.yes_no("opinion");
  result.reviewed = fields.text("reviewed");
  fields.done();
  return result;
}

void check_library(const circuit::Library& library, Problems& problems) {
  const auto refuse = [&](const std::string& where, const std::string& what, const std::string& id) {
    problems.push_back({"unknown_reference", where, "There is no " + what + " \"" + id + "\"."});
  };
  const auto known_piece = [&](const std::string& id) {
    return std::any_of(library.circuits.begin(), library.circuits.end(), [&](const circuit::Circuit& c) {
      return std::any_of(c.equipment.begin(), c.equipment.end(),
                         [&](const circuit::Equipment& piece) { return piece.id == id; });
    });
  };
  for (const circuit::Circuit& c : library.circuits) {
    for (const std::string& id : c.exercises) {
      if (!library.find_exercise(id)) refuse(pointer_to("", "circuits/" + c.id) + "/exercises", "exercise", id);
    }
  }
  for (const circuit::Exercise& exercise : library.exercises) {
    const std::string place = pointer_to("", "exercises/" + exercise.id);
    for (const std::string& piece : exercise.equipment) {
      if (!known_piece(piece)) refuse(place + "/equipment", "piece of equipment", piece);
    }
    for (const auto* forms : {&exercise.variants, &exercise.regressions, &exercise.progressions}) {
      for (const circuit::Variant& form : *forms) {
        for (const std::string& piece : form.equipment) {
          if (!known_piece(piece)) refuse(place + "/" + form.id, "piece of equipment", piece);
        }
      }
    }
    for (const circuit::EquipmentSwap& swap : exercise.swaps) {
      if (!known_piece(swap.instead_of)) refuse(place + "/swaps", "piece of equipment", swap.instead_of);
      for (const std::string& piece : swap.use) {
        if (!known_piece(piece)) refuse(place + "/swaps", "piece of equipment", piece);
      }
    }
  }
}

}  // namespace hipline::catalog
