#pragma once

#include <string>

#include "hipline/catalog/json_reader.hpp"
#include "hipline/rules/evidence.hpp"

namespace hipline::catalog {

/// Reads one source; what is wrong with it goes to the node's problems.
rules::Evidence read_evidence(std::string id, const Node& node);

/// Reads one number of a file of parameters.
rules::Parameter read_parameter(std::string id, const Node& node);

}  // namespace hipline::catalog
