#pragma once

#include <string>
#include <vector>

#include "hipline/catalog/catalog.hpp"
#include "hipline/rules/level.hpp"
#include "hipline/triage/origin.hpp"

namespace hipline::exporters {

/// Strain or load on the first screen: what it leans towards, the best reason and the best one against it. Empty where
/// nothing was weighed.
std::string origin_line(const triage::Origin& origin, const catalog::Catalog& catalog);

/// Strain or load in full: what speaks for either side and what would change it, each with its rule and source.
std::string origin_section(const triage::Origin& origin, rules::Kind kind, const catalog::Catalog& catalog);

/// Strain or load on the page for the clinician, line by line: the signs as the runner tells them, at every level.
std::vector<std::string> origin_notes(const triage::Origin& origin, const catalog::Catalog& catalog);

}  // namespace hipline::exporters
