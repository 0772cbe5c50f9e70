#include "hipline/exporters/text/circuit_text.hpp"

#include <algorithm>

#include "hipline/exporters/text/band_text.hpp"
#include "hipline/exporters/text/handout.hpp"

namespace hipline::exporters {

using catalog::Texts;
using circuit::Difference;
using circuit::Exercise;
using circuit::PrescribedExercise;
using circuit::Prescription;

std::string circuit_handout(const Prescription& today, const catalog::Catalog& catalog, int width) {
  Handout handout(catalog.library, catalog.texts, width);
  handout.title(handout.words().say("title", {{"date", long_date(today.day)}}));
  if (!today.any) {
    const char* key = today.focus == "usual_warm_up"     ? "none_race_day"
                      : today.focus == "clinician_first" ? "none_clinician"
                                                         : "none";
    handout.paragraph(handout.words().say(key, {{"rule", today.because}}));
    return handout.page();
  }
  handout.dose_of(today);
  handout.at_a_glance(today);
  handout.since_last_time(today);
  handout.needs(today);
  handout.which_band(today, catalog.parameters);
  handout.pain();
  handout.exercises(today);
  handout.left_out(today);
  handout.rests(today);
  handout.differences(today);
  handout.coverage(today);
  handout.evidence();
  return handout.page();
}

std::string mix_handout(const circuit::Mix& mix, const circuit::Library& library, const catalog::Catalog& catalog,
                        int width) {
  const Prescription& session = mix.session;
  if (!session.any) return circuit_handout(session, catalog, width);
  Handout handout(library, catalog.texts, width);
  handout.rounds_are(session.rounds_highest);
  handout.title(handout.words().library_say("mix_title", {{"date", long_date(session.day)}}));
  const bool nothing = std::all_of(session.exercises.begin(), session.exercises.end(),
                                   [](const PrescribedExercise& one) { return one.left_out_because.has_value(); });
  if (nothing) {
    handout.paragraph(handout.words().library_say("mix_nothing"));
  } else {
    handout.dose_of(session, true);
    handout.time_of(mix);
    handout.at_a_glance(session);
    handout.since_last_time(session);
    handout.needs(session);
    handout.which_band(session, catalog.parameters);
    handout.pain();
    handout.exercises(session);
  }
  handout.left_out_of(mix, catalog);
  if (!nothing) handout.rests(session);
  handout.coverage_of(mix);
  if (!nothing) handout.evidence_of(mix);
  handout.rules_of(session);
  return handout.page();
}

std::string dose_line(const Exercise& exercise, const PrescribedExercise& prescribed, const circuit::Library& library,
                      const Texts& texts) {
  return CircuitWords(library, texts).dose_words(exercise, prescribed);
}

std::vector<std::string> equipment_words(const Prescription& prescription, const circuit::Library& library,
                                         const Texts& texts) {
  return CircuitWords(library, texts).pieces_of(prescription);
}

std::string difference_line(const Difference& difference, const circuit::Library& library, const Texts& texts) {
  return CircuitWords(library, texts).difference_words(difference);
}

std::string direction_list(const std::vector<std::string>& directions, const circuit::Library& library,
                           const Texts& texts) {
  return CircuitWords(library, texts).directions(directions);
}

std::string as_written_handout(const Prescription& as_written, const circuit::Library& library, const Texts& texts,
                               int width) {
  Handout handout(library, texts, width);
  handout.title(handout.words().say("title_written"));
  handout.dose_as_written(as_written);
  handout.at_a_glance(as_written);
  handout.needs(as_written);
  handout.pain();
  handout.exercises(as_written);
  handout.rests(as_written);
  handout.readings();
  handout.coverage(as_written);
  handout.principles();
  handout.evidence();
  return handout.page();
}

std::string exercise_sheet(const Exercise& exercise, const circuit::Library& library, const catalog::Catalog& catalog,
                           int width) {
  Handout handout(library, catalog.texts, width);
  handout.title(exercise.title);
  handout.paragraph(exercise.summary);
  PrescribedExercise as_it_stands;
  as_it_stands.exercise = exercise.id;
  as_it_stands.sets = exercise.dose.sets;
  as_it_stands.repetitions = exercise.dose.repetitions;
  if (exercise.dose.seconds) {
    as_it_stands.work = Seconds(exercise.dose.seconds->low);
    as_it_stands.work_highest = Seconds(exercise.dose.seconds->high);
  }
  as_it_stands.to_fatigue = exercise.dose.to_fatigue;
  as_it_stands.band = circuit::name(exercise.band.best);
  as_it_stands.rest_after = exercise.dose.rest_between_sets.value_or(library.therapist_circuit()->rest_between_sets);
  handout.about(exercise);
  handout.library_sheet(exercise, as_it_stands);
  handout.how_sure(exercise);
  return handout.page() + (exercise.band.best == circuit::Band::none ? "" : band_table(catalog, width));
}

}  // namespace hipline::exporters
