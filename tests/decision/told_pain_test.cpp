// Pain told of a run that was never entered, and where an ache that grows counts: on the real content.
#include <gtest/gtest.h>

#include "hipline/app/assess/case_reader.hpp"
#include "hipline/baseline/baseline.hpp"
#include "hipline/plan/plan.hpp"
#include "hipline/today/decide.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

using rules::Level;

/// A grown runner whose every answer is reassuring, with `more` of the case and this site and pain in the last run.
Level level_of(const std::string& site, int worst, const std::string& more = "") {
  const std::string text =
      R"({"date": "2026-11-24", "runner": {"birth_year": 1990, "sex": "male"}, "ache": {"sites": [")" + site +
      R"("], "qualities": ["dull"], "onset_day": "2026-11-14"}, "screening": {"all_others_no": true, "answers": {)" +
      R"("earlier_stress_fracture": false, "under_eating": false, "steroids": false, "osteoporosis": false, )" +
      R"("smoking": false, "pain_this_morning": 0, "worst_in_last_run": )" + std::to_string(worst) + "}}" + more + "}";
  const auto& content = real_content();
  const auto history = app::read_case(text, content);
  EXPECT_TRUE(history) << history.error().where << ": " << history.error().message;
  if (!history) return Level::emergency;
  const auto baseline = baseline::make_baseline(*history, plan::baseline_parameters(content.parameters));
  return today::decide(*history, *baseline, {content.triage, content.today, content.questions, content.parameters})
      .level;
}

const std::string three_runs = R"(, "runs": [{"day": "2026-11-18", "elapsed_s": 3600, "worst_pain": 1},
  {"day": "2026-11-20", "elapsed_s": 3600, "worst_pain": 2}, {"day": "2026-11-23", "elapsed_s": 3600, "worst_pain": 4}])";

TEST(ToldPain, of_a_run_that_was_never_entered_counts) {
  EXPECT_EQ(level_of("side_of_hip", 1), Level::as_planned);
  EXPECT_EQ(level_of("side_of_hip", 4), Level::modify);
  EXPECT_EQ(level_of("side_of_hip", 7), Level::rest);
}

TEST(ToldPain, that_grows_at_the_front_or_in_the_buttock_asks_for_a_clinician) {
  EXPECT_EQ(level_of("front_of_hip", 4, three_runs), Level::clinician_before_running);
  EXPECT_EQ(level_of("front_of_thigh", 4, three_runs), Level::clinician_before_running);
  EXPECT_EQ(level_of("buttock", 4, three_runs), Level::clinician_before_running);
  EXPECT_GT(level_of("side_of_hip", 4, three_runs), Level::clinician_before_running);
}

}  // namespace
}  // namespace hipline
