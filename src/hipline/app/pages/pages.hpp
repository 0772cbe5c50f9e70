#pragma once

#include <string>
#include <string_view>

#include "hipline/app/today/today.hpp"
#include "hipline/base/error.hpp"
#include "hipline/catalog/catalog.hpp"

namespace hipline::app {

/// Which part of today's answer to show.
enum class TodayView { first_screen, why, options, evidence };

/// Whose circuit: today's dose, or the therapist's own version.
enum class CircuitView { today, as_written };

enum class NoteForm { text, markdown };

/// A page for people and the same as one JSON object.
struct Page {
  std::string text;
  std::string json;
};

/// Today's answer. Its JSON is that of `assess`, whatever is shown.
Page today_page(const TodayAnswer& answer, TodayView view, const catalog::Catalog& catalog, std::string_view version);

/// The circuit as a handout. At a clinician level there is none: the page says so and names the way on.
Page circuit_page(const TodayAnswer& answer, CircuitView view, const catalog::Catalog& catalog,
                  std::string_view version);

/// Every day to the race. At a clinician level there is none: the page says so and names the way on.
Page plan_page(const TodayAnswer& answer, const catalog::Catalog& catalog, std::string_view version);

/// The page of the race: the start line, the choices, the race in pieces, the days after. At a clinician level only
/// defer, not start and whom to see. Errors: no_race_near.
Result<Page> race_page(const TodayAnswer& answer, const catalog::Catalog& catalog, std::string_view version);

/// The page to take along to a clinician. Private answers only where the runner wants them in, or where one of them is
/// what asked for the clinician.
Page note_page(const TodayAnswer& answer, NoteForm form, bool with_private, const catalog::Catalog& catalog,
               std::string_view version);

/// One rule in full. Errors: unknown_rule.
Result<Page> rule_page(std::string_view id, const catalog::Catalog& catalog, std::string_view version);

/// One source in full, or the list of all where `id` is empty. Errors: unknown_evidence.
Result<Page> evidence_page(std::string_view id, const catalog::Catalog& catalog, std::string_view version);

}  // namespace hipline::app
