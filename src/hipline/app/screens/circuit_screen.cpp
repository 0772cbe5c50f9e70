#include <algorithm>

#include "hipline/app/assess/dose.hpp"
#include "hipline/app/guide/guide.hpp"
#include "hipline/app/library/own_library.hpp"
#include "hipline/app/screens/screen_parts.hpp"
#include "hipline/app/screens/screens.hpp"
#include "hipline/baseline/baseline.hpp"
#include "hipline/circuit/build_mix.hpp"
#include "hipline/circuit/prescribe.hpp"
#include "hipline/exporters/json/answer_json_text.hpp"
#include "hipline/exporters/json/page_json.hpp"
#include "hipline/exporters/text/circuit_text.hpp"
#include "hipline/exporters/text/grades.hpp"
#include "hipline/exporters/text/progress_text.hpp"
#include "hipline/exporters/words/circuit_words.hpp"
#include "hipline/plan/plan.hpp"

namespace hipline::app {
namespace {

using exporters::JsonArray;
using exporters::JsonObject;
using session::milliseconds;

const char* word(session::Sound sound) {
  const char* const words[] = {"none", "rise", "tick", "tick_5", "soft", "end"};
  return words[static_cast<std::size_t>(sound)];
}
const char* word(session::Count count) {
  const char* const words[] = {"nothing", "repetition", "down", "up"};
  return words[static_cast<std::size_t>(count)];
}
const char* word(session::StepKind kind) {
  const char* const words[] = {"get_ready", "repetitions", "work", "hold", "rest", "pain"};
  return words[static_cast<std::size_t>(kind)];
}
const char* word(session::Side side) {
  const char* const words[] = {"both", "left", "right"};
  return words[static_cast<std::size_t>(side)];
}

void put_time(JsonObject& json, std::string_view key, const std::optional<milliseconds>& time) {
  if (time)
    json.put(key, static_cast<std::int64_t>(time->count()));
  else
    json.put_null(key);
}

JsonObject exercise_json(const session::Exercise& exercise, const std::string& band) {
  JsonArray phases;
  for (const session::Phase& phase : exercise.phases) {
    JsonObject one;
    one.put("name", phase.name).put("cue", phase.cue);
    put_time(one, "length_ms", phase.length);
    phases.add(one.put("sound", word(phase.sound)).put("count", word(phase.count)));
  }
  return JsonObject()
      .put("id", exercise.id)
      .put("title", exercise.title)
      .put("easier", exercise.easier)
      .put("stop_cue", exercise.stop_cue)
      .put("band", band.empty() ? "none" : band)
      .put("phases", phases);
}

JsonObject step_json(const session::Step& step) {
  JsonObject json;
  json.put("kind", word(step.kind))
      .put("exercise", step.exercise)
      .put("round", step.round)
      .put("set", step.set)
      .put("sets", step.sets)
      .put("side", word(step.side));
  put_time(json, "length_ms", step.length);
  json.put("repetitions", step.repetitions);
  put_time(json, "last_ms", step.last);
  put_time(json, "best_ms", step.best);
  put_time(json, "aim_ms", step.aim);
  return json.put("say", step.say);
}

const circuit::Variant* form_named(const circuit::Exercise& exercise, const std::string& id) {
  for (const auto* forms : {&exercise.variants, &exercise.regressions, &exercise.progressions})
    for (const circuit::Variant& form : *forms)
      if (form.id == id) return &form;
  return nullptr;
}

JsonObject exercise_words(const circuit::PrescribedExercise& prescribed, const circuit::Exercise& exercise,
                          const circuit::Library& library, const catalog::Catalog& catalog) {
  const circuit::Variant* form = form_named(exercise, prescribed.variant);
  const circuit::Variant* easier = exercise.regressions.empty() ? nullptr : &exercise.regressions.front();
  const rules::Rule* left_out = prescribed.left_out_because ? catalog.find_rule(*prescribed.left_out_because) : nullptr;
  JsonObject json;
  json.put("id", exercise.id)
      .put("title", exercise.title)
      .put("dose", exporters::dose_line(exercise, prescribed, library, catalog.texts))
      .put("set_up", exercise.set_up)
      .put("steps", exercise.steps)
      .put("cues", exercise.cues)
      .put("feel", exercise.feel)
      .put("faults", exercise.faults)
      .put("stops", exercise.stops)
      .put_or_null("variant", form ? form->title + ". " + form->how : std::string())
      .put_or_null("easier", easier ? easier->title + ". " + easier->how : std::string())
      .put("notes", prescribed.notes);
  if (prescribed.left_out_because)
    json.put("left_out_because", left_out ? left_out->why : *prescribed.left_out_because);
  else
    json.put_null("left_out_because");
  circuit::Prescription alone;
  alone.exercises = {prescribed};
  const std::vector<std::string> progress = exporters::progress_lines(alone, library, catalog.texts);
  return json.put_or_null("last_time", progress.empty() ? std::string() : progress.front())
      .put("grade", exporters::grade_name(exercise.grade))
      .put("opinion", exercise.opinion)
      .put("evidence", exercise.evidence);
}

/// The prescription in so many minutes, or as it stands.
Result<circuit::Prescription> wished(const TodayAnswer& answer, std::optional<int> minutes,
                                     const circuit::Library& library, const catalog::Catalog& catalog) {
  if (!minutes) return *answer.assessment.circuit;
  const auto baseline = baseline::make_baseline(answer.history, plan::baseline_parameters(catalog.parameters));
  if (!baseline) return std::unexpected(baseline.error());
  circuit::DoseInput input =
      dose_input(answer.history, answer.assessment.pain, *baseline, answer.assessment.decision, catalog);
  input.minutes_available = *minutes;
  return circuit::prescribe(input, library, catalog.circuit_rules, catalog.parameters);
}

JsonArray differences_json(const circuit::Prescription& prescription, const circuit::Library& library,
                           const catalog::Texts& texts) {
  JsonArray list;
  for (const circuit::Difference& difference : prescription.differences) {
    list.add(JsonObject()
                 .put("what", difference.what)
                 .put("exercise", difference.exercise)
                 .put("as_written", difference.as_written)
                 .put("today", difference.today)
                 .put("rule", difference.rule)
                 .put("sentence", exporters::difference_line(difference, library, texts)));
  }
  return list;
}

}  // namespace

std::string script_json(const circuit::Prescription& prescription, const catalog::Catalog& catalog) {
  const session::Script script = guide_script(prescription, catalog);
  std::vector<std::string> bands;
  for (const circuit::PrescribedExercise& one : prescription.exercises)
    if (!one.left_out_because) bands.push_back(one.band);
  JsonArray exercises;
  for (std::size_t i = 0; i < script.exercises.size(); ++i) exercises.add(exercise_json(script.exercises[i], bands[i]));
  JsonArray steps;
  for (const session::Step& step : script.steps) steps.add(step_json(step));
  return JsonObject()
      .put("rounds", script.rounds)
      .put("ease_from", script.ease_from)
      .put("stop_from", script.stop_from)
      .put("eased_share", script.eased_share)
      .put("more_rest_ms", static_cast<std::int64_t>(catalog.parameters.value("session.more_rest_s") * 1000))
      .put("exercises", exercises)
      .put("steps", steps)
      .text();
}

std::string figure_json(const circuit::Exercise& exercise, const catalog::Catalog& catalog) {
  const auto drawing = catalog.drawings.find(exercise.figure);
  return exercise.figure.empty() || drawing == catalog.drawings.end() ? "null" : drawing->second;
}

JsonObject figures_json(const circuit::Prescription& prescription, const circuit::Library& library,
                        const catalog::Catalog& catalog) {
  JsonObject json;
  for (const circuit::PrescribedExercise& one : prescription.exercises) {
    const circuit::Exercise* exercise = library.find_exercise(one.exercise);
    const std::string figure = exercise ? figure_json(*exercise, catalog) : "null";
    if (figure != "null") json.put_json(one.exercise, figure);
  }
  return json;
}

JsonArray circuit_exercises_json(const circuit::Prescription& prescription, const circuit::Library& library,
                                 const catalog::Catalog& catalog) {
  JsonArray list;
  for (const bool left_out : {false, true}) {
    for (const circuit::PrescribedExercise& one : prescription.exercises) {
      const circuit::Exercise* exercise = library.find_exercise(one.exercise);
      if (exercise && one.left_out_because.has_value() == left_out)
        list.add(exercise_words(one, *exercise, library, catalog));
    }
  }
  return list;
}

Result<std::string> circuit_screen(const TodayAnswer& answer, std::optional<int> minutes,
                                   const catalog::Catalog& catalog, std::string_view version) {
  const circuit::Library library = library_of(answer.history.runner, catalog);
  JsonObject json;
  json.put("made_up", answer.history.runner.made_up)
      .put("date", answer.assessment.decision.day.iso())
      .put_json("closed", closed_part(answer, catalog, version));
  if (is_closed(answer) || !answer.assessment.circuit) {
    return json.put("any", false)
        .put("headline", catalog.texts.say("pages.circuit_closed"))
        .put("detail", "")
        .put("notes", std::vector<std::string>())
        .put_null("prescription")
        .put_null("as_written")
        .put("differences", JsonArray())
        .put("reading_of_dose", std::vector<std::string>())
        .put("progress", std::vector<std::string>())
        .put_null("script")
        .put("figures", JsonObject())
        .put("exercises", JsonArray())
        .put("equipment", std::vector<std::string>())
        .text();
  }
  const auto prescription = wished(answer, minutes, library, catalog);
  if (!prescription) return std::unexpected(prescription.error());
  const exporters::CircuitWords words = exporters::circuit_words(*prescription, catalog);
  const bool any = prescription->any;
  json.put("any", any)
      .put("headline", any ? exporters::whole_sentence(words.dose) : words.none)
      .put("detail", any && !words.details.empty() ? words.details.front() : std::string())
      .put("notes", prescription->notes)
      .put_json("prescription", exporters::circuit_json_text(*prescription))
      .put_json("as_written", exporters::circuit_json_text(circuit::as_written(catalog.library)))
      .put("differences", differences_json(*prescription, library, catalog.texts))
      .put("reading_of_dose", words.readings)
      .put("progress", exporters::progress_lines(*prescription, library, catalog.texts))
      .put_json("script", any ? script_json(*prescription, catalog) : "null")
      .put("figures", figures_json(*prescription, library, catalog))
      .put("exercises", circuit_exercises_json(*prescription, library, catalog))
      .put("equipment",
           any ? exporters::equipment_words(*prescription, library, catalog.texts) : std::vector<std::string>());
  return json.text();
}

}  // namespace hipline::app
