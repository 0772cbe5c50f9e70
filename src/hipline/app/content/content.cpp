#include "hipline/app/content/content.hpp"

#include <filesystem>
#include <fmt/format.h>

#include "hipline/bundler/bundle.hpp"
#include "hipline/bundler/embedded.hpp"

namespace hipline::app {

Result<catalog::Catalog> load_catalog(const std::string& folder) {
  if (folder.empty()) return catalog::read_catalog(bundler::embedded_bundle());
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error))
    return failure("no_such_content", folder, fmt::format("There is no folder {} to read content from.", folder));
  const auto bundle = bundler::bundle_directory(folder);
  if (!bundle) return std::unexpected(bundle.error());
  return catalog::read_catalog(*bundle);
}

}  // namespace hipline::app
