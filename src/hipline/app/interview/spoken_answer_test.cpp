#include "hipline/app/interview/spoken_answer.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <stdexcept>
#include <string>

#include "hipline/bundler/embedded.hpp"

namespace hipline::app {
namespace {

const catalog::Catalog& content() {
  static const catalog::Catalog read = *catalog::read_catalog(bundler::embedded_bundle());
  return read;
}

// The question of that id; a test that names one that is gone ends with its name, not with a crash.
const rules::Question& question(const char* id) {
  const rules::Question* found = content().find_question(id);
  if (found == nullptr) throw std::invalid_argument(std::string("no question ") + id);
  return *found;
}

std::map<std::string, bool> yes_no_of(const std::vector<model::Answer>& answers) {
  std::map<std::string, bool> read;
  for (const model::Answer& answer : answers) read[answer.fact] = std::get<bool>(answer.value);
  return read;
}

TEST(SpokenAnswer, pain_is_a_whole_number_or_one_of_the_words) {
  EXPECT_EQ(spoken_pain("3"), 3);
  EXPECT_EQ(spoken_pain("None"), 0);
  EXPECT_EQ(spoken_pain("mild ache"), 2);
  EXPECT_EQ(spoken_pain("must slow down"), 6);
  EXPECT_EQ(spoken_pain("worst"), 10);
  for (const char* wrong : {"14", "-1", "3.5", "lots", "", "nan", "1e99", "3 4"})
    EXPECT_FALSE(spoken_pain(wrong)) << wrong;
}

TEST(SpokenAnswer, pain_14_is_refused_in_one_clear_sentence) {
  const auto answer = parse_answer(question("this-morning"), "14");
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, "out_of_range");
  EXPECT_NE(answer.error().message.find("0"), std::string::npos);
}

TEST(SpokenAnswer, a_list_is_ticked_by_numbers) {
  const rules::Question& list = question("weight-bearing");
  ASSERT_GE(list.sets.size(), 2U);
  const std::string first = list.sets.front().fact;
  const std::string second = list.sets[1].fact;
  const auto ticked = yes_no_of(*parse_answer(list, "2"));
  EXPECT_EQ(ticked.size(), list.sets.size());
  for (const auto& [fact, yes] : ticked) EXPECT_EQ(yes, fact == second) << fact;
  EXPECT_EQ(yes_no_of(*parse_answer(list, "1, 2")).at(first), true);
  for (const auto& [fact, yes] : yes_no_of(*parse_answer(list, "0"))) EXPECT_FALSE(yes) << fact;
  const std::string too_many = std::to_string(list.sets.size() + 1);
  for (const std::string& wrong :
       {too_many, std::string("0,1"), std::string("x"), std::string("1,,y"), std::string("-1"), std::string("1.5")})
    EXPECT_FALSE(parse_answer(list, wrong)) << wrong;
}

TEST(SpokenAnswer, skipping_is_kept_as_skipped_and_never_as_no) {
  const rules::Question& list = question("weight-bearing");
  for (const char* skip : {"", "?", " skip "}) {
    const auto answers = parse_answer(list, skip);
    ASSERT_TRUE(answers);
    ASSERT_EQ(answers->size(), list.sets.size());
    for (const model::Answer& answer : *answers) EXPECT_TRUE(std::holds_alternative<model::Skipped>(answer.value));
  }
}

TEST(SpokenAnswer, nothing_new_says_nothing_of_single_facts) {
  const auto none = *parse_answer(question("anything-new"), "0");
  ASSERT_EQ(none.size(), 1U);
  EXPECT_EQ(none[0].fact, "nothing_new");
  const auto one = yes_no_of(*parse_answer(question("anything-new"), "1"));
  EXPECT_EQ(one, (std::map<std::string, bool>{{"cannot_bear_weight", true}, {"nothing_new", false}}));
  const auto skipped = *parse_answer(question("anything-new"), "?");
  ASSERT_EQ(skipped.size(), 1U);
  EXPECT_EQ(skipped[0].fact, "nothing_new");
}

TEST(SpokenAnswer, a_flag_names_a_fact_that_a_question_sets) {
  EXPECT_EQ(std::get<bool>(parse_fact(content(), "wakes_at_night", "yes")->value), true);
  EXPECT_EQ(std::get<double>(parse_fact(content(), "worst_in_last_run", "4")->value), 4);
  EXPECT_TRUE(std::holds_alternative<model::Skipped>(parse_fact(content(), "wakes_at_night", "skip")->value));
  EXPECT_EQ(parse_fact(content(), "wakes_at_nite", "yes").error().code, "unknown_fact");
  EXPECT_EQ(parse_fact(content(), "growing", "no").error().code, "unknown_fact");  // derived, not asked
  EXPECT_EQ(parse_fact(content(), "worst_in_last_run", "14").error().code, "out_of_range");
  EXPECT_EQ(parse_fact(content(), "wakes_at_night", "3").error().code, "bad_answer");
}

TEST(SpokenAnswer, any_text_gives_an_answer_or_a_sentence) {
  rc::check([](const std::string& text) {
    for (const rules::Question& one : content().questions) {
      const auto answers = parse_answer(one, text);
      if (answers)
        RC_ASSERT(!answers->empty());
      else
        RC_ASSERT(!answers.error().message.empty());
    }
  });
}

}  // namespace
}  // namespace hipline::app
