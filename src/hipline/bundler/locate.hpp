#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace hipline::bundler {

/// Where a person finds what a JSON pointer into the bundle names: `rules/triage/TR-06.yaml:12`, the line of the field
/// or item itself, or of the nearest one above it that is there. Without a line where the file is not there; what is no
/// pointer comes back as it is.
std::string locate(const std::filesystem::path& directory, std::string_view pointer);

}  // namespace hipline::bundler
