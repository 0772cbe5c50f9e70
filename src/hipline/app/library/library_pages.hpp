#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/app/pages/pages.hpp"

namespace hipline::app {

/// Which exercises to list. Empty: all.
struct LibraryFilter {
  std::string direction;
  std::string equipment;  ///< pieces with commas; `none` for nothing
  std::string phase;      ///< calm, build, maintain, last_week or today
  bool favourites = false;
  bool own = false;
};

/// The library by direction, with the runner's favourites and own exercises marked. At a clinician level under a
/// banner. Errors: bad_answer, with the flag as `where`.
Result<Page> library_page(const TodayAnswer& answer, const LibraryFilter& filter, const catalog::Catalog& catalog,
                          std::string_view version);

/// One exercise in full. Errors: unknown_exercise.
Result<Page> exercise_page(const TodayAnswer& answer, std::string_view id, const catalog::Catalog& catalog,
                           std::string_view version);

/// One programme in full, or the list of all where `id` is empty. Errors: unknown_programme.
Result<Page> programme_page(const TodayAnswer& answer, std::string_view id, const catalog::Catalog& catalog,
                            std::string_view version);

/// How the circuit of a day is asked for.
struct CircuitWish {
  std::optional<std::string> mix;  ///< ids or parts of them, with commas
  std::optional<int> minutes;
};

/// The session of a wish, for instance to be led through; today's circuit where nothing is wished. Nothing at a
/// clinician level. Errors: unknown_exercise, nothing_said.
Result<std::optional<circuit::Prescription>> wished_circuit(const TodayAnswer& answer, const CircuitWish& wish,
                                                            const catalog::Catalog& catalog);

/// Today's circuit in so many minutes, or a session of the runner's own choice. At a clinician level there is neither:
/// the page says so and names the way on. Errors: unknown_exercise, nothing_said.
Result<Page> wished_circuit_page(const TodayAnswer& answer, const CircuitWish& wish, const catalog::Catalog& catalog,
                                 std::string_view version);

}  // namespace hipline::app
