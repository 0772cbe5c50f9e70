#include "hipline/app/content/check.hpp"

#include <filesystem>

#include "hipline/bundler/bundle.hpp"
#include "hipline/bundler/embedded.hpp"
#include "hipline/bundler/locate.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/catalog/content_problems.hpp"

namespace hipline::app {

namespace {

/// Everything that is wrong with a bundle, each place a pointer into it.
Result<std::vector<Error>> problems_of(std::string_view bundle, bool edited) {
  if (auto problems = catalog::reading_problems(bundle); !problems.empty()) return problems;
  const auto catalog = catalog::read_catalog(bundle);
  if (!catalog) return std::vector<Error>{catalog.error()};
  std::vector<Error> problems = catalog::content_problems(*catalog);
  if (!edited) return problems;
  const auto built_in = catalog::read_catalog(bundler::embedded_bundle());
  if (!built_in) return std::unexpected(built_in.error());
  for (Error& gap : catalog::content_gaps(*catalog, *built_in)) problems.push_back(std::move(gap));
  return problems;
}

}  // namespace

Result<std::vector<Error>> check_content(const std::string& folder) {
  if (folder.empty()) return problems_of(bundler::embedded_bundle(), false);
  std::error_code error;
  if (!std::filesystem::is_directory(folder, error)) {
    return failure("no_such_content", folder, "There is no such folder to read content from.");
  }
  if (auto problems = bundler::bundling_problems(folder); !problems.empty()) return problems;
  const auto bundle = bundler::bundle_directory(folder);
  if (!bundle) return std::vector<Error>{bundle.error()};
  auto problems = problems_of(*bundle, true);
  if (!problems) return problems;
  for (Error& problem : *problems) problem.where = bundler::locate(folder, problem.where);
  return problems;
}

}  // namespace hipline::app
