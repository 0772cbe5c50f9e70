#pragma once

#include <string>

#include "hipline/catalog/json_reader.hpp"
#include "hipline/circuit/exercise.hpp"

namespace hipline::catalog {

/// Reads what the session plays of content/figures/ID.json. How the body is drawn is checked by the figures' own check.
circuit::Figure read_figure(std::string id, const Node& node);

/// An exercise's beat and its figure's are the same: every phase is as long, in the same order.
void check_figures(const circuit::Library& library, Problems& problems);

}  // namespace hipline::catalog
