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
  std::string start;  ///< what the gate comes to; empty where the start is closed
  std::vector<std::string> choices;
  std::string stake;                ///< what is at stake in choosing; empty after the race
  std::vector<std::string> length;  ///< how far the race breaks the single-run rule
  std::vector<std::string> script;
  std::vector<std::string> after;  ///< where the start is closed: whom to see, and no running
  std::string opinion;             ///< where it comes from; empty where there is nothing to start by
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
