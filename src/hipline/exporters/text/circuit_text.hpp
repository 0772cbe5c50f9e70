#pragma once

#include <string>
#include <vector>

#include "hipline/catalog/catalog.hpp"
#include "hipline/catalog/texts.hpp"
#include "hipline/circuit/exercise.hpp"
#include "hipline/circuit/mix.hpp"
#include "hipline/circuit/prescription.hpp"
#include "hipline/exporters/text/layout.hpp"

namespace hipline::exporters {

/// Today's circuit as a handout: what you need, dose, how to do it, cues, feel, faults, easier and harder, stop rules,
/// and each difference to the therapist's own version with its rule.
std::string circuit_handout(const circuit::Prescription& today, const catalog::Catalog& catalog,
                            int width = page_width);

/// The therapist's own version as a handout, with how its two doses were read and what it rests on.
std::string as_written_handout(const circuit::Prescription& as_written, const circuit::Library& library,
                               const catalog::Texts& texts, int width = page_width);

/// A session of the runner's own choice as a handout, with what it covers, what it misses and the smallest addition.
/// The library holds the runner's own exercises too.
std::string mix_handout(const circuit::Mix& mix, const circuit::Library& library, const catalog::Catalog& catalog,
                        int width = page_width);

/// One exercise's dose in a line: sets, repetitions or seconds, band and rest.
std::string dose_line(const circuit::Exercise& exercise, const circuit::PrescribedExercise& prescribed,
                      const circuit::Library& library, const catalog::Texts& texts);

/// What a circuit needs, in words.
std::vector<std::string> equipment_words(const circuit::Prescription& prescription, const circuit::Library& library,
                                         const catalog::Texts& texts);

/// A difference to the therapist's own version in a sentence with its rule.
std::string difference_line(const circuit::Difference& difference, const circuit::Library& library,
                            const catalog::Texts& texts);

/// Directions by name as a list in words.
std::string direction_list(const std::vector<std::string>& directions, const circuit::Library& library,
                           const catalog::Texts& texts);

/// One exercise as the library shows it: the same text as in a handout, at the therapist's dose, and how hard bands
/// pull where it has one. The library holds the runner's own exercises too.
std::string exercise_sheet(const circuit::Exercise& exercise, const circuit::Library& library,
                           const catalog::Catalog& catalog, int width = page_width);

}  // namespace hipline::exporters
