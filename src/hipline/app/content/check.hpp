#pragma once

#include <string>
#include <vector>

#include "hipline/base/error.hpp"

namespace hipline::app {

/// Everything that is wrong with the built-in content, or with that of a folder where one is named: reading, cases,
/// thresholds, sources, ids, and what the program relies on. Empty: sound.
/// Errors: no_such_content.
Result<std::vector<Error>> check_content(const std::string& folder);

}  // namespace hipline::app
