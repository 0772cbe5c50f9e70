// Made-up stories in the manner of what clinicians write about: who needs a look is never told to run or to manage
// alone, and an everyday ache is not sent away.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "hipline/app/assess/assess.hpp"
#include "hipline/app/assess/case_reader.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

using rules::Level;

struct Story {
  std::string name;
  model::History history;
};

std::vector<Story> stories(const std::string& folder) {
  const std::string place = "tests/cases/stories/" + folder;
  std::vector<Story> found;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(HIPLINE_SOURCE_DIR "/") + place)) {
    const std::string name = entry.path().filename().string();
    auto history = app::read_case(source_file(place + "/" + name), real_content());
    if (history)
      found.push_back({name, *std::move(history)});
    else
      ADD_FAILURE() << name << history.error().where << ": " << history.error().message;
  }
  return found;
}

/// The same story with everything unknown that it does not mention: no "no" is left.
model::History with_the_unmentioned_unknown(model::History history) {
  for (model::CheckIn& check_in : history.check_ins.edit()) {
    std::erase_if(check_in.answers.edit(), [](const model::Answer& answer) {
      const bool* value = std::get_if<bool>(&answer.value);
      return value && !*value;
    });
  }
  return history;
}

TEST(Stories, nobody_who_needs_a_look_is_told_to_run_or_to_manage_alone) {
  const auto all = stories("needs_a_look");
  EXPECT_GE(all.size(), 40U);
  for (const Story& story : all) {
    const auto answer = app::assess(story.history, real_content());
    ASSERT_TRUE(answer) << story.name;
    EXPECT_TRUE(rules::is_clinician_level(answer->decision.level)) << story.name;
    EXPECT_FALSE(answer->plan || answer->circuit) << story.name;
    const auto open = app::assess(with_the_unmentioned_unknown(story.history), real_content());
    ASSERT_TRUE(open) << story.name;
    EXPECT_LE(open->decision.level, answer->decision.level) << story.name;
  }
}

TEST(Stories, an_everyday_ache_is_not_sent_away_and_waits_only_for_answers) {
  const auto all = stories("may_go_on");
  EXPECT_GE(all.size(), 20U);
  for (const Story& story : all) {
    const auto answer = app::assess(story.history, real_content());
    ASSERT_TRUE(answer) << story.name;
    EXPECT_FALSE(rules::is_clinician_level(answer->decision.level)) << story.name;
    const auto open = app::assess(with_the_unmentioned_unknown(story.history), real_content());
    ASSERT_TRUE(open) << story.name;
    EXPECT_EQ(open->decision.level, Level::clinician_before_running) << story.name;
    EXPECT_EQ(open->decision.kind, rules::Kind::unanswered) << story.name;
  }
}

}  // namespace
}  // namespace hipline
