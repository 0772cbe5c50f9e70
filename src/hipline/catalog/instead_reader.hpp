#pragma once

#include <string>

#include "hipline/catalog/catalog.hpp"
#include "hipline/catalog/json_reader.hpp"

namespace hipline::catalog {

/// Reads what to do in place of a run; what is wrong with it goes to the node's problems.
Instead read_instead(std::string id, const Node& node);

}  // namespace hipline::catalog
