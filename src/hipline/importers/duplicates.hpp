#pragma once

#include "hipline/model/run.hpp"

namespace hipline::importers {

/// True when two activities are one and the same from two sources: they overlap for at least 80 % of the shorter one's
/// time, and their distances differ by at most 5 % of the longer one. Two activities without any distance are compared
/// by time alone; where only one of them knows its distance, time alone decides too.
bool same_activity(const model::Run& a, const model::Run& b);

}  // namespace hipline::importers
