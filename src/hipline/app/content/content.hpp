#pragma once

#include <string>

#include "hipline/catalog/catalog.hpp"

namespace hipline::app {

/// The content to decide with: the one built into the program, or the YAML files of a folder where one is named.
/// Errors: of reading (yaml_…, …) with file and line, and of content that does not hold together.
Result<catalog::Catalog> load_catalog(const std::string& folder);

}  // namespace hipline::app
