// The page for the clinician: what asked for a clinician stands on it, and what is private stays off it otherwise.
#include <gtest/gtest.h>

#include "hipline/app/assess/assess.hpp"
#include "hipline/app/pages/pages.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

std::string note_of(const model::History& history, bool with_private) {
  const app::TodayAnswer answer{history, app::assess(history, real_content()).value(), {}, {}};
  return app::note_page(answer, app::NoteForm::text, with_private, real_content(), "test").text;
}

model::History with_yes(const char* name, std::initializer_list<const char*> facts) {
  model::History history = golden_case(name);
  for (const char* fact : facts) history.check_ins.edit().back().answers.push_back({fact, true});
  return history;
}

TEST(Note, tells_the_private_answer_that_asked_for_a_clinician) {
  const std::string note = note_of(with_yes("settling", {"cancer_history"}), false);
  EXPECT_NE(note.find("I have or had cancer"), std::string::npos) << note;
}

TEST(Note, keeps_private_answers_that_asked_for_nobody) {
  const std::string note = note_of(with_yes("night", {"smoking"}), false);
  EXPECT_EQ(note.find("I smoke"), std::string::npos) << note;
  EXPECT_NE(note_of(with_yes("night", {"smoking"}), true).find("I smoke"), std::string::npos);
}

TEST(Note, tells_only_the_private_answer_that_counted) {
  const std::string note = note_of(with_yes("settling", {"cancer_history", "smoking"}), false);
  EXPECT_NE(note.find("I have or had cancer"), std::string::npos) << note;
  EXPECT_EQ(note.find("I smoke"), std::string::npos) << note;
}

}  // namespace
}  // namespace hipline
