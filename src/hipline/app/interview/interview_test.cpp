#include "hipline/app/interview/interview.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <algorithm>

#include "hipline/app/interview/spoken_answer.hpp"
#include "hipline/bundler/embedded.hpp"

namespace hipline::app {
namespace {

using model::Answer;

const catalog::Catalog& content() {
  static const catalog::Catalog read = *catalog::read_catalog(bundler::embedded_bundle());
  return read;
}

constexpr LocalDay today(20'000);
const Instant seven = start_of_day(today, 0) + 7 * 3600;

/// A grown runner with an ache of nine days and one run two days ago.
model::History runner() {
  model::History history;
  history.today = today;
  history.now = seven;
  history.runner.birth_year = today.year() - 36;
  history.ache.qualities = {model::Quality::dull};
  history.ache.sites = {model::Site::front_of_hip};
  history.ache.onset_day = today - 9;
  model::Run run;
  run.day = today - 2;
  run.start = start_of_day(run.day, 0) + 8 * 3600;
  run.elapsed = Seconds(3600);
  run.distance = kilometres(10);
  history.runs = {run};
  return history;
}

/// The most reassuring answer to a question.
std::vector<Answer> calm(const rules::Question& question) {
  using Form = rules::Question::Form;
  if (question.form == Form::list) return none_of(question);
  return *parse_answer(question, question.form == Form::yes_no ? "no" : question.form == Form::one_of ? "1" : "0");
}

std::vector<std::string> go_through(Interview& interview, auto answer) {
  std::vector<std::string> asked;
  while (const auto question = interview.next()) {
    asked.push_back(question->id);
    interview.answer(answer(*question));
    if (asked.size() > 60) break;
  }
  return asked;
}

bool has(const std::vector<std::string>& asked, const std::string& id) {
  return std::ranges::find(asked, id) != asked.end();
}

model::CheckIn check_in_of(const model::History& history, const Interview& interview) {
  model::CheckIn check_in;
  check_in.at = *history.now;
  check_in.day = history.today;
  check_in.answers = interview.answers();
  return check_in;
}

/// The runner after a first interview, `days` later.
model::History later(int days, auto answer) {
  model::History history = runner();
  Interview first(history, content());
  go_through(first, answer);
  history.check_ins.push_back(check_in_of(history, first));
  history.today = today + days;
  history.now = seven + static_cast<std::int64_t>(days) * 86400;
  return history;
}

TEST(Interview, asks_at_most_fourteen_health_questions_the_first_time_and_then_how_the_hip_is) {
  const model::History history = runner();
  Interview interview(history, content());
  const auto asked = go_through(interview, calm);
  EXPECT_TRUE(interview.is_first());
  EXPECT_EQ(asked.front(), "weight-bearing");
  EXPECT_EQ(asked.back(), "this-morning");
  const auto health = std::ranges::count_if(asked, [](const std::string& id) {
    return content().find_question(id)->occasion == rules::Question::Occasion::intake || id == "walking-and-night";
  });
  EXPECT_LE(health, 14);
  EXPECT_LE(asked.size(), 16U);
  EXPECT_EQ(interview.open(), 0);
  EXPECT_FALSE(interview.alarm());
}

TEST(Interview, asks_four_questions_on_a_day_after_a_run) {
  model::History history = later(2, calm);
  model::Run run = history.runs.front();
  run.day = today + 1;
  run.start = start_of_day(run.day, 0) + 8 * 3600;
  history.runs.push_back(run);
  Interview interview(history, content());
  EXPECT_EQ(go_through(interview, calm),
            (std::vector<std::string>{"worst-in-last-run", "this-morning", "walking-and-night", "anything-new"}));
}

TEST(Interview, asks_no_run_question_twice_about_one_run) {
  const model::History history = later(1, calm);
  Interview interview(history, content());
  EXPECT_EQ(go_through(interview, calm),
            (std::vector<std::string>{"this-morning", "walking-and-night", "anything-new"}));
}

TEST(Interview, asks_where_and_how_only_after_a_run_that_hurt) {
  const model::History history = runner();
  Interview interview(history, content());
  const auto asked = go_through(interview, [](const rules::Question& question) {
    return question.id == "worst-in-last-run" ? *parse_answer(question, "4") : calm(question);
  });
  EXPECT_TRUE(has(asked, "where-it-began"));
  EXPECT_TRUE(has(asked, "warm-up-eased"));
  EXPECT_TRUE(has(asked, "in-the-run"));
}

TEST(Interview, a_typical_benign_intake_takes_at_most_twelve_questions) {
  for (const char* worst : {"0", "2", "4"}) {
    const model::History history = runner();
    Interview interview(history, content());
    const auto asked = go_through(interview, [&](const rules::Question& question) {
      if (question.id == "worst-in-last-run") return *parse_answer(question, worst);
      if (question.id == "this-morning") return *parse_answer(question, "1");
      if (question.id == "where-it-began") return *parse_answer(question, "3");  // late in the run
      return calm(question);
    });
    EXPECT_LE(asked.size(), 12U) << worst;
  }
}

TEST(Interview, asks_first_what_can_end_it) {
  const model::History history = runner();
  Interview interview(history, content());
  const auto asked = go_through(interview, calm);
  ASSERT_GE(asked.size(), 8U);
  EXPECT_EQ((std::vector<std::string>(asked.begin(), asked.begin() + 8)),
            (std::vector<std::string>{"weight-bearing", "walking-and-night", "illness", "nerve", "behaviour", "loading",
                                      "general-health", "bone-health"}));
}

TEST(Interview, nothing_new_spares_the_questions_that_would_have_run_out) {
  const model::History history = later(8, calm);
  Interview renewed(history, content());
  const auto spared = go_through(renewed, calm);
  EXPECT_FALSE(has(spared, "illness"));
  EXPECT_EQ(renewed.open(), 0);
  Interview skipped(history, content());
  const auto asked = go_through(skipped, [](const rules::Question& question) {
    return question.renews ? skipped_answers(question) : calm(question);
  });
  EXPECT_TRUE(has(asked, "illness"));
}

TEST(Interview, what_is_new_is_followed_by_the_rest_of_its_family) {
  const model::History history = later(1, calm);
  Interview interview(history, content());
  std::vector<std::string> choices;
  const auto asked = go_through(interview, [&](const rules::Question& question) {
    if (question.id == "nerve") {
      for (const rules::Choice& choice : question.sets) choices.push_back(choice.fact);
    }
    if (!question.renews) return calm(question);
    const auto at = std::ranges::find(question.sets, "tingling_or_numb", &rules::Choice::fact);
    return *parse_answer(question, std::to_string(at - question.sets.begin() + 1));
  });
  EXPECT_TRUE(has(asked, "nerve"));
  // What was just said yes to is not asked again, so that "none of these" cannot take it back.
  EXPECT_FALSE(has(choices, "tingling_or_numb"));
  EXPECT_TRUE(has(choices, "leg_weakness"));
}

TEST(Interview, ends_at_once_at_an_emergency) {
  const model::History history = runner();
  Interview interview(history, content());
  ASSERT_EQ(interview.next()->id, "weight-bearing");
  interview.answer(*parse_answer(*interview.next(), "1"));
  EXPECT_EQ(interview.alarm(), rules::Level::emergency);
  EXPECT_FALSE(interview.next());
}

TEST(Interview, asks_only_what_could_be_an_emergency_once_an_answer_is_urgent) {
  const model::History history = runner();
  Interview interview(history, content());
  interview.answer(calm(*interview.next()));
  ASSERT_EQ(interview.next()->id, "walking-and-night");
  interview.answer(*parse_answer(*interview.next(), "1"));
  EXPECT_EQ(interview.alarm(), rules::Level::clinician_urgent);
  const auto asked = go_through(interview, calm);
  EXPECT_FALSE(has(asked, "bone-health"));
  EXPECT_FALSE(has(asked, "this-morning"));
  EXPECT_TRUE(has(asked, "nerve"));
}

TEST(Interview, unasked_bone_health_does_not_end_it) {
  model::History history = runner();
  history.ache.qualities = {model::Quality::deep};
  model::Run run = history.runs.front();
  history.runs.clear();
  for (const auto& [days, worst] : {std::pair(6, 2), std::pair(4, 4), std::pair(2, 6)}) {
    run.day = today - days;
    run.start = start_of_day(run.day, 0) + 8 * 3600;
    run.answers.worst_pain = worst;
    history.runs.push_back(run);
  }
  Interview interview(history, content());
  EXPECT_TRUE(has(go_through(interview, calm), "bone-health"));
}

TEST(Interview, back_takes_the_last_answer_back_and_asks_again) {
  const model::History history = runner();
  Interview interview(history, content());
  EXPECT_FALSE(interview.back());
  interview.answer(calm(*interview.next()));
  const std::string second = interview.next()->id;
  interview.answer(calm(*interview.next()));
  EXPECT_TRUE(interview.back());
  EXPECT_EQ(interview.next()->id, second);
}

TEST(Interview, goes_on_where_it_was_stopped) {
  model::History history = runner();
  Interview stopped(history, content());
  for (int i = 0; i < 5; ++i) stopped.answer(calm(*stopped.next()));
  const std::string sixth = stopped.next()->id;
  history.check_ins.push_back(check_in_of(history, stopped));
  history.now = seven + 600;
  Interview resumed(history, content());
  EXPECT_TRUE(resumed.is_first());
  EXPECT_EQ(resumed.next()->id, sixth);
}

TEST(Interview, skipping_everything_leaves_every_screening_question_open) {
  const model::History history = runner();
  Interview interview(history, content());
  go_through(interview, skipped_answers);
  EXPECT_EQ(interview.open(), 7);
  for (const Answer& answer : interview.answers())
    EXPECT_TRUE(std::holds_alternative<model::Skipped>(answer.value)) << answer.fact;
}

TEST(Interview, menstrual_health_is_not_asked_of_men) {
  model::History history = runner();
  history.runner.sex = model::Sex::male;
  Interview interview(history, content());
  go_through(interview, [](const rules::Question& question) {
    for (const rules::Choice& choice : question.sets) EXPECT_NE(choice.fact, "periods_stopped");
    return calm(question);
  });
}

TEST(Interview, what_was_told_by_flag_is_not_asked) {
  const model::History history = later(1, calm);
  Interview interview(history, content(), Asking::due, {{"pain_this_morning", 1.0}, {"nothing_new", true}});
  EXPECT_EQ(go_through(interview, calm), std::vector<std::string>{"walking-and-night"});
}

TEST(Interview, always_ends_and_asks_nothing_twice_whatever_is_answered) {
  rc::check([] {
    const int gap = *rc::gen::inRange(0, 30);
    const model::History history = later(gap, calm);
    Interview interview(history, content());
    std::vector<std::string> asked;
    while (const auto question = interview.next()) {
      RC_ASSERT(!has(asked, question->id));
      asked.push_back(question->id);
      const int most = question->form == rules::Question::Form::scale ? 10 : static_cast<int>(question->sets.size());
      const std::string text = question->form == rules::Question::Form::yes_no
                                   ? *rc::gen::element<std::string>("yes", "no", "?")
                                   : std::to_string(*rc::gen::inRange(1, most + 1));
      const auto answers = parse_answer(*question, text);
      RC_ASSERT(answers.has_value());
      interview.answer(*answers);
    }
    RC_ASSERT(asked.size() < 40U);
  });
}

}  // namespace
}  // namespace hipline::app
