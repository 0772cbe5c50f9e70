#pragma once

#include <optional>
#include <string>

#include "hipline/exporters/json/json_text.hpp"
#include "hipline/exporters/words/today_words.hpp"

namespace hipline::exporters {

// The words of pages in the browser, as schema/api/openapi.yaml describes them.

/// Today's page. The promises are the caller's to add.
JsonObject today_page_json(const TodayPage& page);

/// Stands where a run, a circuit or a plan would at a clinician level; `null` at any other.
std::string closed_json(const TodayPage& page);

/// The race of a page; `null` where there is none.
std::string race_goal_json(const std::optional<model::Race>& race, LocalDay today, const catalog::Catalog& catalog);

/// A grade in words.
std::string grade_word(rules::Grade grade, const catalog::Texts& texts);

/// A sentence as it stands by itself: it begins with a capital and ends with a stop.
std::string whole_sentence(std::string text);

}  // namespace hipline::exporters
