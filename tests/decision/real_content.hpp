#pragma once

#include <string>

#include "hipline/catalog/catalog.hpp"
#include "hipline/model/history.hpp"

namespace hipline {

/// The content that the program carries, read once.
const catalog::Catalog& real_content();

/// A golden case of tests/cases/golden, by name.
model::History golden_case(const std::string& name);

/// A whole file of the source tree as text.
std::string source_file(const std::string& path);

}  // namespace hipline
