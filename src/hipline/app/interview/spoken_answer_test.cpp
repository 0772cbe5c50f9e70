#include "hipline/app/interview/spoken_answer.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "hipline/bundler/embedded.hpp"

namespace hipline::app {
namespace {

const catalog::Catalog& content() {
  static const catalog::Catalog read = *catalog::read_catalog(bundler::embedded_bundle());
  return read;
}

const rules::Question& question(const char* id) { return *content().find_question(id); }

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
  const auto answers = yes_no_of(*parse_answer(question("clot"), "2"));
  EXPECT_EQ(answers,
            (std::map<std::string, bool>{{"leg_swelling_or_warmth", false}, {"chest_pain_or_breathless", true}}));
  EXPECT_EQ(yes_no_of(*parse_answer(question("clot"), "1, 2")).at("leg_swelling_or_warmth"), true);
  EXPECT_EQ(yes_no_of(*parse_answer(question("clot"), "0")).at("chest_pain_or_breathless"), false);
  for (const char* wrong : {"3", "0,1", "x", "1,,y", "-1", "1.5"})
    EXPECT_FALSE(parse_answer(question("clot"), wrong)) << wrong;
}

TEST(SpokenAnswer, skipping_is_kept_as_skipped_and_never_as_no) {
  for (const char* skip : {"", "?", " skip "}) {
    const auto answers = parse_answer(question("clot"), skip);
    ASSERT_TRUE(answers);
    ASSERT_EQ(answers->size(), 2U);
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
