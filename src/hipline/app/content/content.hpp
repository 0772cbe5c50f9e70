#pragma once

#include <string>

#include "hipline/catalog/catalog.hpp"

namespace hipline::app {

/// How much of the content built into the program is read. Rules' cases and figures' drawings are for checks and pages;
/// what decides is read faster without them.
enum class ContentPart { deciding, whole };

/// The content: the one built into the program, or the YAML files of a folder where one is named, which are always
/// read whole. Errors: of reading (yaml_…, …) with file and line, and of content that does not hold together.
Result<catalog::Catalog> load_catalog(const std::string& folder, ContentPart part = ContentPart::deciding);

}  // namespace hipline::app
