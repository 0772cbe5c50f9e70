#pragma once

#include <string>
#include <vector>

#include "hipline/importers/activity.hpp"

namespace hipline::importers {

/// True where `a` says more of one activity than `b` does: more columns, then more records, then more totals.
bool is_richer(const Activity& a, const Activity& b);

/// Fills what `to` does not know from another source of the same activity, and answers with the names of what was
/// added, for a sentence: "heart rate", "effort". A column that `to` lacks takes the other's nearest value, at most ten
/// seconds away. What `to` knows stays, but a guessed sport gives way to a named one.
std::vector<std::string> add_missing(Activity& to, const Activity& from);

}  // namespace hipline::importers
