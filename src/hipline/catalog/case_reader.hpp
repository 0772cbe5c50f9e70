#pragma once

#include <vector>

#include "hipline/catalog/catalog.hpp"
#include "hipline/catalog/json_reader.hpp"

namespace hipline::catalog {

/// Reads the cases that lie beside a rule; what is wrong with them goes to the node's problems.
std::vector<RuleCase> read_cases(const Node& node);

}  // namespace hipline::catalog
