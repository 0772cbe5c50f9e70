#pragma once

#include <vector>

#include "hipline/exporters/words/today_words.hpp"

namespace hipline::exporters {

/// Today's run in three or four numbers: how far or how long, how hard, where, and the walk breaks.
std::vector<NumberWords> run_numbers(const TodayPage& page);

}  // namespace hipline::exporters
