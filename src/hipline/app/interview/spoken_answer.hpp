#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "hipline/base/error.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/model/history.hpp"
#include "hipline/rules/question.hpp"

namespace hipline::app {

/// A yes or a no as people write it: yes, y, no, n.
std::optional<bool> spoken_yes_no(std::string_view text);
/// A number as people write it, with a point or a comma; nothing for anything else.
std::optional<double> spoken_number(std::string_view text);
/// Pain from 0 to 10, as a whole number or in the contract's words (none, twinge, mild ache, clear ache, must slow
/// down, must stop, worst).
std::optional<int> spoken_pain(std::string_view text);

/// Every fact of a question left open by the runner: kept as skipped, never as no.
std::vector<model::Answer> skipped_answers(const rules::Question& question);
/// "None of these": every fact of the list to no; where the list renews, `nothing_new` and no other fact.
std::vector<model::Answer> none_of(const rules::Question& question);

/// Reads what the runner wrote in answer to a question; an empty text or `?` skips it. Numbers tick a list's choices, 0
/// is "none of these". Errors: bad_answer, out_of_range, with the question's id as `where`.
Result<std::vector<model::Answer>> parse_answer(const rules::Question& question, std::string_view text);

/// Reads one answer to one fact, as a flag gives it: yes, no, skip, or a number.
/// Errors: unknown_fact, bad_answer, out_of_range, with the fact as `where`.
Result<model::Answer> parse_fact(const catalog::Catalog& catalog, std::string_view fact, std::string_view text);

}  // namespace hipline::app
