#include "hipline/app/library/library_pages.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "hipline/app/assess/dose.hpp"
#include "hipline/app/library/own_library.hpp"
#include "hipline/baseline/baseline.hpp"
#include "hipline/circuit/build_mix.hpp"
#include "hipline/circuit/prescribe.hpp"
#include "hipline/exporters/json/answer_json.hpp"
#include "hipline/exporters/text/circuit_text.hpp"
#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/text/library_text.hpp"
#include "hipline/plan/plan.hpp"

namespace hipline::app {
namespace {

using nlohmann::ordered_json;

bool is_closed(const TodayAnswer& answer) { return rules::is_clinician_level(answer.assessment.decision.level); }

ordered_json envelope(const TodayAnswer& answer, const catalog::Catalog& catalog, std::string_view version) {
  ordered_json json = exporters::answer_envelope(version, catalog);
  if (answer.history.runner.made_up) json["made_up"] = true;
  json["level"] = rules::name(answer.assessment.decision.level);
  return json;
}

/// What stands above every page of the library: that the data is made up, and that the day is closed.
std::string above(const TodayAnswer& answer, const catalog::Catalog& catalog) {
  std::string text;
  if (answer.history.runner.made_up) text += exporters::wrap(catalog.texts.say("today.made_up")) + "\n";
  if (!is_closed(answer)) return text;
  const bool unanswered = answer.assessment.decision.kind == rules::Kind::unanswered;
  return text +
         exporters::wrap(unanswered
                             ? catalog.texts.say("library.closed_unanswered", {{"how", ": hipline\u00a0checkin"}})
                             : catalog.texts.say("library.closed")) +
         "\n";
}

Result<circuit::DoseInput> dose_of_today(const TodayAnswer& answer, const catalog::Catalog& catalog) {
  const auto baseline = baseline::make_baseline(answer.history, plan::baseline_parameters(catalog.parameters));
  if (!baseline) return std::unexpected(baseline.error());
  return dose_input(answer.history, answer.assessment.pain, *baseline, answer.assessment.decision, catalog);
}

std::vector<std::string> ids_of(const circuit::Library& library) {
  std::vector<std::string> ids;
  for (const circuit::Exercise& exercise : library.exercises) ids.push_back(exercise.id);
  return ids;
}

/// Which rule keeps an exercise from today; nothing where it fits.
using Waiting = std::vector<std::pair<std::string, std::string>>;
Waiting waiting_in(const circuit::Prescription& prescription, const circuit::Library& library) {
  Waiting waiting;
  if (!prescription.any) {
    for (const std::string& id : ids_of(library)) waiting.emplace_back(id, prescription.because);
  }
  for (const circuit::PrescribedExercise& exercise : prescription.exercises) {
    if (exercise.left_out_because) waiting.emplace_back(exercise.exercise, *exercise.left_out_because);
  }
  return waiting;
}

const std::string* rule_in(const Waiting& waiting, const std::string& id) {
  const auto found = std::ranges::find(waiting, id, &Waiting::value_type::first);
  return found == waiting.end() ? nullptr : &found->second;
}

/// The exercises that can be done with these pieces and no others, swaps counted.
Result<std::vector<std::string>> doable_with(const std::string& list, const circuit::Library& library,
                                             const catalog::Catalog& catalog) {
  circuit::DoseInput input;
  input.equipment_known = true;
  std::string piece;
  for (const char c : list + ",") {
    if (c != ',') {
      piece += c;
      continue;
    }
    const auto& known = library.therapist_circuit()->equipment;
    if (!piece.empty() && piece != "none") {
      if (std::ranges::find(known, piece, &circuit::Equipment::id) == known.end()) {
        std::string all;
        for (const circuit::Equipment& one : known) all += one.id + ", ";
        return failure("bad_answer", "--equipment", fmt::format("Write one or more of: {}or none.", all));
      }
      input.equipment.push_back(piece);
    }
    piece.clear();
  }
  // Without any rule but those about equipment nothing else leaves an exercise out.
  std::vector<rules::Rule> about_equipment;
  std::ranges::copy_if(catalog.circuit_rules, std::back_inserter(about_equipment), [](const rules::Rule& rule) {
    return std::ranges::any_of(rule.then, [](const rules::Outcome& outcome) {
      const auto* require = std::get_if<rules::Require>(&outcome);
      return require && require->tag == "equipment_swap";
    });
  });
  const auto dose = circuit::prescribe(ids_of(library), input, library, about_equipment, catalog.parameters);
  std::vector<std::string> ids;
  for (const circuit::PrescribedExercise& exercise : dose.exercises) {
    if (!exercise.left_out_because) ids.push_back(exercise.exercise);
  }
  return ids;
}

bool is_own(const model::Runner& runner, const std::string& id) {
  return std::ranges::find(runner.own_exercises, id, &model::OwnExercise::id) != runner.own_exercises.end();
}
bool is_favourite(const model::Runner& runner, const std::string& id) {
  return std::ranges::find(runner.favourites, id, &model::Favourite::exercise) != runner.favourites.end();
}

/// What a wish comes to: a mix, or today's circuit in the time there is. Neither behind a clinician level.
struct Wished {
  std::optional<circuit::Mix> mix;
  std::optional<circuit::Prescription> circuit;
};

Result<Wished> wished_in(const TodayAnswer& answer, const CircuitWish& wish, const circuit::Library& library,
                         const catalog::Catalog& catalog) {
  Wished wished;
  circuit::Picked picked;
  if (wish.mix) {
    auto named = exercises_named(library, *wish.mix);
    if (!named) return std::unexpected(named.error());
    picked.exercises = std::move(*named);
  }
  if (is_closed(answer)) return wished;
  auto input = dose_of_today(answer, catalog);
  if (!input) return std::unexpected(input.error());
  input->minutes_available = wish.minutes;
  if (!wish.mix) {
    wished.circuit = circuit::prescribe(*input, library, catalog.circuit_rules, catalog.parameters);
    return wished;
  }
  const model::Runner& runner = answer.history.runner;
  for (const model::Favourite& one : runner.favourites) picked.favourites.push_back(one.exercise);
  for (const model::OwnExercise& one : runner.own_exercises) picked.favourites.push_back(one.id);
  wished.mix = circuit::build_mix(picked, *input, library, catalog.circuit_rules, catalog.parameters);
  return wished;
}

/// The phase's word; nothing for `today` and no phase.
Result<std::optional<circuit::Phase>> phase_of(const std::string& word) {
  using circuit::Phase;
  if (word.empty() || word == "today") return std::nullopt;
  for (const Phase phase : {Phase::calm, Phase::build, Phase::maintain, Phase::last_week}) {
    if (word == name(phase)) return phase;
  }
  return failure("bad_answer", "--phase", "Write calm, build, maintain, last_week or today.");
}

Result<std::optional<circuit::Direction>> direction_of(const std::string& word) {
  if (word.empty()) return std::nullopt;
  std::string all;
  for (const circuit::Direction one : circuit::directions) {
    if (word == name(one)) return one;
    all += (all.empty() ? "" : ", ") + std::string(name(one));
  }
  return failure("bad_answer", "--direction", fmt::format("Write one of: {}.", all));
}

}  // namespace

Result<Page> library_page(const TodayAnswer& answer, const LibraryFilter& filter, const catalog::Catalog& catalog,
                          std::string_view version) {
  const model::Runner& runner = answer.history.runner;
  const circuit::Library library = library_of(runner, catalog);
  const auto phase = phase_of(filter.phase);
  if (!phase) return std::unexpected(phase.error());
  const auto direction = direction_of(filter.direction);
  if (!direction) return std::unexpected(direction.error());
  const auto doable = doable_with(filter.equipment, library, catalog);
  if (!doable) return std::unexpected(doable.error());
  const auto input = dose_of_today(answer, catalog);
  if (!input) return std::unexpected(input.error());
  const Waiting waiting = waiting_in(
      circuit::prescribe(ids_of(library), *input, library, catalog.circuit_rules, catalog.parameters), library);

  ordered_json json = envelope(answer, catalog, version);
  json["exercises"] = ordered_json::array();
  exporters::LibraryList list{.library = library, .direction = *direction, .own = runner.own_exercises.size()};
  for (const circuit::Exercise& exercise : library.exercises) {
    const std::string* rule = rule_in(waiting, exercise.id);
    if (filter.own && !is_own(runner, exercise.id)) continue;
    if (filter.favourites && !is_favourite(runner, exercise.id)) continue;
    if (*phase && !exercise.is_for(**phase)) continue;
    if (filter.phase == "today" && rule) continue;
    if (*direction && !exercise.trains_direction(**direction)) continue;
    if (!filter.equipment.empty() && std::ranges::find(*doable, exercise.id) == doable->end()) continue;
    list.shown.push_back({&exercise, is_favourite(runner, exercise.id), is_own(runner, exercise.id)});
    ordered_json item = exporters::exercise_json(exercise);
    item["favourite"] = is_favourite(runner, exercise.id);
    item["own"] = is_own(runner, exercise.id);
    item["waits_because"] = rule ? ordered_json(*rule) : ordered_json(nullptr);
    json["exercises"].push_back(std::move(item));
  }
  return Page{above(answer, catalog) + exporters::library_list(list, catalog.texts), json.dump(2)};
}

Result<Page> exercise_page(const TodayAnswer& answer, std::string_view id, const catalog::Catalog& catalog,
                           std::string_view version) {
  const circuit::Library library = library_of(answer.history.runner, catalog);
  const auto exercise = exercise_named(library, id);
  if (!exercise) return std::unexpected(exercise.error());
  ordered_json json = envelope(answer, catalog, version);
  json["exercise"] = exporters::exercise_json(**exercise);
  std::string text = above(answer, catalog) + exporters::exercise_sheet(**exercise, library, catalog);
  if (!is_closed(answer)) {
    const auto input = dose_of_today(answer, catalog);
    if (!input) return std::unexpected(input.error());
    const auto dose = circuit::prescribe({(*exercise)->id}, *input, library, catalog.circuit_rules, catalog.parameters);
    const Waiting waiting = waiting_in(dose, library);
    const std::string* rule = rule_in(waiting, (*exercise)->id);
    const rules::Rule* reason = rule ? catalog.find_rule(*rule) : nullptr;
    text += exporters::wrap(
        rule ? catalog.texts.say("library.today_no", {{"why", reason ? reason->title : std::string()}, {"rule", *rule}})
             : catalog.texts.say("library.today_yes"));
    json["exercise"]["waits_because"] = rule ? ordered_json(*rule) : ordered_json(nullptr);
  }
  return Page{std::move(text), json.dump(2)};
}

Result<Page> programme_page(const TodayAnswer& answer, std::string_view id, const catalog::Catalog& catalog,
                            std::string_view version) {
  ordered_json json = envelope(answer, catalog, version);
  if (id.empty()) {
    json["programmes"] = ordered_json::array();
    for (const circuit::Programme& programme : catalog.programmes)
      json["programmes"].push_back(exporters::programme_json(programme));
    return Page{above(answer, catalog) + exporters::programme_list(catalog.programmes, catalog.texts), json.dump(2)};
  }
  const auto found = std::ranges::find(catalog.programmes, id, &circuit::Programme::id);
  if (found == catalog.programmes.end())
    return failure("unknown_programme", std::string(id),
                   "There is no such programme; `hipline exercises --programme` lists them.");
  json["programme"] = exporters::programme_json(*found);
  return Page{above(answer, catalog) + exporters::programme_sheet(*found, catalog.library, catalog.texts),
              json.dump(2)};
}

Result<std::optional<circuit::Prescription>> wished_circuit(const TodayAnswer& answer, const CircuitWish& wish,
                                                            const catalog::Catalog& catalog) {
  if (!wish.mix && !wish.minutes) return answer.assessment.circuit;
  const circuit::Library library = library_of(answer.history.runner, catalog);
  const auto wished = wished_in(answer, wish, library, catalog);
  if (!wished) return std::unexpected(wished.error());
  if (wished->mix) return wished->mix->session;
  return wished->circuit;
}

Result<Page> wished_circuit_page(const TodayAnswer& answer, const CircuitWish& wish, const catalog::Catalog& catalog,
                                 std::string_view version) {
  const model::Runner& runner = answer.history.runner;
  const circuit::Library library = library_of(runner, catalog);
  const auto wished = wished_in(answer, wish, library, catalog);
  if (!wished) return std::unexpected(wished.error());
  if (is_closed(answer)) {
    Page page = circuit_page(answer, CircuitView::today, catalog, version);
    if (wish.mix) {
      ordered_json json = ordered_json::parse(page.json, nullptr, false);
      json.erase("circuit");
      json["mix"] = nullptr;
      page.json = json.dump(2);
    }
    return page;
  }
  ordered_json json = envelope(answer, catalog, version);
  std::string text;
  if (wished->mix) {
    json["mix"] = exporters::mix_json(*wished->mix);
    text = exporters::mix_handout(*wished->mix, library, catalog);
  } else {
    const circuit::Prescription& dose = *wished->circuit;
    json["circuit"] = exporters::circuit_json(dose);
    text = exporters::circuit_handout(dose, catalog);
    if (wish.minutes && dose.any && dose.total > minutes(*wish.minutes))
      text = exporters::wrap(catalog.texts.say(
                 "library.mix_too_short", {{"minutes", exporters::plain_number(std::ceil(dose.total.value() / 60))},
                                           {"have", std::to_string(*wish.minutes)}})) +
             "\n" + text;
  }
  if (runner.made_up) text = exporters::wrap(catalog.texts.say("today.made_up")) + "\n" + text;
  return Page{std::move(text), json.dump(2)};
}

}  // namespace hipline::app
