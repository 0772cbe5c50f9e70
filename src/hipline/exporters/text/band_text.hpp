#pragma once

#include <string>

#include "hipline/catalog/catalog.hpp"
#include "hipline/exporters/text/layout.hpp"

namespace hipline::exporters {

/// How hard elastic bands pull by colour, each figure as a range, with its sources: for orientation beside the choice
/// by effort. Parameters: bands.*
std::string band_table(const catalog::Catalog& catalog, int width = page_width);

/// How far the figures may be off either way, in per cent as people write it.
std::string band_uncertainty(const rules::Parameters& parameters);

}  // namespace hipline::exporters
