#include <nlohmann/json.hpp>

#include "hipline/exporters/json/answer_json.hpp"

namespace hipline::exporters {

using nlohmann::ordered_json;

namespace {

template <typename Named>
ordered_json names_json(const std::vector<Named>& list) {
  ordered_json json = ordered_json::array();
  for (const Named& one : list) json.push_back(circuit::name(one));
  return json;
}

ordered_json range_json(const circuit::Range& range) { return {{"low", range.low}, {"high", range.high}}; }

ordered_json dose_json(const std::optional<int>& repetitions, const std::optional<circuit::Range>& seconds) {
  ordered_json json = ordered_json::object();
  json["repetitions"] = repetitions ? ordered_json(*repetitions) : ordered_json(nullptr);
  json["seconds"] = seconds ? range_json(*seconds) : ordered_json(nullptr);
  return json;
}

ordered_json forms_json(const std::vector<circuit::Variant>& forms) {
  ordered_json json = ordered_json::array();
  for (const circuit::Variant& form : forms)
    json.push_back({{"id", form.id}, {"title", form.title}, {"how", form.how}, {"effect", form.effect}});
  return json;
}

}  // namespace

ordered_json exercise_json(const circuit::Exercise& exercise) {
  ordered_json json = {{"id", exercise.id},
                       {"title", exercise.title},
                       {"kind", exercise.kind == circuit::ExerciseKind::mobility ? "mobility" : "strength"},
                       {"therapist", exercise.source.therapist},
                       {"summary", exercise.summary},
                       {"trains", names_json(exercise.trains)},
                       {"phases", names_json(exercise.phases)},
                       {"equipment", exercise.equipment},
                       {"band", circuit::name(exercise.band.best)},
                       {"dose", exercise.dose_words}};
  json["set_up"] = exercise.set_up;
  json["steps"] = exercise.steps;
  json["cues"] = exercise.cues;
  json["feel"] = exercise.feel;
  json["faults"] = exercise.faults;
  json["regressions"] = forms_json(exercise.regressions);
  json["progressions"] = forms_json(exercise.progressions);
  json["stops"] = exercise.stops;
  json["not_for"] = exercise.not_for;
  json["how_sure"] = exercise.how_sure;
  json["evidence"] = exercise.evidence;
  json["opinion"] = exercise.opinion;
  json["reviewed"] = exercise.reviewed;
  return json;
}

ordered_json programme_json(const circuit::Programme& programme) {
  ordered_json json = {{"id", programme.id},
                       {"title", programme.title},
                       {"summary", programme.summary},
                       {"from_day_after_race", programme.from_day_after_race},
                       {"weeks", programme.weeks()},
                       {"minutes", range_json(programme.minutes)},
                       {"for_whom", programme.for_whom},
                       {"not_for", programme.not_for},
                       {"gives", programme.gives},
                       {"gives_not", programme.gives_not},
                       {"stages", ordered_json::array()},
                       {"progression", programme.progression},
                       {"evidence", programme.evidence},
                       {"opinion", programme.opinion},
                       {"reviewed", programme.reviewed}};
  for (const circuit::ProgrammeStage& stage : programme.stages) {
    ordered_json days = ordered_json::array();
    for (const circuit::ProgrammeDay& day : stage.days) {
      ordered_json exercises = ordered_json::array();
      for (const circuit::ProgrammeExercise& one : day.exercises) {
        ordered_json item = {{"exercise", one.exercise}, {"sets", one.sets}};
        item.update(dose_json(one.repetitions, one.seconds));
        exercises.push_back(std::move(item));
      }
      days.push_back({{"name", day.name}, {"exercises", std::move(exercises)}});
    }
    json["stages"].push_back({{"first_week", stage.first_week},
                              {"last_week", stage.last_week},
                              {"aim", stage.aim},
                              {"effort", range_json(stage.effort)},
                              {"days", std::move(days)}});
  }
  return json;
}

ordered_json mix_json(const circuit::Mix& mix) {
  ordered_json json = {{"session", circuit_json(mix.session)},
                       {"budget_s", mix.budget.value()},
                       {"budget_named", mix.budget_named},
                       {"no_time", mix.no_time},
                       {"replaced", mix.replaced},
                       {"covers", names_json(mix.cover.covered)},
                       {"misses", names_json(mix.cover.missing)}};
  json["addition"] = {{"exercises", mix.addition.exercises},
                      {"time_in_a_round_s", mix.addition_time.value()},
                      {"fits", mix.addition_fits},
                      {"still_missing", names_json(mix.addition.still_missing)}};
  return json;
}

}  // namespace hipline::exporters
