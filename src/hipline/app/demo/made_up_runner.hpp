#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "hipline/model/history.hpp"
#include "hipline/model/samples.hpp"

namespace hipline::app {

/// The three stories of the made-up runner: an ache that settles, one that grows from run to run, one that wakes at
/// night.
enum class Story { settling, growing, night };

std::optional<Story> story_named(std::string_view name);

/// One made-up run with its samples, as a watch would have written it.
struct MadeUpRun {
  model::Run run;
  model::Samples samples;
};

/// A made-up runner with 16 weeks of marathon training, the ache that the source describes, and check-ins.
struct MadeUpRunner {
  model::Runner runner;
  model::Race race;
  model::Ache ache;
  std::vector<MadeUpRun> runs;            ///< without answers: those stand in the check-ins
  std::vector<model::CheckIn> check_ins;  ///< oldest first, the last one this morning
};

/// Makes the runner whose race is 17 days after `today`. The same story, day and screening questions give the same
/// runner. `screening_facts`: every fact that was asked and answered no; `private_facts` likewise.
MadeUpRunner made_up_runner(Story story, LocalDay today, const std::vector<std::string>& screening_facts,
                            const std::vector<std::string>& private_facts);

}  // namespace hipline::app
