// What is kept between answers never changes one: told step by step, moved, corrected or looked at from another day,
// every answer is the one that is made from the beginning.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "hipline/app/assess/assess.hpp"
#include "hipline/base/random.hpp"
#include "random_runner.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

/// Everything that an answer says, word for word.
std::string words_of(const Result<app::Assessment>& answer, const model::History& history) {
  if (!answer) return answer.error().code;
  std::string text = app::assessment_json(*answer, history, real_content(), "test");
  for (const auto& [name, value] : answer->decision.facts.all()) text += "\n" + name + " " + rules::to_text(value);
  return text;
}

/// The runner of one seed on an earlier day: what was told by then.
model::History known_by(const model::History& whole, LocalDay day, std::optional<Instant> now) {
  const auto keep = [&](const auto& all, const auto& counts) {
    std::vector<typename std::decay_t<decltype(all)>::value_type> some;
    std::ranges::copy_if(all, std::back_inserter(some), counts);
    return some;
  };
  const auto is_known = [&](LocalDay of, Instant at) { return of <= day && !(now && at > *now); };
  model::History known = whole;
  known.today = day;
  known.now = now;
  known.runs = keep(whole.runs, [&](const model::Run& run) { return is_known(run.day, run.end()); });
  known.check_ins = keep(whole.check_ins, [&](const model::CheckIn& one) { return is_known(one.day, one.at); });
  known.advice = keep(whole.advice, [&](const model::Advice& one) { return is_known(one.day, one.at); });
  known.circuits = keep(whole.circuits, [&](const model::CircuitEntry& one) { return one.day <= day; });
  return known;
}

/// Something of the past turns out otherwise.
void change_the_past(const Below& below, model::History& history) {
  const auto any = [&](auto& list) -> auto& {
    return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
  };
  switch (below(8)) {
    case 0:
      if (history.runs.empty()) return;
      any(history.runs.edit()).answers.worst_pain = below(11);
      break;
    case 1:
      if (history.runs.empty()) return;
      history.runs.edit().erase(history.runs.edit().begin() + below(static_cast<int>(history.runs.size())));
      break;
    case 2:
      if (history.check_ins.empty()) return;
      for (model::Answer& answer : any(history.check_ins.edit()).answers.edit())
        if (below(12) == 0) answer.value = below(2) == 0;
      break;
    case 3:
      if (history.check_ins.empty()) return;
      history.check_ins.edit().erase(history.check_ins.edit().begin() +
                                     below(static_cast<int>(history.check_ins.size())));
      break;
    case 4: history.ache.onset_day = history.today - below(90); break;
    case 5: history.runner.usual_pain = below(4); break;
    case 6: {
      model::Advice advice;
      advice.day = history.today - below(12);
      advice.at = start_of_day(advice.day, 0) + below(24) * 3600L;
      advice.verdict = static_cast<model::Verdict>(below(3));
      history.advice.push_back(advice);
      std::ranges::stable_sort(history.advice.edit(), {}, &model::Advice::at);
      break;
    }
    default:
      if (history.circuits.empty()) return;
      any(history.circuits.edit()).pinching = true;
  }
}

/// Mornings on which the same runner told more or less the same, with now and then a sign among it.
void add_mornings(const Below& below, model::History& history) {
  if (history.check_ins.empty()) return;
  std::vector<model::CheckIn> all = history.check_ins.items();
  const int spread = 2 + below(30);
  for (int count = below(12); count > 0; --count) {
    model::CheckIn again = all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    again.day = history.today - below(spread);
    again.at = start_of_day(again.day, 0) + (5 + below(18)) * 3600L;
    for (model::Answer& answer : again.answers.edit()) {
      if (answer.fact == "pain_this_morning") answer.value = static_cast<double>(below(7));
      if (below(200) == 0) answer.value = true;
    }
    all.push_back(std::move(again));
  }
  std::ranges::stable_sort(all, {}, &model::CheckIn::at);
  history.check_ins = std::move(all);
}

