#pragma once

#include <string_view>

#include "hipline/base/error.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/model/history.hpp"

namespace hipline::app {

/// Reads a complete case as schema/case.schema.json describes it. Answers left out are unknown, never no.
/// Errors: bad_json, and what the fields say of themselves (missing_field, unknown_field, out_of_range, bad_date, …),
/// with `where` as a JSON pointer into the case; the first problem is reported.
Result<model::History> read_case(std::string_view json, const catalog::Catalog& catalog);

}  // namespace hipline::app
