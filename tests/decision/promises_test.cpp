// The three promises that outrank everything, on random runners and the real content.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <set>

#include "hipline/app/assess/assess.hpp"
#include "hipline/baseline/baseline.hpp"
#include "hipline/plan/plan.hpp"
#include "hipline/today/decide.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

using rules::Kind;
using rules::Level;

const LocalDay today = *LocalDay::parse("2026-11-22");

std::vector<std::string> facts_of(bool screening) {
  std::set<std::string> facts;
  for (const rules::Question& question : real_content().questions) {
    if (question.screening != screening || question.renews) continue;
    if (!screening && !question.private_matter) continue;
    for (const rules::Choice& choice : question.sets) facts.insert(choice.fact);
  }
  return {facts.begin(), facts.end()};
}

const std::vector<std::string>& screening_facts() {
  static const auto facts = facts_of(true);
  return facts;
}

const std::vector<std::string>& private_facts() {
  static const auto facts = facts_of(false);
  return facts;
}

today::Decision decide(const model::History& history) {
  const auto& content = real_content();
  const auto baseline = baseline::make_baseline(history, plan::baseline_parameters(content.parameters));
  return today::decide(history, *baseline, {content.triage, content.today, content.questions, content.parameters});
}

model::Answer& answer_to(model::CheckIn& check_in, const std::string& fact) {
  for (model::Answer& answer : check_in.answers.edit()) {
    if (answer.fact == fact) return answer;
  }
  return check_in.answers.edit().emplace_back(model::Answer{fact, model::Skipped{}});
}

/// Mostly reassuring answers: a random runner with everything wrong at once proves little.
model::CheckIn arbitrary_check_in(LocalDay day, int percent_yes) {
  model::CheckIn check_in;
  check_in.day = day;
  check_in.at = start_of_day(day, 0) + 8 * 3600;
  for (const auto* facts : {&screening_facts(), &private_facts()}) {
    for (const std::string& fact : *facts) check_in.answers.push_back({fact, *rc::gen::inRange(0, 100) < percent_yes});
  }
  if (*rc::gen::inRange(0, 4) != 0)
    check_in.answers.push_back({"pain_this_morning", static_cast<double>(*rc::gen::inRange(0, 5))});
  return check_in;
}

model::History arbitrary_history() {
  model::History history;
  history.today = today;
  history.runner.birth_year = 1990;
  history.runner.sex = *rc::gen::element(model::Sex::female, model::Sex::male);
  history.ache.qualities = {*rc::gen::element(model::Quality::deep, model::Quality::tight)};
  history.ache.sites = {*rc::gen::element(model::Site::front_of_hip, model::Site::groin, model::Site::side_of_hip)};
  history.ache.onset_day = today - *rc::gen::inRange(0, 30);
  for (int days_ago = 28; days_ago > 0; days_ago -= *rc::gen::inRange(1, 6)) {
    model::Run run;
    run.day = today - days_ago;
    run.start = start_of_day(run.day, 0) + 9 * 3600;
    run.elapsed = Seconds(3600);
    run.distance = kilometres(*rc::gen::inRange(5, 30));
    if (*rc::gen::inRange(0, 4) != 0) run.answers.worst_pain = *rc::gen::inRange(0, 7);
    if (*rc::gen::inRange(0, 2) == 0) run.answers.next_morning_pain = *rc::gen::inRange(0, 3);
    history.runs.push_back(run);
  }
  history.check_ins.push_back(arbitrary_check_in(today, *rc::gen::element(0, 0, 3)));
  return history;
}

TEST(Promises, replacing_a_reassuring_answer_by_unknown_never_lowers_care) {
  EXPECT_TRUE(rc::check([] {
    model::History history = arbitrary_history();
    const Level before = decide(history).level;
    for (int i = 0; i < 6; ++i) {
      auto& answers = history.check_ins.edit()[0].answers.edit();
      model::Answer& answer = answers[*rc::gen::inRange<std::size_t>(0, answers.size())];
      const bool* value = std::get_if<bool>(&answer.value);
      if (value && !*value) answer.value = model::Skipped{};
    }
    RC_ASSERT(decide(history).level <= before);
  }));
}

