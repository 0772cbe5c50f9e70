#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hipline/catalog/texts.hpp"
#include "hipline/circuit/exercise.hpp"
#include "hipline/circuit/prescription.hpp"

namespace hipline::exporters {

/// A form of an exercise by its id, among its variants, easier and harder forms; nothing where there is none.
const circuit::Variant* variant_named(const circuit::Exercise& exercise, std::string_view id);

/// What takes the place of missing equipment, by its id; nothing where there is none.
const circuit::EquipmentSwap* swap_named(const circuit::Exercise& exercise, std::string_view id);

/// A whole number in words, rounded.
std::string whole(double number);

/// The first letter as at the beginning of a sentence.
std::string capitalised(std::string words);

/// Circuits and their doses in words: what the pages of the circuit are made of.
class CircuitWords {
 public:
  CircuitWords(const circuit::Library& library, const catalog::Texts& texts);

  [[nodiscard]] const circuit::Library& library() const { return library_; }
  [[nodiscard]] const circuit::Circuit& circuit() const { return *circuit_; }
  [[nodiscard]] const catalog::Texts& texts() const { return texts_; }

  /// A sentence of `circuit`, with its gaps filled.
  [[nodiscard]] std::string say(std::string_view key, const std::vector<catalog::Filling>& fillings = {}) const;
  /// A sentence of `library`, with its gaps filled.
  [[nodiscard]] std::string library_say(std::string_view key, const std::vector<catalog::Filling>& fillings = {}) const;
  /// The exercise that is prescribed; it is always in the library.
  [[nodiscard]] const circuit::Exercise& exercise_of(const circuit::PrescribedExercise& prescribed) const;
  /// An exercise's title, or its id where the library has none.
  [[nodiscard]] std::string title_of(const std::string& id) const;
  /// Titles as a list in words.
  [[nodiscard]] std::string titles(const std::vector<std::string>& ids) const;
  /// Directions by name as a list in words.
  [[nodiscard]] std::string directions(const std::vector<std::string>& names) const;
  /// A piece of equipment in words.
  [[nodiscard]] std::string piece_name(const std::string& id) const;
  /// `heavy loop band` for `a heavy loop band`.
  [[nodiscard]] std::string bare_name(const std::string& id) const;
  /// What a circuit needs, in words, each piece once.
  [[nodiscard]] std::vector<std::string> pieces_of(const circuit::Prescription& prescription) const;
  /// One exercise's dose in a line: sets, repetitions or seconds, band and rest. `rounds` are those of the
  /// session; 0: none, as in the library.
  [[nodiscard]] std::string dose_words(const circuit::Exercise& exercise, const circuit::PrescribedExercise& prescribed,
                                       int rounds = 0) const;
  /// The beats that anyone counts; nothing where it is a hold.
  [[nodiscard]] std::string tempo(const circuit::Exercise& exercise) const;
  /// A difference to the therapist's own version in a sentence with its rule.
  [[nodiscard]] std::string difference_words(const circuit::Difference& difference) const;
  /// Differences that several rules make together as one, and no band of its own where a swap says it already.
  static std::vector<circuit::Difference> merged(const std::vector<circuit::Difference>& differences);

 private:
  /// `3 to 4` for `3-4`, `up to 5` for `0-5`.
  [[nodiscard]] std::string range_words(const std::string& written) const;

  const circuit::Library& library_;
  const circuit::Circuit* circuit_;
  const catalog::Texts& texts_;
};

}  // namespace hipline::exporters
