#pragma once

#include <string>

#include "hipline/exporters/text/today_text.hpp"

namespace hipline::exporters {

/// What the latest check-in changed, in one or two lines; empty where it changed neither level nor step,
/// and at a clinician level.
std::string changed_text(const TodayPage& page);

}  // namespace hipline::exporters