TEST(Promises, replacing_an_alarming_answer_by_unknown_never_goes_below_a_clinician_first) {
  EXPECT_TRUE(rc::check([] {
    model::History history = arbitrary_history();
    const std::string fact = *rc::gen::elementOf(screening_facts());
    answer_to(history.check_ins.edit()[0], fact).value = true;
    const Level before = decide(history).level;
    answer_to(history.check_ins.edit()[0], fact).value = model::Skipped{};
    if (rules::is_clinician_level(before)) RC_ASSERT(decide(history).level <= Level::clinician_before_running);
  }));
}

TEST(Promises, an_open_screening_question_alone_gives_exactly_clinician_first_and_unanswered) {
  for (const std::string& fact : screening_facts()) {
    if (fact == "under_18") continue;  // settled by the birth year
    model::History history = golden_case("settling");
    for (model::CheckIn& check_in : history.check_ins.edit()) answer_to(check_in, fact).value = model::Skipped{};
    const today::Decision decision = decide(history);
    EXPECT_EQ(decision.level, Level::clinician_before_running) << fact;
    EXPECT_EQ(decision.kind, Kind::unanswered) << fact;
  }
}

TEST(Promises, every_single_warning_sign_ends_at_a_level_without_a_plain_run) {
  for (const std::string& fact : screening_facts()) {
    if (fact == "under_18") continue;
    model::History history = golden_case("fine");
    for (model::CheckIn& check_in : history.check_ins.edit()) answer_to(check_in, fact).value = true;
    const Level level = decide(history).level;
    // These only speak together with another answer, or decide nothing and say so.
    static const std::set<std::string, std::less<>> not_alone = {
        "pain_on_any_movement", "felt_pop",     "ache_no_better",      "infection_risk",
        "bone_poor_nutrition",  "low_hormones", "old_strain_returned", "painless_click"};
    if (not_alone.contains(fact)) continue;
    EXPECT_LE(level, fact == "fever_or_ill" ? Level::rest : Level::clinician_before_running) << fact;
  }
}

TEST(Promises, no_race_date_softens_a_decision) {
  EXPECT_TRUE(rc::check([] {
    model::History history = arbitrary_history();
    const Level without = decide(history).level;
    model::Race race;
    race.day = today + *rc::gen::inRange(1, 40);
    history.race = race;
    RC_ASSERT(decide(history).level <= without);
  }));
}

TEST(Promises, a_sticky_outcome_stays_until_advice_is_recorded) {
  EXPECT_TRUE(rc::check([] {
    model::History history = arbitrary_history();
    const int days_ago = *rc::gen::inRange(1, 10);
    model::CheckIn alarm = arbitrary_check_in(today - days_ago, 0);
    answer_to(alarm, "wakes_at_night").value = true;
    model::CheckIn calm = arbitrary_check_in(today, 0);
    history.check_ins = {alarm, calm};
    const today::Decision locked = decide(history);
    RC_ASSERT(locked.level <= Level::clinician_urgent);
    RC_ASSERT(locked.kind == Kind::sticky);
    RC_ASSERT(locked.lock.has_value());

    model::Advice advice;
    advice.day = today - *rc::gen::inRange(0, days_ago + 1);
    advice.at = start_of_day(advice.day, 0) + (advice.day == alarm.day ? 20 : 5) * 3600;
    advice.verdict = model::Verdict::not_yet;
    history.advice = {advice};
    RC_ASSERT(decide(history).level <= Level::clinician_before_running);
    history.advice.edit()[0].verdict = model::Verdict::may_run;
    const today::Decision careful = decide(history);
    RC_ASSERT(!careful.lock.has_value() || careful.lock->since > alarm.day);
    // The careful week (TD-17) is over on the eighth day.
    RC_ASSERT(today - advice.day > 7 || careful.level <= Level::modify);
  }));
}

