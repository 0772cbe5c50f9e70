#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hipline/app/ports/store.hpp"
#include "hipline/base/error.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/circuit/prescription.hpp"
#include "hipline/model/history.hpp"

namespace hipline::app {

/// The fields that can be told of an exercise, in the order in which help lists them; each is also a flag.
struct LogField {
  std::string_view name;
  std::string_view help;
  std::string_view form;
};
const std::vector<LogField>& log_fields();

/// Puts one field into a line. Errors: out_of_range, bad_answer, with the field as `where`.
Status tell(model::CircuitEntry& entry, std::string_view field, std::string_view text);

/// What was prescribed, as a line of the log. How it felt (effort, pain, pinching) stays unknown: nobody said it yet.
model::CircuitEntry as_prescribed(const circuit::Prescription& prescription,
                                  const circuit::PrescribedExercise& exercise);

/// Keeps lines, all or none; gives back their numbers. Errors: out_of_range where a day is after `today`, else the
/// store's.
Result<std::vector<CircuitEntryId>> log_circuit(Store& store, const std::string& runner_id,
                                                const std::vector<model::CircuitEntry>& lines, LocalDay today,
                                                Instant at);

/// How an exercise was done, in words; empty where nothing was told.
std::string entry_words(const model::CircuitEntry& entry, const catalog::Catalog& catalog);

/// The log for the eye, and as the value of a JSON field.
std::string log_page(const std::vector<LoggedExercise>& log, const catalog::Catalog& catalog);
std::string log_json(const std::vector<LoggedExercise>& log);

}  // namespace hipline::app
