// Pain told of a run that was never entered, and where an ache that grows counts: on the real content.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "hipline/app/assess/case_reader.hpp"
#include "hipline/base/random.hpp"
#include "hipline/baseline/baseline.hpp"
#include "hipline/plan/plan.hpp"
#include "hipline/today/decide.hpp"
#include "hipline/triage/pain.hpp"
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

/// Four weeks in which every run, morning and other moment hurt as they will.
triage::PainStory four_weeks(LocalDay today, Random& random) {
  const auto below = [&](std::uint64_t end) { return static_cast<int>(random.next() % end); };
  const auto perhaps = [&]() -> std::optional<bool> {
    const int said = below(3);
    return said == 0 ? std::nullopt : std::optional(said == 1);
  };
  triage::PainStory story;
  story.today = today;
  if (below(2) == 0) story.now = start_of_day(today, 0) + 20 * 3600;
  for (int back = 28; back > 0; --back) {
    const LocalDay day = today - back;
    const Instant noon = start_of_day(day, 0) + 12 * 3600;
    if (below(3) > 0 || back < 3) {
      triage::ToldRun run{noon, noon + 3600, day, {}};
      if (below(5) > 0) run.answers.worst_pain = below(11);
      run.answers.became_sharp = perhaps();
      run.answers.painkiller_taken = perhaps();
      if (below(2) == 0) run.answers.pain_onset = below(2) == 0 ? model::PainOnset::warm_up : model::PainOnset::late;
      story.runs.push_back(run);
    }
    if (below(3) > 0) story.mornings.push_back({day, noon + -5 * 3600, below(11)});
    if (below(6) == 0) story.present.push_back({day, noon + 3 * 3600, below(11)});
  }
  story.trend_from = today - (1 + below(27));
  return story;
}

rules::Facts pain_facts(const triage::PainStory& story) {
  rules::Facts facts;
  triage::add_pain_facts(story, {}, real_content().parameters, facts);
  return facts;
}

TEST(ToldPain, of_years_ago_changes_nothing_that_is_known_of_the_last_weeks) {
  EXPECT_TRUE(rc::check([] {
    Random random(*rc::gen::arbitrary<std::uint64_t>());
    const LocalDay today = *LocalDay::parse("2026-11-24");
    const triage::PainStory lately = four_weeks(today, random);
    triage::PainStory whole = lately;
    whole.runs.clear();
    whole.mornings.clear();
    for (int back = 1500; back > 200; back -= 1 + static_cast<int>(random.next() % 30)) {
      const Instant noon = start_of_day(today - back, 0) + 12 * 3600;
      triage::ToldRun run{noon, noon + 3600, today - back, {}};
      run.answers.worst_pain = static_cast<int>(random.next() % 11);
      run.answers.painkiller_taken = true;
      whole.runs.push_back(run);
      whole.mornings.push_back({today - back, noon, *run.answers.worst_pain});
    }
    whole.runs.insert(whole.runs.end(), lately.runs.begin(), lately.runs.end());
    whole.mornings.insert(whole.mornings.end(), lately.mornings.begin(), lately.mornings.end());
    RC_ASSERT(pain_facts(lately).all() == pain_facts(whole).all());
  }));
}

TEST(ToldPain, of_a_run_on_two_days_at_once_is_refused) {
  const auto read = [](const std::string& start) {
    return app::read_case(R"({"date": "2026-11-24", "runs": [{"day": "2026-11-20", "start": ")" + start +
                              R"(", "elapsed_s": 3600, "worst_pain": 4}]})",
                          real_content());
  };
  EXPECT_TRUE(read("2026-11-20T23:30:00+14:00"));
  EXPECT_TRUE(read("2026-11-21T09:00:00Z")) << "a journey can lie between";
  const auto refused = read("2026-10-20T09:00:00Z");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "out_of_range");
  EXPECT_EQ(refused.error().where, "/runs/0");
}

}  // namespace
}  // namespace hipline
