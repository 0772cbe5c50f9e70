#pragma once

#include <string>
#include <vector>

#include "hipline/exporters/text/today_text.hpp"

namespace hipline::exporters {

/// One line of the start-line gate, in words.
struct GateWords {
  std::string what;
  std::string state;  ///< met, not_met, unanswered
  std::string rule;
  std::string sentence;
};

/// The race in sentences, unbroken. At clinician levels there is no script and nothing to start by.
struct RaceWords {
  std::string title;
  std::vector<GateWords> gate;
  std::vector<std::string> choices;
  std::vector<std::string> script;
  std::vector<std::string> after;
};

/// `page.race` and `page.race_week` must be there.
RaceWords race_words(const TodayPage& page);

/// The page of the race: the start-line gate, start, defer or not start with what each costs, how far the race breaks
/// the single-run rule, the race in pieces with what ends it, and the 14 days after. Where the start is closed only the
/// gate, defer and not start, and whom to see. `page.race` and `page.race_week` must be there.
std::string race_text(const TodayPage& page);

/// The gate's lines that are not met or not answered, for the first screen of race morning.
std::string open_gate_text(const TodayPage& page);

}  // namespace hipline::exporters
