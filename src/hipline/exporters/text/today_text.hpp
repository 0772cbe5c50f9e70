#pragma once

#include <string>

#include "hipline/exporters/words/today_words.hpp"

namespace hipline::exporters {

/// The first screen: what to do, the numbers, the stop rules, why, the next step. At most 24 lines of 80 columns.
std::string today_text(const TodayPage& page);
/// What a clinician level says: what to stop, whom to see, how soon, what to tell them; empty where no rule says it.
std::string referral_lines(const TodayPage& page);
/// Every rule that took part: the facts that decided, source, strength.
std::string today_why(const TodayPage& page);
/// Every level not chosen: what it would look like and why not.
std::string today_options(const TodayPage& page);
/// The sources behind the rules that took part.
std::string today_evidence(const TodayPage& page);

}  // namespace hipline::exporters
