#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hipline/catalog/catalog.hpp"
#include "hipline/circuit/mix.hpp"
#include "hipline/circuit/prescription.hpp"
#include "hipline/exporters/text/circuit_words.hpp"

namespace hipline::exporters {

/// Writes a page of the circuit or of the library, section by section.
class Handout {
 public:
  Handout(const circuit::Library& library, const catalog::Texts& texts, int width)
      : words_(library, texts), width_(width) {}

  [[nodiscard]] const CircuitWords& words() const { return words_; }
  [[nodiscard]] std::string page() const { return page_; }

  /// The head of the page.
  void title(const std::string& text);
  /// A heading by its key in the texts.
  void heading(std::string_view key);
  /// Text over the whole width.
  void paragraph(const std::string& text);
  /// One point of a list.
  void bullet(const std::string& text);
  /// The head of the dose: rounds, minutes, how hard.
  void dose_of(const circuit::Prescription& today, bool own_mix = false);
  /// The head of the therapist's own version.
  void dose_as_written(const circuit::Prescription& source);
  /// What is needed.
  void needs(const circuit::Prescription& prescription);
  /// Which band to take: by effort, and the way to how hard each colour pulls.
  void which_band(const circuit::Prescription& prescription, const rules::Parameters& parameters);
  /// Each exercise with its dose in a line.
  void at_a_glance(const circuit::Prescription& prescription);
  /// What changed since last time; nothing where nothing did.
  void since_last_time(const circuit::Prescription& today);
  /// Each exercise in full.
  void exercises(const circuit::Prescription& prescription);
  /// The dose as the library says it, for the whole of a day; then the rest of the exercise.
  void library_sheet(const circuit::Exercise& exercise, const circuit::PrescribedExercise& prescribed);
  /// One exercise in full, at its dose of today.
  void sheet(const circuit::Exercise& exercise, const circuit::PrescribedExercise& prescribed);
  /// What is left out today, with the rule.
  void left_out(const circuit::Prescription& prescription);
  /// What to do when it hurts.
  void pain();
  /// How long to rest between exercises and rounds.
  void rests(const circuit::Prescription& prescription);
  /// Each difference to the therapist's own version.
  void differences(const circuit::Prescription& today);
  /// The directions that are covered and those that are not.
  void coverage(const circuit::Prescription& prescription);
  /// How the source's two doses were read.
  void readings();
  /// The therapist's principles.
  void principles();
  /// What the circuit rests on.
  void evidence();
  /// The time of a mix and what gave way for it.
  void time_of(const circuit::Mix& mix);
  /// What a mix leaves out, and why.
  void left_out_of(const circuit::Mix& mix, const catalog::Catalog& catalog);
  /// What a mix covers, what it misses and the smallest addition.
  void coverage_of(const circuit::Mix& mix);
  /// How sure we are of each exercise of a mix.
  void evidence_of(const circuit::Mix& mix);
  /// The rules that made the dose of a mix.
  void rules_of(const circuit::Prescription& session);
  /// What an exercise trains, when it is offered and what it needs.
  void about(const circuit::Exercise& exercise);
  /// What an exercise rests on, with its sources.
  void how_sure(const circuit::Exercise& exercise);
  /// Rounds of the session whose doses are written; 0: none, as in the library.
  void rounds_are(int rounds) { rounds_ = rounds; }

 private:
  void text(const std::string& line);
  void label(std::string_view key);
  void lines(std::string_view key, const std::vector<std::string>& list);
  void numbered(std::string_view key, const std::vector<std::string>& list);
  void forms(std::string_view key, const std::vector<circuit::Variant>& list);
  void exercise_body(const circuit::Exercise& exercise, const circuit::PrescribedExercise& prescribed,
                     const std::string& dose);

  CircuitWords words_;
  int width_;
  int rounds_ = 0;
  std::string page_;
};

}  // namespace hipline::exporters
