#pragma once

#include <list>
#include <map>
#include <string>
#include <vector>

#include "hipline/app/ports/store.hpp"
#include "hipline/app/ports/zones.hpp"
#include "hipline/importers/activity.hpp"

namespace hipline::app {

/// What is known of one activity while an import is under way, for finding the same one again.
struct KnownRun {
  RunId id = 0;
  ImportId import = 0;
  model::Run run;
  std::string kind;
  std::string file;      ///< the file it came from, as the runner knows it; empty where it came with an earlier import
  std::size_t line = 0;  ///< of the report; 0: it was there before
  bool has_series = false;
  bool sport_is_a_guess = false;
  bool only_its_day = false;  ///< a list told the day alone, so the start is no moment
};

/// All activities of a runner, to be asked for the one that a file tells of once more.
class KnownRuns {
 public:
  /// Errors: unknown_zone.
  Status take_stored(std::vector<StoredRun>&& runs, const Zones& zones, const std::string& zone);
  KnownRun& add(KnownRun known);
  /// To be called after the start, the end or the day of a known run has changed.
  void moved(const KnownRun& known, Instant start_before);
  /// The same activity from another file: by the file that a list names, by time, or by day and distance where one of
  /// them tells no more. `line`: of the report, since two lines of one list are two activities.
  KnownRun* same_as(const importers::Activity& activity, const model::Run& run, std::size_t line);

 private:
  std::list<KnownRun> runs_;
  std::multimap<Instant, KnownRun*> by_start_;
  std::multimap<LocalDay, KnownRun*> by_day_;
  std::multimap<std::string, KnownRun*> by_file_;
  double longest_s_ = 0;
};

}  // namespace hipline::app
