#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/model/ache.hpp"
#include "hipline/model/runner.hpp"
#include "hipline/today/decision.hpp"
#include "hipline/triage/origin.hpp"

namespace hipline::exporters {

/// One run as a clinician wants to see it.
struct NoteRun {
  LocalDay day;
  std::optional<Metres> distance;
  std::optional<int> worst_pain;
  std::string onset;  ///< in words; empty where not said
  std::optional<int> next_morning_pain;
  std::vector<std::string> remarks;  ///< cut short, limped, painkiller taken …
};

struct NoteWeek {
  LocalDay first_day;
  Metres distance;
  int runs = 0;
};

/// An answer in the question's own words.
struct NoteAnswer {
  std::string question;
  std::string said;
};

/// Everything that the page for the clinician shows.
struct ClinicianNote {
  const today::Decision& decision;
  const catalog::Catalog& catalog;
  const triage::Origin& origin;
  model::Runner runner;
  std::optional<model::Race> race;
  model::Ache ache;
  std::vector<NoteRun> runs;    ///< the latest ones, newest first
  std::vector<NoteWeek> weeks;  ///< the last six, newest first
  std::optional<Metres> longest_30_days;
  std::vector<NoteAnswer> yes;    ///< what was answered yes
  std::vector<std::string> open;  ///< what was left open
  bool private_answers = false;   ///< whether all private answers are among `yes`
};

enum class NoteFormat { text, markdown };

/// The page to take along: the reason, the ache, the timeline, what was answered, the load, what to ask.
std::string clinician_note(const ClinicianNote& note, NoteFormat format);

}  // namespace hipline::exporters
