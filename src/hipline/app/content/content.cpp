#include "hipline/app/content/content.hpp"

#include <fmt/format.h>
#include <filesystem>

#include "hipline/bundler/bundle.hpp"
#include "hipline/bundler/embedded.hpp"
#include "hipline/bundler/locate.hpp"
#include "hipline/catalog/content_problems.hpp"

namespace hipline::app {

Result<catalog::Catalog> load_catalog(const std::string& folder, ContentPart part) {
  if (folder.empty())
    return catalog::read_catalog(part == ContentPart::whole ? bundler::embedded_bundle()
                                                            : bundler::embedded_deciding_part());
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error))
    return failure("no_such_content", folder, fmt::format("There is no folder {} to read content from.", folder));
  const auto bundle = bundler::bundle_directory(folder);
  if (!bundle) return std::unexpected(bundle.error());
  auto edited = catalog::read_catalog(*bundle);
  const auto placed = [&](Error problem) {
    problem.where = bundler::locate(folder, problem.where);
    return std::unexpected(std::move(problem));
  };
  if (!edited) return placed(edited.error());
  const auto built_in = catalog::read_catalog(bundler::embedded_bundle());
  if (!built_in) return std::unexpected(built_in.error());
  // A missing number or sentence would stop the program in the middle of an answer.
  if (const auto gaps = catalog::content_gaps(*edited, *built_in); !gaps.empty()) return placed(gaps.front());
  return edited;
}

}  // namespace hipline::app
