#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "hipline/base/quantity.hpp"

namespace hipline::app {

/// How far an import is. An archive is one file of `of_files`, and its members count in `readings` one by one.
struct ImportProgress {
  std::size_t files = 0;  ///< done with
  std::size_t of_files = 0;
  std::uint64_t bytes = 0;  ///< done with, as they lie on the disk
  std::uint64_t of_bytes = 0;
  std::size_t readings = 0;  ///< lines of the report so far
  std::size_t runs = 0;      ///< runs among them that were not there before
  std::string name;          ///< the file that was read last; empty before the first
};

/// Whether to go on. What was read before a stop is kept, and the same import again finishes the rest.
enum class GoOn { yes, stop };

/// Told at the beginning, whenever a file or a member of an archive is done with, and at the end; always on the thread
/// that called the import, and never while the store is in the middle of a run.
using TellProgress = std::function<GoOn(const ImportProgress& progress)>;

/// How fast an import is, and how long it will still take where that can be said.
struct ImportPace {
  double bytes_per_s = 0;
  Seconds left;
};

/// Nothing in the first second and before the first byte: a guess from less would only jump about.
std::optional<ImportPace> pace_of(const ImportProgress& progress, Seconds passed);

/// "120 of 2500 files, 98 MB/s, about 4 s left".
std::string one_line(const ImportProgress& progress, Seconds passed);

}  // namespace hipline::app
