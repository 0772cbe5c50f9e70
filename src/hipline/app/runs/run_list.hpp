#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hipline/app/pages/pages.hpp"
#include "hipline/app/ports/store.hpp"

namespace hipline::app {

/// One activity with the files it came from.
struct ListedRun {
  StoredRun stored;
  std::vector<std::string> files;   ///< their names, in the order in which they came
  std::vector<std::string> mended;  ///< sentences: what its training file lacked, and what was put right in it
};

/// The activities from a day to another, newest first, other sports too. Errors: the store's.
Result<std::vector<ListedRun>> list_runs(const std::string& runner_id, LocalDay first, LocalDay last, Store& store);

/// The same as a page. Errors: the store's.
Result<Page> runs_page(const std::string& runner_id, LocalDay first, LocalDay last, Store& store,
                       const catalog::Catalog& catalog, std::string_view version);

}  // namespace hipline::app
