#include "hipline/catalog/programme_reader.hpp"

#include <algorithm>
#include <utility>

#include "hipline/catalog/exercise_reader.hpp"
#include "hipline/catalog/rule_reader.hpp"

namespace hipline::catalog {
namespace {

circuit::ProgrammeExercise read_programme_exercise(const Node& node) {
  Fields fields(node);
  circuit::ProgrammeExercise one;
  one.exercise = fields.text("exercise");
  one.sets = fields.whole_number("sets");
  one.repetitions = fields.optional_whole_number("repetitions");
  if (const auto seconds = fields.optional_node("seconds")) one.seconds = read_range(*seconds);
  fields.done();
  if (one.sets < 1 || one.repetitions.value_or(1) < 1) node.refuse("out_of_range", "Sets and repetitions begin at 1.");
  if (one.repetitions.has_value() == one.seconds.has_value())
    node.refuse("missing_field", "A dose has either \"repetitions\" or \"seconds\".");
  return one;
}

circuit::ProgrammeStage read_stage(const Node& node) {
  Fields fields(node);
  circuit::ProgrammeStage stage;
  stage.first_week = fields.whole_number("first_week");
  stage.last_week = fields.whole_number("last_week");
  stage.aim = fields.text("aim");
  if (const auto effort = fields.node("effort")) stage.effort = read_range(*effort);
  for (const Node& item : fields.items("days")) {
    Fields day(item);
    circuit::ProgrammeDay read;
    read.name = day.text("name");
    for (const Node& exercise : day.items("exercises")) read.exercises.push_back(read_programme_exercise(exercise));
    day.done();
    stage.days.push_back(std::move(read));
  }
  fields.done();
  if (stage.days.empty()) node.refuse("missing_field", "A stage has at least one day.");
  return stage;
}

bool covers(const circuit::ProgrammeStage& stage, circuit::Direction direction, const circuit::Library& library) {
  return std::any_of(stage.days.begin(), stage.days.end(), [&](const circuit::ProgrammeDay& day) {
    return std::any_of(day.exercises.begin(), day.exercises.end(), [&](const circuit::ProgrammeExercise& one) {
      const circuit::Exercise* exercise = library.find_exercise(one.exercise);
      return exercise != nullptr && exercise->trains_direction(direction);
    });
  });
}

}  // namespace

circuit::Programme read_programme(std::string id, const Node& node) {
  Fields fields(node);
  circuit::Programme programme;
  programme.id = std::move(id);
  programme.title = fields.text("title");
  programme.source = read_source(fields);
  programme.summary = fields.text("summary");
  programme.from_day_after_race = fields.whole_number("from_day_after_race");
  if (const auto minutes = fields.node("minutes")) programme.minutes = read_range(*minutes);
  programme.for_whom = fields.texts("for_whom");
  programme.not_for = fields.texts("not_for");
  programme.gives = fields.texts("gives");
  programme.gives_not = fields.texts("gives_not");
  for (const Node& stage : fields.items("stages")) programme.stages.push_back(read_stage(stage));
  programme.progression = fields.texts("progression");
  programme.evidence = fields.texts("evidence");
  programme.grade = read_grade(fields);
  programme.opinion = fields.yes_no("opinion");
  programme.reviewed = fields.text("reviewed");
  fields.done();
  int next = 1;
  for (const circuit::ProgrammeStage& stage : programme.stages) {
    if (stage.first_week != next || stage.last_week < stage.first_week) {
      node.refuse("out_of_range", "The stages follow each other from week 1 on, without a gap.");
      break;
    }
    next = stage.last_week + 1;
  }
  if (programme.from_day_after_race < 8)
    node.refuse("out_of_range", "The first week after a race is for walking: begin on day 8 or later.");
  if (programme.stages.empty()) node.refuse("missing_field", "A programme has at least one stage.");
  return programme;
}

void check_programme(const circuit::Programme& programme, const circuit::Library& library, Problems& problems) {
  const std::string place = pointer_to("", "programmes/" + programme.id) + "/stages";
  const circuit::Circuit* circuit = library.therapist_circuit();
  for (std::size_t s = 0; s < programme.stages.size(); ++s) {
    const circuit::ProgrammeStage& stage = programme.stages[s];
    for (std::size_t d = 0; d < stage.days.size(); ++d) {
      for (std::size_t e = 0; e < stage.days[d].exercises.size(); ++e) {
        const circuit::ProgrammeExercise& one = stage.days[d].exercises[e];
        const std::string where = pointer_to(pointer_to(pointer_to(place, s) + "/days", d) + "/exercises", e);
        const circuit::Exercise* exercise = library.find_exercise(one.exercise);
        if (exercise == nullptr) {
          problems.push_back({"unknown_reference", where, "There is no exercise \"" + one.exercise + "\"."});
          continue;
        }
        if (!exercise->is_for(circuit::Phase::build))
          problems.push_back({"programme_phase", where,
                              "\"" + one.exercise + "\" is not one for the weeks far from a race: see its phases."});
        const int rounds = exercise->dose.rounds_most.value_or(circuit ? static_cast<int>(circuit->rounds.low) : 1);
        if (one.sets > exercise->dose.sets * rounds)
          problems.push_back({"programme_dose", where,
                              "\"" + one.exercise + "\" has at most " + std::to_string(exercise->dose.sets * rounds) +
                                  " sets in its own dose."});
        if (one.repetitions.has_value() != exercise->dose.repetitions.has_value())
          problems.push_back({"programme_dose", where,
                              "Count \"" + one.exercise + "\" as its own dose does: in repetitions, or in seconds."});
      }
    }
    for (const circuit::Direction direction : circuit ? circuit->cover : std::vector<circuit::Direction>{}) {
      if (covers(stage, direction, library)) continue;
      problems.push_back({"programme_gap", pointer_to(place, s),
                          "These weeks leave out " + std::string(direction_word(direction)) + "."});
    }
  }
}

}  // namespace hipline::catalog
