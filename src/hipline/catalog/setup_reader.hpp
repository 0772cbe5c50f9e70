#pragma once

#include <string>
#include <vector>

#include "hipline/catalog/json_reader.hpp"
#include "hipline/catalog/setup_field.hpp"

namespace hipline::catalog {

/// Reads one file of content/setup.
SetupField read_setup_field(std::string id, const Node& node);

/// Refuses a condition on a field that is not there, that is asked later, or on an answer it cannot give.
void check_setup(const std::vector<SetupField>& fields, Problems& problems);

}  // namespace hipline::catalog
