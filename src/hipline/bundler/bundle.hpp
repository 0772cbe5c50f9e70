#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/base/error.hpp"

namespace hipline::bundler {

/// One content file, with its path inside content/ (`rules/triage/TR-06.yaml`).
struct ContentFile {
  std::string path;
  std::string text;
};

/// Content as one canonical JSON text: `{"evidence/flinn-2017":{…},"hash":"…","rules/triage/TR-06":{…},…}`.
/// Keys are the paths without their ending, sorted; `hash` is the SHA-256 of the same text without it.
/// Drawings (`figures/NAME.json`) are JSON already and go in as they are.
/// Errors: the yaml_… codes, with `file:line:column`; bad_json; content_path for a file that has no place in a bundle.
Result<std::string> bundle_files(std::vector<ContentFile> files);

/// Reads every content file under a folder. Errors: also cannot_read.
Result<std::string> bundle_directory(const std::filesystem::path& directory);

/// The part of a bundle that a decision needs: without the rules' cases and the figures' drawings, which only checks
/// and pages look at. It keeps the hash of the whole content. Errors: bad_json.
Result<std::string> deciding_part(std::string_view bundle);

/// Every problem of every file under a folder: for those who write content.
std::vector<Error> bundling_problems(const std::filesystem::path& directory);

}  // namespace hipline::bundler