TEST(KeptDay, changes_no_answer_however_days_pass_and_the_past_turns_out) {
  EXPECT_TRUE(rc::check([] {
    Random random(*rc::gen::arbitrary<std::uint64_t>());
    const Below below = [&](int end) { return static_cast<int>(random.next() % static_cast<std::uint64_t>(end)); };
    model::History whole = random_runner(below);
    add_mornings(below, whole);
    std::optional<today::Milestone> kept;
    LocalDay day = whole.today - below(14);
    for (int step = 0; step < 12; ++step) {
      // Mostly a day or some hours on; at times back, as with another clock or a day that was asked for.
      day = below(8) == 0 ? whole.today - below(20) : std::min(whole.today, day + below(3));
      const auto now = below(3) == 0 ? std::nullopt : std::optional(start_of_day(day, 0) + below(30) * 3600L);
      if (below(4) == 0) change_the_past(below, whole);
      const model::History history = known_by(whole, day, now);
      const std::string from_the_beginning = words_of(app::assess(history, real_content()), history);
      RC_ASSERT(words_of(app::assess(history, real_content(), {}, kept), history) == from_the_beginning);
    }
  }));
}

TEST(KeptDay, a_sign_told_on_top_of_what_is_kept_closes_the_day) {
  const auto story = [] {
    Random random(7);
    return random_runner([&](int end) { return static_cast<int>(random.next() % static_cast<std::uint64_t>(end)); });
  }();
  model::History history = story;
  history.advice.clear();
  std::vector<model::CheckIn> mornings;
  for (int ago = 20; ago > 0; --ago) {
    model::CheckIn morning;
    morning.day = history.today - ago;
    morning.at = start_of_day(morning.day, 0) + 8 * 3600;
    morning.answers = {{"wakes_at_night", false}, {"pain_this_morning", 1.0}};
    mornings.push_back(morning);
  }
  history.check_ins = mornings;
  std::optional<today::Milestone> kept;
  ASSERT_TRUE(app::assess(history, real_content(), {}, kept));
  ASSERT_TRUE(kept);
  EXPECT_GT(kept->told.read(), 15U);
  model::CheckIn sign;
  sign.day = history.today;
  sign.at = start_of_day(sign.day, 0) + 8 * 3600;
  sign.answers = {{"wakes_at_night", true}};
  history.check_ins.push_back(sign);
  const auto answer = app::assess(history, real_content(), {}, kept);
  ASSERT_TRUE(answer);
  EXPECT_TRUE(rules::is_clinician_level(answer->decision.level));
  EXPECT_FALSE(answer->plan);
  EXPECT_FALSE(answer->circuit);
}

TEST(KeptDay, goes_on_from_what_is_kept_and_does_not_read_the_past_again) {
  model::History history;
  history.today = *LocalDay::parse("2026-11-22");
  for (int ago = 400; ago > 0; --ago) {
    model::CheckIn morning;
    morning.day = history.today - ago;
    morning.at = start_of_day(morning.day, 0) + 8 * 3600;
    morning.answers = {{"pain_this_morning", 1.0}};
    history.check_ins.push_back(morning);
  }
  std::optional<today::Milestone> kept;
  ASSERT_TRUE(app::assess(history, real_content(), {}, kept));
  ASSERT_TRUE(kept);
  const model::CheckIn* first = &kept->history.check_ins.front();
  history.today = history.today + 1;
  ASSERT_TRUE(app::assess(history, real_content(), {}, kept));
  EXPECT_EQ(&kept->history.check_ins.front(), first) << "nothing was added, so that the milestone stays";
  history.check_ins.edit()[10].answers = {{"pain_this_morning", 6.0}};
  ASSERT_TRUE(app::assess(history, real_content(), {}, kept));
  EXPECT_NE(&kept->history.check_ins.front(), first) << "the past turned out otherwise, so that it is read again";
}

}  // namespace
}  // namespace hipline
