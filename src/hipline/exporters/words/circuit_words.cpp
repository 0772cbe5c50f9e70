#include "hipline/exporters/words/circuit_words.hpp"

#include "hipline/exporters/text/layout.hpp"

namespace hipline::exporters {
namespace {

using catalog::Texts;

std::string effort(const circuit::Prescription& circuit, const Texts& texts) {
  const std::string high = plain_number(circuit.effort_high);
  if (circuit.effort_low <= 0) return texts.say("today.effort_up_to", {{"to", high}});
  if (circuit.effort_low == circuit.effort_high) return high;
  return plain_number(circuit.effort_low) + "-" + high;
}

}  // namespace

CircuitWords circuit_words(const circuit::Prescription& circuit, const catalog::Catalog& catalog) {
  const Texts& texts = catalog.texts;
  CircuitWords words{.any = circuit.any};
  if (!circuit.any) {
    const rules::Rule* rule = catalog.find_rule(circuit.because);
    if (rule) words.none = texts.say("today.circuit_none", {{"reason", first_sentence(rule->why)}});
    return words;
  }
  for (const circuit::PrescribedExercise& exercise : circuit.exercises)
    if (!exercise.left_out_because) words.exercises.push_back(exercise.exercise);
  const std::string duration = duration_text(circuit.total);
  if (circuit.focus != "full") {
    words.dose = texts.say("today.circuit_mobility", {{"duration", duration}});
  } else {
    const std::string rounds = circuit.rounds == 1
                                   ? texts.say("today.round_one")
                                   : texts.say("today.round_many", {{"rounds", std::to_string(circuit.rounds)}});
    words.dose = texts.say("today.circuit_dose", {{"rounds", rounds},
                                                  {"exercises", std::to_string(words.exercises.size())},
                                                  {"effort", effort(circuit, texts)},
                                                  {"duration", duration}});
  }
  if (circuit.run_first) words.details.push_back(texts.say("circuit.run_first"));
  words.details.insert(words.details.end(), circuit.notes.begin(), circuit.notes.end());
  if (const circuit::Circuit* source = catalog.library.therapist_circuit()) {
    for (const circuit::Reading& reading : source->readings) {
      words.readings.push_back(
          texts.say("circuit.reading", {{"source_says", reading.source_says}, {"read_as", reading.read_as}}));
    }
  }
  return words;
}

}  // namespace hipline::exporters
