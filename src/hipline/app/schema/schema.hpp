#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hipline/base/error.hpp"
#include "hipline/catalog/catalog.hpp"

namespace hipline::app {

/// The names that `hipline schema` knows.
const std::vector<std::string>& schema_names();

/// A JSON Schema as text. That of a case also lists every answer of the content in force, with its question.
/// Errors: unknown_schema.
Result<std::string> schema_text(std::string_view name, const catalog::Catalog& catalog);

}  // namespace hipline::app
