#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "hipline/importers/activity.hpp"

namespace hipline::importers {

enum class Verdict {
  activities,       ///< at least one activity came out, perhaps salvaged
  not_an_activity,  ///< sound, but holds nothing that was done: settings, a workout, a route without times
  refused,          ///< unreadable, or no training file at all
};

/// The words of the JSON answer: `activities`, `not_an_activity`, `refused`.
const char* word(Verdict verdict);

/// What was kept of a damaged file, and why not all of it.
struct Salvage {
  std::string reason;          ///< a sentence for the runner, with the file's name
  std::size_t read_bytes = 0;  ///< sound up to here
  std::size_t of_bytes = 0;
};

/// What one file gave.
struct Reading {
  Verdict verdict = Verdict::refused;
  std::string format;                ///< "FIT", "TCX", "GPX", "CSV", "JSON", "Apple Health" or empty
  std::vector<Activity> activities;  ///< in the file's order; a chained or multisport file holds several
  std::optional<Salvage> salvaged;
  std::string code;  ///< stable: why there is no activity (`not_a_training_file`, `fit_settings`, …); empty otherwise
  std::string reason;  ///< the same as a sentence for the runner; empty when activities came out
  std::vector<std::string> warnings;
  /// What is to be kept in the file's place, where it holds much that is no training: the same reader reads it.
  std::string extract;
};

/// One file, or one member of an archive under the name `archive.zip/inner.fit`.
struct NamedReading {
  std::string name;
  Reading reading;
};

/// A reading without activities.
Reading not_an_activity(std::string format, std::string code, std::string reason);
/// A reading of something that could not be read.
Reading refused(std::string format, std::string code, std::string reason);

}  // namespace hipline::importers
