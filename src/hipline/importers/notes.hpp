#pragma once

#include <string>
#include <string_view>

namespace hipline::importers {

/// The runner's own words as they are kept: UTF-8 whatever they came in (what is not UTF-8 is read as Latin-1), line
/// ends as \n, without other control characters, without blanks around it, of at most 4,000 bytes. Two of them stand
/// below each other, and the same words once.
std::string note_of(std::string_view words, std::string_view more = {});

}  // namespace hipline::importers
