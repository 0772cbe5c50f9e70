#pragma once

#include <string>

#include "hipline/catalog/json_reader.hpp"
#include "hipline/rules/question.hpp"

namespace hipline::catalog {

/// Reads one question; what is wrong with it goes to the node's problems.
rules::Question read_question(std::string id, const Node& node);

}  // namespace hipline::catalog
