#include "hipline/exporters/text/handout.hpp"

#include <algorithm>
#include <cmath>

#include "hipline/base/assertion.hpp"
#include "hipline/exporters/text/band_text.hpp"
#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/text/progress_text.hpp"

namespace hipline::exporters {
namespace {

using circuit::Difference;
using circuit::Exercise;
using circuit::PrescribedExercise;
using circuit::Prescription;
using circuit::Variant;

constexpr int indent = 3;

}  // namespace

void Handout::title(const std::string& text) {
  page_ += wrap(text, 0, {}, width_);
  page_ += std::string(static_cast<std::size_t>(std::min(columns_of(text), width_)), '=') + "\n";
}

void Handout::heading(std::string_view key) { page_ += "\n" + words_.say(key) + "\n"; }

void Handout::paragraph(const std::string& text) { page_ += wrap(text, 0, {}, width_); }

void Handout::bullet(const std::string& text) { page_ += wrap(text, 4, "  - ", width_); }

void Handout::dose_of(const Prescription& today, bool own_mix) {
  const std::string minutes = whole(std::ceil(today.total.value() / 60));
  const std::string rounds = std::to_string(today.rounds);
  const std::string most = std::to_string(today.rounds_highest);
  if (today.rounds == 1)
    paragraph(words_.say("rounds_one", {{"minutes", minutes}}));
  else if (today.rounds_highest > today.rounds)
    paragraph(words_.say("rounds_or_more", {{"rounds", rounds}, {"most", most}, {"minutes", minutes}}));
  else
    paragraph(words_.say("rounds", {{"rounds", rounds}, {"minutes", minutes}}));
  if (today.focus == "mobility") paragraph(words_.say("focus_mobility"));
  if (today.focus == "walk_and_mobility") paragraph(words_.say("focus_walk"));
  if (today.run_first) paragraph(words_.say("run_first"));
  if (today.short_form && own_mix) {
    paragraph(words_.library_say("mix_short"));
  } else if (today.short_form) {
    paragraph(words_.say("short_form", {{"minutes", whole(words_.circuit().short_form.at_most.value() / 60)},
                                        {"gives_up", words_.circuit().short_form.gives_up}}));
  }
  heading("how");
  const std::string to = plain_number(today.effort_high);
  if (today.effort_low > 0)
    bullet(words_.say("effort", {{"from", plain_number(today.effort_low)},
                                 {"to", to},
                                 {"fewest", plain_number(10 - today.effort_high)},
                                 {"most", plain_number(10 - today.effort_low)}}));
  else
    bullet(words_.say(today.effort_high <= 2 ? "effort_easy" : "effort_up_to", {{"to", to}}));
  const bool any_to_fatigue = std::any_of(today.exercises.begin(), today.exercises.end(),
                                          [](const PrescribedExercise& one) { return one.to_fatigue; });
  if (today.to_fatigue && own_mix && !any_to_fatigue)
    bullet(words_.library_say("mix_reserve"));
  else if (today.to_fatigue)
    bullet(words_.say("to_fatigue", {{"means", words_.circuit().to_fatigue_means}}));
  else if (today.stop_short_repetitions > 0) {
    bullet(words_.say("stop_short", {{"from", std::to_string(today.stop_short_repetitions)},
                                     {"to", std::to_string(today.stop_short_repetitions + 1)},
                                     {"seconds", whole(today.stop_short.value())}}));
  } else {
    bullet(words_.say("not_to_fatigue"));
  }
  for (const std::string& note : today.notes) bullet(note);
}

void Handout::dose_as_written(const Prescription& source) {
  paragraph(words_.say("rounds_written", {{"rounds", std::to_string(source.rounds)},
                                          {"most", std::to_string(source.rounds_highest)},
                                          {"minutes", whole(std::ceil(source.total.value() / 60))}}));
  paragraph(words_.circuit().summary);
  heading("how");
  bullet(words_.say("to_fatigue_written"));
  bullet(words_.circuit().to_fatigue_means);
}

void Handout::needs(const Prescription& prescription) {
  heading("needs");
  const std::vector<std::string> pieces = words_.pieces_of(prescription);
  if (pieces.empty()) bullet(words_.say("needs_nothing"));
  for (const std::string& piece : pieces) bullet(piece);
}

void Handout::which_band(const Prescription& prescription, const rules::Parameters& parameters) {
  for (const PrescribedExercise& prescribed : prescription.exercises) {
    if (prescribed.left_out_because || prescribed.band == "none" || !prescribed.swaps.empty()) continue;
    return bullet(words_.texts().say("bands.pointer",
                                     {{"share", band_uncertainty(parameters)}, {"exercise", prescribed.exercise}}));
  }
}

void Handout::at_a_glance(const Prescription& prescription) {
  heading("glance");
  int number = 0;
  for (const PrescribedExercise& prescribed : prescription.exercises) {
    if (prescribed.left_out_because) continue;
    const Exercise& exercise = words_.exercise_of(prescribed);
    page_ += wrap(words_.say("glance_line", {{"exercise", exercise.title},
                                             {"dose", words_.dose_words(exercise, prescribed, rounds_)}}),
                  5, "  " + std::to_string(++number) + ". ", width_);
  }
}

void Handout::since_last_time(const Prescription& today) {
  const std::vector<std::string> lines = progress_lines(today, words_.library(), words_.texts());
  if (lines.empty()) return;
  heading("since_last");
  for (const std::string& line : lines) bullet(line);
}

void Handout::exercises(const Prescription& prescription) {
  heading("exercises");
  int number = 0;
  for (const PrescribedExercise& prescribed : prescription.exercises) {
    if (prescribed.left_out_because) continue;
    const std::string lead = std::to_string(++number) + ". ";
    page_ += "\n" + wrap(words_.exercise_of(prescribed).title, 3, lead, width_);
    sheet(words_.exercise_of(prescribed), prescribed);
  }
}

void Handout::library_sheet(const Exercise& exercise, const PrescribedExercise& prescribed) {
  const std::string dose = exercise.dose_words + ".";
  exercise_body(exercise, prescribed,
                exercise.source.therapist ? words_.dose_words(exercise, prescribed, rounds_) + "." : dose);
}

void Handout::sheet(const Exercise& exercise, const PrescribedExercise& prescribed) {
  exercise_body(exercise, prescribed, words_.dose_words(exercise, prescribed, rounds_) + ".");
}

void Handout::left_out(const Prescription& prescription) {
  bool any = false;
  for (const PrescribedExercise& prescribed : prescription.exercises) {
    if (!prescribed.left_out_because) continue;
    if (!any) heading("left_out");
    any = true;
    bullet(words_.say("left_out_line",
                      {{"exercise", words_.exercise_of(prescribed).title}, {"rule", *prescribed.left_out_because}}));
  }
}

void Handout::pain() {
  heading("pain");
  for (const std::string& rule : words_.circuit().pain_rules) bullet(rule);
}

void Handout::rests(const Prescription& prescription) {
  heading("rests");
  const std::string change = whole(prescription.rest_between_exercises.value());
  bullet(prescription.rounds > 1
             ? words_.say("rests_line",
                          {{"exercises", change}, {"rounds", whole(prescription.rest_between_rounds.value())}})
             : words_.say("rests_line_one", {{"exercises", change}}));
}

void Handout::differences(const Prescription& today) {
  heading("differences");
  if (today.differences.empty()) return bullet(words_.say("differences_none"));
  for (const Difference& difference : CircuitWords::merged(today.differences))
    bullet(words_.difference_words(difference));
  paragraph(words_.say("see_rule", {{"rule", today.differences.front().rule}}));
}

void Handout::coverage(const Prescription& prescription) {
  heading("coverage");
  bullet(words_.say("coverage_line", {{"covers", words_.directions(prescription.covers)}}));
  if (!prescription.misses.empty())
    bullet(words_.say("coverage_misses", {{"misses", words_.directions(prescription.misses)}}));
}

void Handout::readings() {
  heading("readings");
  for (const circuit::Reading& reading : words_.circuit().readings) {
    bullet(words_.say("reading", {{"source_says", reading.source_says}, {"read_as", reading.read_as}}));
  }
}

void Handout::principles() {
  heading("principles");
  for (const char* key : {"every_direction", "core_comes_along", "mobility", "part_then_whole", "pick_and_mix"}) {
    bullet(words_.texts().say("principles." + std::string(key)));
  }
}

void Handout::evidence() {
  heading("evidence");
  paragraph(words_.say("evidence_line"));
  paragraph(words_.say("evidence_time"));
  paragraph(words_.say("evidence_reviewed"));
}

void Handout::time_of(const circuit::Mix& mix) {
  const std::string minutes = whole(std::ceil(mix.budget.value() / 60));
  paragraph(words_.library_say(mix.budget_named ? "mix_time_named" : "mix_time_circuit", {{"minutes", minutes}}));
  if (!mix.replaced.empty())
    paragraph(words_.library_say("mix_replaced", {{"exercises", words_.titles(mix.replaced)}}));
}

void Handout::left_out_of(const circuit::Mix& mix, const catalog::Catalog& catalog) {
  std::vector<std::string> lines;
  for (const PrescribedExercise& prescribed : mix.session.exercises) {
    if (!prescribed.left_out_because) continue;
    const rules::Rule* rule = catalog.find_rule(*prescribed.left_out_because);
    lines.push_back(words_.library_say("mix_left_out", {{"exercise", words_.exercise_of(prescribed).title},
                                                        {"why", rule ? rule->title : std::string()},
                                                        {"rule", *prescribed.left_out_because}}));
  }
  for (const std::string& id : mix.no_time)
    lines.push_back(words_.library_say("mix_no_time", {{"exercise", words_.title_of(id)}}));
  if (!lines.empty()) heading("left_out");
  for (const std::string& line : lines) bullet(line);
}

void Handout::coverage_of(const circuit::Mix& mix) {
  heading("coverage");
  if (!mix.session.covers.empty())
    bullet(words_.say("coverage_line", {{"covers", words_.directions(mix.session.covers)}}));
  if (mix.session.misses.empty()) return bullet(words_.library_say("mix_complete"));
  bullet(words_.library_say("mix_misses", {{"misses", words_.directions(mix.session.misses)}}));
  if (!mix.addition.exercises.empty()) {
    const std::string minutes = whole(std::ceil(mix.addition_time.value() / 60));
    const char* fits = mix.addition_fits ? "mix_addition_fits" : "mix_addition_place";
    bullet(words_.library_say("mix_addition",
                              {{"exercises", words_.titles(mix.addition.exercises)}, {"minutes", minutes}}) +
           " " + words_.library_say(fits));
    std::string ids;
    for (const PrescribedExercise& done : mix.session.exercises) {
      if (!done.left_out_because) ids += (ids.empty() ? "" : ",") + done.exercise;
    }
    for (const std::string& id : mix.addition.exercises) ids += (ids.empty() ? "" : ",") + id;
    bullet(words_.library_say("mix_try", {{"ids", ids}}));
  }
  std::vector<std::string> open;
  for (const circuit::Direction direction : mix.addition.still_missing) open.emplace_back(circuit::name(direction));
  if (!open.empty()) bullet(words_.library_say("mix_still", {{"misses", words_.directions(open)}}));
}

void Handout::evidence_of(const circuit::Mix& mix) {
  heading("evidence");
  bool therapist = false;
  for (const PrescribedExercise& prescribed : mix.session.exercises) {
    const Exercise& exercise = words_.exercise_of(prescribed);
    if (prescribed.left_out_because) continue;
    therapist = therapist || exercise.source.therapist;
    if (!exercise.how_sure.empty())
      bullet(words_.library_say("mix_how_sure_one", {{"exercise", exercise.title}, {"words", exercise.how_sure}}));
  }
  if (therapist) paragraph(words_.say("evidence_line"));
  paragraph(words_.say("evidence_reviewed"));
}

void Handout::rules_of(const Prescription& session) {
  if (session.rules.empty()) return;
  std::string list;
  for (const std::string& rule : session.rules) list += (list.empty() ? "" : ", ") + rule;
  paragraph(words_.library_say("mix_rules", {{"rules", list}, {"rule", session.rules.front()}}));
}

void Handout::about(const Exercise& exercise) {
  std::vector<std::string> trained;
  for (const circuit::Direction direction : exercise.trains) trained.emplace_back(circuit::name(direction));
  if (!trained.empty()) paragraph(words_.library_say("trains", {{"directions", words_.directions(trained)}}));
  std::string phases;
  for (const circuit::Phase phase : exercise.phases)
    phases += (phases.empty() ? "" : ", ") + words_.library_say("phase_" + std::string(circuit::name(phase)));
  if (!exercise.source.therapist) paragraph(words_.library_say("when", {{"phases", phases}}));
  std::vector<std::string> pieces = exercise.equipment;
  if (exercise.band.best != circuit::Band::none)
    pieces.push_back("loop_band_" + std::string(circuit::name(exercise.band.best)));
  std::string list;
  for (const std::string& piece : pieces) list += (list.empty() ? "" : ", ") + words_.piece_name(piece);
  paragraph(list.empty() ? words_.library_say("equipment_nothing")
                         : words_.library_say("equipment", {{"pieces", list}}));
}

void Handout::how_sure(const Exercise& exercise) {
  if (exercise.how_sure.empty()) return evidence();
  page_ += "\n";
  paragraph(words_.library_say("how_sure", {{"words", exercise.how_sure}}));
  std::string list;
  for (const std::string& id : exercise.evidence) list += (list.empty() ? "" : ", ") + id;
  if (!list.empty()) paragraph(words_.library_say("sources", {{"sources", list}}));
  paragraph(words_.say("evidence_reviewed"));
}

void Handout::text(const std::string& line) { page_ += wrap(line, indent, {}, width_); }

void Handout::label(std::string_view key) { page_ += std::string(indent, ' ') + words_.say(key) + ":\n"; }

void Handout::lines(std::string_view key, const std::vector<std::string>& list) {
  if (list.empty()) return;
  label(key);
  for (const std::string& line : list) page_ += wrap(line, indent + 4, "     - ", width_);
}

void Handout::numbered(std::string_view key, const std::vector<std::string>& list) {
  if (list.empty()) return;
  label(key);
  int number = 0;
  for (const std::string& line : list)
    page_ += wrap(line, indent + 5, "     " + std::to_string(++number) + ". ", width_);
}

void Handout::forms(std::string_view key, const std::vector<Variant>& list) {
  std::vector<std::string> said;
  for (const Variant& variant : list)
    said.push_back(words_.say("with_reason", {{"title", variant.title}, {"how", variant.how + " " + variant.effect}}));
  lines(key, said);
}

void Handout::exercise_body(const Exercise& exercise, const PrescribedExercise& prescribed, const std::string& dose) {
  text(capitalised(dose));
  if (const std::string beat = words_.tempo(exercise); !beat.empty()) text(words_.say("tempo", {{"phases", beat}}));
  if (prescribed.band != "none") {
    const bool as_written = prescribed.band == circuit::name(exercise.band.best);
    text(words_.say(
        as_written ? "band_advice" : "band_other",
        {{"place", exercise.band.place}, {"why", exercise.band.why}, {"band", words_.say("band_" + prescribed.band)}}));
  }
  for (const std::string& id : prescribed.swaps) {
    const circuit::EquipmentSwap* swap = swap_named(exercise, id);
    HIPLINE_ASSERT(swap != nullptr);
    text(words_.say(
        "swap", {{"piece", words_.bare_name(swap->instead_of)}, {"how", swap->how}, {"difference", swap->difference}}));
  }
  if (const Variant* variant = variant_named(exercise, prescribed.variant)) {
    text(words_.say("variant", {{"title", variant->title}, {"how", variant->how}}));
  }
  lines("label_notes", prescribed.notes);
  lines("label_set_up", exercise.set_up);
  numbered("label_steps", exercise.steps);
  lines("label_cues", exercise.cues);
  lines("label_feel", exercise.feel);
  lines("label_key_points", exercise.key_points);
  lines("label_faults", exercise.faults);
  forms("label_variants", exercise.variants);
  forms("label_easier", exercise.regressions);
  forms("label_harder", exercise.progressions);
  lines("label_stops", exercise.stops);
  lines("label_not_for", exercise.not_for);
  if (const Variant* offer = variant_named(exercise, prescribed.offer)) {
    text(words_.say("offer", {{"title", offer->title}, {"how", offer->how}}));
  }
}

}  // namespace hipline::exporters