TEST(Promises, a_correction_on_the_same_day_does_not_open_a_sticky_outcome) {
  model::History history = golden_case("settling");
  model::CheckIn alarm = history.check_ins[0];
  answer_to(alarm, "wakes_at_night").value = true;
  model::CheckIn corrected = history.check_ins[0];
  corrected.at = alarm.at + 3600;
  auto& all = history.check_ins.edit();
  all.insert(all.begin() + 1, {alarm, corrected});
  std::ranges::stable_sort(all, {}, &model::CheckIn::at);
  EXPECT_EQ(decide(history).kind, Kind::sticky);
}

TEST(Promises, a_changeable_outcome_opens_when_its_answer_is_corrected) {
  model::History history = golden_case("fine");
  model::CheckIn tapped = history.check_ins.back();
  tapped.at = tapped.at + 60;
  answer_to(tapped, "locking").value = true;
  history.check_ins.push_back(tapped);
  EXPECT_EQ(decide(history).level, Level::clinician_before_running);
  EXPECT_EQ(decide(history).kind, Kind::changeable);
  model::CheckIn corrected = tapped;
  corrected.at = tapped.at + 60;
  answer_to(corrected, "locking").value = false;
  history.check_ins.push_back(corrected);
  EXPECT_EQ(decide(history).level, Level::as_planned);
}

TEST(Promises, what_a_clinician_has_seen_alarms_again_only_when_it_is_new) {
  model::History history = golden_case("fine");
  model::CheckIn alarm = history.check_ins[0];
  alarm.day = today - 3;
  alarm.at = start_of_day(alarm.day, 0) + 8 * 3600;
  answer_to(alarm, "cancer_history").value = true;
  history.check_ins.edit().insert(history.check_ins.edit().begin(), alarm);
  for (std::size_t i = 1; i < history.check_ins.size(); ++i)
    answer_to(history.check_ins.edit()[i], "cancer_history").value = true;
  EXPECT_EQ(decide(history).level, Level::clinician_urgent);
  model::Advice advice;
  advice.day = today - 2;
  advice.at = start_of_day(advice.day, 0) + 12 * 3600;
  advice.verdict = model::Verdict::may_run;
  history.advice = {advice};
  EXPECT_EQ(decide(history).level, Level::modify);  // seen, and the careful week
  answer_to(history.check_ins.edit().back(), "wakes_at_night").value = true;
  EXPECT_EQ(decide(history).level, Level::clinician_urgent);  // new
}

TEST(Promises, pain_in_words_and_numbers_follows_the_table) {
  struct Row {
    int worst;
    int morning;
    Level level;
  };
  for (const Row& row :
       {Row{0, 0, Level::as_planned}, Row{2, 1, Level::as_planned}, Row{2, 2, Level::modify}, Row{3, 1, Level::modify},
        Row{3, 2, Level::cross_train}, Row{5, 1, Level::modify}, Row{5, 3, Level::cross_train}}) {
    model::History history = golden_case("fine");
    history.ache.qualities = {model::Quality::tight};
    history.ache.sites = {model::Site::front_of_hip};
    // A week ago the ache was as strong as now, so that nothing rises.
    for (model::Run& run : history.runs.edit()) {
      if (run.answers.worst_pain || run.day == today - 12) run.answers.worst_pain = row.worst;
      if (run.answers.worst_pain) run.answers.pain_onset = model::PainOnset::after;
      if (run.answers.worst_pain) run.answers.next_morning_pain = row.morning;
    }
    for (model::CheckIn& check_in : history.check_ins.edit())
      answer_to(check_in, "pain_this_morning").value = static_cast<double>(row.morning);
    EXPECT_EQ(rules::name(decide(history).level), rules::name(row.level)) << row.worst << " and " << row.morning;
  }
}

}  // namespace
}  // namespace hipline
