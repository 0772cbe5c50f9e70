#include "hipline/app/demo/made_up_runner.hpp"

#include <gtest/gtest.h>

#include <set>

#include "hipline/app/assess/assess.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

std::vector<std::string> asked(bool screening) {
  std::set<std::string> facts;
  for (const rules::Question& question : real_content().questions) {
    if (question.renews || question.screening != screening || (!screening && !question.private_matter)) continue;
    for (const rules::Choice& choice : question.sets) facts.insert(choice.fact);
  }
  return {facts.begin(), facts.end()};
}

model::History history_of(app::Story story, LocalDay today) {
  const app::MadeUpRunner made = app::made_up_runner(story, today, asked(true), asked(false));
  model::History history{.today = today, .runner = made.runner, .race = made.race, .ache = made.ache};
  for (const app::MadeUpRun& run : made.runs) history.runs.push_back(run.run);
  history.check_ins = made.check_ins;
  return history;
}

TEST(MadeUpRunner, tells_the_three_stories_on_any_day) {
  for (const char* day : {"2026-11-22", "2026-12-31", "2028-02-29"}) {
    const LocalDay today = *LocalDay::parse(day);
    EXPECT_EQ(app::assess(history_of(app::Story::settling, today), real_content())->decision.level,
              rules::Level::modify)
        << day;
    EXPECT_EQ(app::assess(history_of(app::Story::growing, today), real_content())->decision.level,
              rules::Level::clinician_before_running)
        << day;
    EXPECT_EQ(app::assess(history_of(app::Story::night, today), real_content())->decision.level,
              rules::Level::clinician_urgent)
        << day;
  }
}

TEST(MadeUpRunner, is_labelled_and_races_in_17_days) {
  const LocalDay today = *LocalDay::parse("2026-11-22");
  const app::MadeUpRunner made = app::made_up_runner(app::Story::settling, today, asked(true), asked(false));
  EXPECT_TRUE(made.runner.made_up);
  EXPECT_EQ(made.race.day - today, 17);
  EXPECT_GE(made.runs.front().run.day, today - 95);
}

TEST(MadeUpRunner, is_the_same_each_time) {
  const LocalDay today = *LocalDay::parse("2026-11-22");
  const auto once = app::made_up_runner(app::Story::settling, today, asked(true), asked(false));
  const auto again = app::made_up_runner(app::Story::settling, today, asked(true), asked(false));
  ASSERT_EQ(once.runs.size(), again.runs.size());
  for (std::size_t i = 0; i < once.runs.size(); ++i)
    EXPECT_EQ(once.runs[i].samples.heart_rate_bpm, again.runs[i].samples.heart_rate_bpm);
}

}  // namespace
}  // namespace hipline
