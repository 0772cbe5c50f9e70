#pragma once

#include <string>
#include <vector>

#include "hipline/base/error.hpp"

namespace hipline::app {

/// One thing that a runner would be told otherwise.
struct ToldOtherwise {
  std::string what;  ///< level, rules, session, referral, circuit, plan, reason
  std::string before;
  std::string now;
};

/// One case whose answer is another one with the new content.
struct ChangedCase {
  std::string name;
  std::vector<ToldOtherwise> told;
};

struct ChangedFile {
  std::string path;
  std::string change;  ///< added, changed, removed
};

/// Two folders of content, compared by their files and by what they say to the same runners.
struct ContentDiff {
  std::string old_hash;
  std::string new_hash;
  std::vector<ChangedFile> files;
  std::string cases_folder;
  std::size_t cases = 0;
  std::vector<ChangedCase> changed;
};

/// Answers every case of a folder with the old and with the new content. Without a folder the golden runners of the
/// checkout are taken: tests/cases/golden here, or beside one of the two.
/// Errors: those of reading content; no_cases; cannot_read; of a case that neither content can read.
Result<ContentDiff> diff_content(const std::string& old_folder, const std::string& new_folder,
                                 const std::string& cases_folder);

}  // namespace hipline::app
