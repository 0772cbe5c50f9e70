#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "hipline/catalog/texts.hpp"
#include "hipline/circuit/exercise.hpp"
#include "hipline/circuit/programme.hpp"
#include "hipline/exporters/text/layout.hpp"

namespace hipline::exporters {

/// Exercises to list, as the runner stands to them.
struct LibraryList {
  struct Line {
    const circuit::Exercise* exercise;
    bool favourite = false;
    bool own = false;
  };
  const circuit::Library& library;
  std::optional<circuit::Direction> direction;  ///< the only one asked for
  std::size_t own = 0;                          ///< how many of the library are the runner's own
  std::vector<Line> shown;
};

/// The exercises under what they train first, a line each.
std::string library_list(const LibraryList& list, const catalog::Texts& texts, int width = page_width);

/// The programmes, a paragraph each.
std::string programme_list(const std::vector<circuit::Programme>& programmes, const catalog::Texts& texts,
                           int width = page_width);

/// One programme: for whom, what it gives and what not, week by week, how it grows.
std::string programme_sheet(const circuit::Programme& programme, const circuit::Library& library,
                            const catalog::Texts& texts, int width = page_width);

}  // namespace hipline::exporters
