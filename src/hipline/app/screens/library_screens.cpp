#include <algorithm>
#include <functional>

#include "hipline/app/assess/dose.hpp"
#include "hipline/app/library/own_library.hpp"
#include "hipline/app/requests/request_body.hpp"
#include "hipline/app/screens/screen_parts.hpp"
#include "hipline/app/screens/screens.hpp"
#include "hipline/baseline/baseline.hpp"
#include "hipline/circuit/build_mix.hpp"
#include "hipline/circuit/coverage.hpp"
#include "hipline/circuit/prescribe.hpp"
#include "hipline/exporters/json/answer_json_text.hpp"
#include "hipline/exporters/text/circuit_text.hpp"
#include "hipline/exporters/text/layout.hpp"
#include "hipline/plan/plan.hpp"

namespace hipline::app {
namespace {

using catalog::Fields;
using exporters::JsonArray;
using exporters::JsonObject;

template <typename Named>
std::vector<std::string> names(const std::vector<Named>& list) {
  std::vector<std::string> words;
  for (const Named& one : list) words.emplace_back(circuit::name(one));
  return words;
}

bool is_own(const model::Runner& runner, std::string_view id) {
  return std::ranges::find(runner.own_exercises, id, &model::OwnExercise::id) != runner.own_exercises.end();
}
bool is_favourite(const model::Runner& runner, std::string_view id) {
  return std::ranges::find(runner.favourites, id, &model::Favourite::exercise) != runner.favourites.end();
}

std::string banner(const TodayAnswer& answer, const catalog::Catalog& catalog) {
  if (!is_closed(answer)) return {};
  const bool unanswered = answer.assessment.decision.kind == rules::Kind::unanswered;
  return unanswered ? catalog.texts.say("library.closed_unanswered", {{"how", "."}})
                    : catalog.texts.say("library.closed");
}

Result<circuit::DoseInput> dose_of(const TodayAnswer& answer, const catalog::Catalog& catalog) {
  const auto baseline = baseline::make_baseline(answer.history, plan::baseline_parameters(catalog.parameters));
  if (!baseline) return std::unexpected(baseline.error());
  return dose_input(answer.history, answer.assessment.pain, *baseline, answer.assessment.decision, catalog);
}

/// The exercises that today's dose leaves in. None at a clinician level.
std::vector<std::string> startable(const TodayAnswer& answer, const circuit::Library& library,
                                   const catalog::Catalog& catalog) {
  std::vector<std::string> ids;
  if (is_closed(answer)) return ids;
  const auto input = dose_of(answer, catalog);
  if (!input) return ids;
  std::vector<std::string> all;
  for (const circuit::Exercise& exercise : library.exercises) all.push_back(exercise.id);
  const auto dose = circuit::prescribe(all, *input, library, catalog.circuit_rules, catalog.parameters);
  if (!dose.any) return ids;
  for (const circuit::PrescribedExercise& one : dose.exercises)
    if (!one.left_out_because) ids.push_back(one.exercise);
  return ids;
}

bool contains(const std::vector<std::string>& list, const std::string& one) {
  return std::ranges::find(list, one) != list.end();
}

JsonArray favourites_json(const model::Runner& runner) {
  JsonArray list;
  for (const model::Favourite& one : runner.favourites) {
    JsonObject json;
    json.put("exercise", one.exercise);
    list.add(one.since ? json.put("since", one.since->iso()) : json.put_null("since"));
  }
  return list;
}

JsonArray equipment_json(const model::Runner& runner, const circuit::Library& library) {
  JsonArray list;
  for (const circuit::Equipment& piece : library.therapist_circuit()->equipment) {
    if (piece.everyone) continue;
    JsonObject json;
    json.put("id", piece.id).put("label", piece.name);
    list.add(runner.equipment_known ? json.put("have", contains(runner.equipment, piece.id)) : json.put_null("have"));
  }
  return list;
}

/// The runner's profile, changed and kept whole.
Status change_runner(const std::string& runner_id, Store& store, const Zones& zones,
                     const std::function<Status(model::Runner&)>& change) {
  auto profile = load_profile(store, runner_id);
  if (!profile) return std::unexpected(profile.error());
  if (const Status changed = change(profile->runner); !changed) return changed;
  return save_profile(store, *profile, zones);
}

}  // namespace

std::string library_screen(const TodayAnswer& answer, const catalog::Catalog& catalog, std::string_view version) {
  const model::Runner& runner = answer.history.runner;
  const circuit::Library library = library_of(runner, catalog);
  const std::vector<std::string> open = startable(answer, library, catalog);
  JsonArray directions;
  for (const circuit::Direction direction : circuit::directions) {
    const std::string id(circuit::name(direction));
    const std::string words = catalog.texts.say("circuit.direction_" + id);
    directions.add(JsonObject().put("id", id).put("title", words).put("words", words));
  }
  JsonArray exercises;
  for (const circuit::Exercise& exercise : library.exercises) {
    exercises.add(JsonObject()
                      .put("id", exercise.id)
                      .put("title", exercise.title)
                      .put("summary", exercise.summary)
                      .put("kind", exercise.kind == circuit::ExerciseKind::mobility ? "mobility" : "strength")
                      .put("therapist", exercise.source.therapist)
                      .put("trains", names(exercise.trains))
                      .put("phases", names(exercise.phases))
                      .put("equipment", exercise.equipment)
                      .put("dose", exercise.dose_words)
                      .put("own", is_own(runner, exercise.id))
                      .put("favourite", is_favourite(runner, exercise.id))
                      .put("figure", figure_json(exercise, catalog) != "null")
                      .put("startable", contains(open, exercise.id)));
  }
  JsonArray programmes;
  for (const circuit::Programme& programme : catalog.programmes)
    programmes.add_json(exporters::programme_json_text(programme));
  return JsonObject()
      .put("made_up", runner.made_up)
      .put_or_null("banner", banner(answer, catalog))
      .put_json("closed", closed_part(answer, catalog, version))
      .put("directions", directions)
      .put("exercises", exercises)
      .put("programmes", programmes)
      .put("equipment", equipment_json(runner, library))
      .put("favourites", favourites_json(runner))
      .text();
}

Result<std::string> exercise_screen(const TodayAnswer& answer, std::string_view id, const catalog::Catalog& catalog,
                                    std::string_view version) {
  const model::Runner& runner = answer.history.runner;
  const circuit::Library library = library_of(runner, catalog);
  const circuit::Exercise* exercise = library.find_exercise(id);
  if (!exercise) return failure("unknown_exercise", std::string(id), "There is no such exercise in the library.");
  return JsonObject()
      .put("made_up", runner.made_up)
      .put_or_null("banner", banner(answer, catalog))
      .put_json("closed", closed_part(answer, catalog, version))
      .put_json("exercise", exporters::exercise_json_text(*exercise))
      .put("favourite", is_favourite(runner, id))
      .put("own", is_own(runner, id))
      .put("startable", contains(startable(answer, library, catalog), exercise->id))
      .put_json("figure", figure_json(*exercise, catalog))
      .put("sources", evidence_lines_json(exercise->evidence, catalog))
      .text();
}

Result<std::string> mix_screen(const TodayAnswer& answer, std::string_view json, const catalog::Catalog& catalog,
                               std::string_view version) {
  const auto body = RequestBody::read(json);
  if (!body) return std::unexpected(body.error());
  Fields fields = body->fields();
  circuit::Picked picked;
  picked.exercises = fields.texts("exercises");
  const auto minutes_node = known_in(fields, "minutes");
  const std::optional<int> minutes_wanted = minutes_node ? std::optional(minutes_node->whole_number()) : std::nullopt;
  fields.done();
  if (const Status read = body->finish(); !read) return std::unexpected(read.error());
  if (minutes_wanted && !(*minutes_wanted >= 1 && *minutes_wanted <= 240))
    return failure("out_of_range", "/minutes", "This must lie between 1 and 240.");
  const model::Runner& runner = answer.history.runner;
  const circuit::Library library = library_of(runner, catalog);
  for (const std::string& id : picked.exercises)
    if (!library.find_exercise(id)) return failure("unknown_exercise", id, "There is no such exercise in the library.");
  for (const model::Favourite& one : runner.favourites) picked.favourites.push_back(one.exercise);
  for (const model::OwnExercise& one : runner.own_exercises) picked.favourites.push_back(one.id);

  JsonObject answer_json;
  answer_json.put("made_up", runner.made_up).put_json("closed", closed_part(answer, catalog, version));
  const circuit::Coverage cover = circuit::coverage(picked.exercises, library);
  circuit::Mix mix;
  mix.cover = cover;
  const bool build = !is_closed(answer) && !picked.exercises.empty();
  if (build) {
    auto input = dose_of(answer, catalog);
    if (!input) return std::unexpected(input.error());
    input->minutes_available = minutes_wanted;
    mix = circuit::build_mix(picked, *input, library, catalog.circuit_rules, catalog.parameters);
  } else {
    std::vector<circuit::Candidate> candidates;
    for (const circuit::Exercise& one : library.exercises)
      candidates.push_back({one.id, contains(picked.favourites, one.id)});
    mix.addition = circuit::smallest_addition(picked.exercises, candidates, library);
  }
  JsonArray additions;
  for (const std::string& id : mix.addition.exercises) {
    const circuit::Exercise* exercise = library.find_exercise(id);
    additions.add(JsonObject().put("id", id).put("title", exercise ? exercise->title : id));
  }
  const std::vector<std::string> covers = names(mix.cover.covered);
  const std::vector<std::string> misses = names(mix.cover.missing);
  const catalog::Texts& texts = catalog.texts;
  const std::string sentence =
      misses.empty() ? texts.say("library.mix_complete")
                     : texts.say("library.mix_misses", {{"misses", exporters::direction_list(misses, library, texts)}});
  const bool any = build && mix.session.any;
  return answer_json.put("covers", covers)
      .put("misses", misses)
      .put("sentence", sentence)
      .put("addition", JsonObject()
                           .put("exercises", additions)
                           .put("fits", mix.addition_fits)
                           .put("time_in_a_round_s", mix.addition_time.value())
                           .put("still_missing", names(mix.addition.still_missing)))
      .put("no_time", mix.no_time)
      .put("replaced", mix.replaced)
      .put_json("prescription", build ? exporters::circuit_json_text(mix.session) : "null")
      .put_json("script", any ? script_json(mix.session, catalog) : "null")
      .put("exercises", build ? circuit_exercises_json(mix.session, library, catalog) : JsonArray())
      .put("figures", build ? figures_json(mix.session, library, catalog) : JsonObject())
      .text();
}

Status keep_favourites(const std::string& runner_id, std::string_view json, LocalDay today, Store& store,
                       const catalog::Catalog& catalog, const Zones& zones) {
  const auto body = RequestBody::read(json);
  if (!body) return std::unexpected(body.error());
  struct Wish {
    std::string exercise;
    bool since_said = false;
    std::optional<LocalDay> since;
  };
  std::vector<Wish> wishes;
  Fields fields = body->fields();
  for (const catalog::Node& node : fields.items("favourites")) {
    Fields one(node);
    Wish wish{one.text("exercise"), one.has("since"), day_in(one, "since")};
    one.done();
    wishes.push_back(std::move(wish));
  }
  fields.done();
  if (const Status read = body->finish(); !read) return read;
  return change_runner(runner_id, store, zones, [&](model::Runner& runner) -> Status {
    const circuit::Library library = library_of(runner, catalog);
    std::vector<model::Favourite> kept;
    for (const Wish& wish : wishes) {
      if (!library.find_exercise(wish.exercise))
        return failure("unknown_exercise", wish.exercise, "There is no such exercise in the library.");
      const auto before = std::ranges::find(runner.favourites, wish.exercise, &model::Favourite::exercise);
      const bool known = before != runner.favourites.end();
      kept.push_back({wish.exercise, wish.since_said ? wish.since : known ? before->since : std::optional(today)});
    }
    runner.favourites = std::move(kept);
    return {};
  });
}

Status add_own_exercise(const std::string& runner_id, std::string_view json, LocalDay today, Store& store,
                        const Zones& zones) {
  const auto body = RequestBody::read(json);
  if (!body) return std::unexpected(body.error());
  Fields fields = body->fields();
  OwnExerciseWords words;
  words.name = fields.text("name");
  for (const std::string& direction : fields.texts("directions"))
    words.directions += (words.directions.empty() ? "" : ",") + direction;
  words.dose = fields.text("dose");
  words.mobility = fields.optional_yes_no("mobility");
  words.both_sides_at_once = fields.optional_yes_no("both_sides_at_once");
  const bool for_long = fields.optional_yes_no("done_for_long");
  fields.done();
  if (const Status read = body->finish(); !read) return read;
  auto own = own_exercise_from(words);
  if (!own) return std::unexpected(own.error());
  own->since = for_long ? std::nullopt : std::optional(today);
  return change_runner(runner_id, store, zones, [&](model::Runner& runner) { return add_own(runner, *own); });
}

Status remove_own_exercise(const std::string& runner_id, const std::string& id, Store& store, const Zones& zones) {
  return change_runner(runner_id, store, zones, [&](model::Runner& runner) { return remove_own(runner, id); });
}

}  // namespace hipline::app
