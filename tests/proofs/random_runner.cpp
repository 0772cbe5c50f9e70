#include "random_runner.hpp"

#include <algorithm>
#include <set>

#include "hipline/rules/evaluation.hpp"
#include "real_content.hpp"

namespace hipline {
namespace {

const LocalDay today = *LocalDay::parse("2026-11-22");

bool one_in(const Below& below, int count) { return below(count) == 0; }

std::vector<std::string> asked(bool screening) {
  std::set<std::string> facts;
  for (const rules::Question& question : real_content().questions) {
    if (question.renews || question.screening != screening || (!screening && !question.private_matter)) continue;
    for (const rules::Choice& choice : question.sets) facts.insert(choice.fact);
  }
  return {facts.begin(), facts.end()};
}

/// Ticks what one rule asks for: by chance alone the answers of a rule with several seldom meet.
void tick_a_rule(const Below& below, model::CheckIn& check_in) {
  const auto& rules = real_content().triage;
  const rules::Rule& rule = rules[static_cast<std::size_t>(below(static_cast<int>(rules.size())))];
  for (const std::string& fact : rules::facts_named(rule.when)) {
    for (model::Answer& answer : check_in.answers.edit()) {
      if (answer.fact == fact && !one_in(below, 4)) answer.value = true;
    }
  }
}

model::CheckIn check_in_on(const Below& below, LocalDay day, model::Sex sex, int one_yes_in) {
  static const auto screening = asked(true);
  static const auto bone_health = asked(false);
  model::CheckIn check_in;
  check_in.day = day;
  check_in.at = start_of_day(day, 0) + 8 * 3600;
  check_in.moment = model::Moment::morning;
  for (const std::string& fact : screening)
    check_in.answers.push_back({fact, fact == "under_18" ? false : one_in(below, one_yes_in)});
  if (one_in(below, 12)) check_in.answers.edit()[static_cast<std::size_t>(below(50))].value = model::Skipped{};
  const bool declined = one_in(below, 10);
  for (const std::string& fact : bone_health) {
    // Menstrual health is not asked of men.
    if (!declined && (sex == model::Sex::female || fact != "periods_stopped"))
      check_in.answers.push_back({fact, one_in(below, 60)});
  }
  if (!one_in(below, 6))
    check_in.answers.push_back({"pain_this_morning", static_cast<double>(below(below(4) ? 3 : 8))});
  if (one_in(below, 30)) check_in.answers.push_back({"painkiller_today", true});
  if (one_in(below, 30)) check_in.answers.push_back({"asks_for_more_cadence", true});
  if (one_in(below, 6)) check_in.answers.push_back({"present_pain", static_cast<double>(below(5))});
  return check_in;
}

model::RunAnswers answers_of_run(const Below& below, int level_of_pain) {
  model::RunAnswers answers;
  if (one_in(below, 12)) return answers;
  answers.worst_pain = std::clamp(level_of_pain + below(3) - 1, 0, 10);
  if (*answers.worst_pain > 0 && !one_in(below, 3)) {
    answers.pain_onset = static_cast<model::PainOnset>(1 + below(4));
    if (answers.pain_onset == model::PainOnset::warm_up) answers.eased_within_10_min = one_in(below, 2);
  }
  if (!one_in(below, 3)) answers.next_morning_pain = below(below(4) ? 2 : 5);
  if (one_in(below, 4)) answers.settled_after_h = std::vector<double>{1, 24, 48}[static_cast<std::size_t>(below(3))];
  answers.became_sharp = one_in(below, 40);
  answers.limped = one_in(below, 60);
  answers.painkiller_taken = one_in(below, 40);
  answers.cut_short = one_in(below, 10);
  return answers;
}

void add_circuits(const Below& below, model::History& history) {
  for (int days_ago = 12; days_ago > 0; days_ago -= 2 + below(3)) {
    const bool calm = !one_in(below, 4);
    const std::string sore_alone = one_in(below, 4) ? "worlds-greatest-stretch-variation" : "";
    for (const circuit::Exercise& exercise : real_content().library.exercises) {
      model::CircuitEntry entry;
      entry.day = today - days_ago;
      entry.exercise = exercise.id;
      entry.sets = 2;
      entry.pain = calm ? below(3) : below(8);
      if (exercise.id == sore_alone) entry.pain = 4 + below(2);
      entry.pinching = !calm && one_in(below, 6);
      entry.effort = 4 + below(6);
      entry.rounds = 2;
      entry.repetitions = 10 + below(6);
      entry.hold_left_s = entry.hold_right_s = 20 + below(30);
      history.circuits.push_back(entry);
    }
  }
}

}  // namespace

model::History random_runner(const Below& below) {
  model::History history;
  history.today = today;
  model::Runner& runner = history.runner;
  runner.birth_year = one_in(below, 30) ? 2007 : one_in(below, 40) ? 2010 : 1960 + below(42);
  runner.sex = one_in(below, 2) ? model::Sex::female : model::Sex::male;
  if (one_in(below, 3)) runner.usual_pain = below(3);
  if (!one_in(below, 4)) runner.done_circuit_before = one_in(below, 2);
  if (one_in(below, 3)) {
    runner.equipment_known = true;
    if (one_in(below, 2)) runner.equipment = {"loop_band_light", "mat"};
  }
  model::Ache& ache = history.ache;
  ache.side = one_in(below, 3) ? model::Side::both : model::Side::right;
  if (!one_in(below, 12))
    ache.qualities = {std::vector{model::Quality::deep, model::Quality::tight,
                                  model::Quality::dull}[static_cast<std::size_t>(below(3))]};
  if (!one_in(below, 12))
    ache.sites = {std::vector{model::Site::front_of_hip, model::Site::groin,
                              model::Site::side_of_hip}[static_cast<std::size_t>(below(3))]};
  ache.onset = one_in(below, 12) ? model::OnsetManner::sudden : model::OnsetManner::gradual;
  ache.onset_day = today - below(one_in(below, 5) ? 70 : 35);

  int pain = below(below(2) ? 3 : 6);
  const bool all_efforts_known = one_in(below, 4);
  const int trend = below(3) - 1;
  const int longest_gap = one_in(below, 8) ? 10 : 4;
  for (int days_ago = 60; days_ago >= 0; days_ago -= 1 + below(longest_gap)) {
    model::Run run;
    run.day = today - days_ago;
    run.start = start_of_day(run.day, 0) + (days_ago == 0 ? 5 : 9) * 3600;
    run.distance = kilometres(run.day.weekday() == 6 ? 16 + below(17) : 5 + below(10));
    run.elapsed = Seconds(run.distance->value() * 0.36);
    if (one_in(below, 40)) run.distance.reset();
    if (all_efforts_known) run.session_rpe = days_ago < 7 ? 5 : 3;
    if (run.day >= *ache.onset_day) {
      run.answers = answers_of_run(below, pain);
      if (one_in(below, 3)) pain = std::clamp(pain + trend, 0, 9);
    }
    history.runs.push_back(run);
  }
  if (one_in(below, 10)) history.runs.clear();
  if (one_in(below, 10)) {
    std::erase_if(history.runs.edit(), [&](const model::Run& run) { return today - run.day < 8; });
  }
  if (one_in(below, 5)) {
    for (int day = 0; day < 30; ++day) {
      static const char* const kinds[] = {"easy", "long", "quality", "rest", "cross_train"};
      model::PlannedSession session{today + day, kinds[below(5)], std::nullopt, one_in(below, 3)};
      if (session.kind != "rest") session.distance = kilometres(4 + below(28));
      runner.own_plan.push_back(session);
    }
  }
  if (!one_in(below, 6)) {
    model::Race race;
    race.day = today + (one_in(below, 3) ? below(5) : below(56) - 14);
    history.race = race;
  }
  const int one_yes_in = one_in(below, 3) ? 120 : 1'000'000;
  for (const int days_ago : {9, 4, 1, 0}) {
    if (days_ago == 0 ? !one_in(below, 15) : one_in(below, 3))
      history.check_ins.push_back(check_in_on(below, today - days_ago, *runner.sex, one_yes_in));
  }
  if (!history.check_ins.empty() && one_in(below, 3)) tick_a_rule(below, history.check_ins.edit().back());
  if (one_in(below, 12)) {
    model::Advice advice;
    advice.day = today - below(10);
    advice.at = start_of_day(advice.day, 0) + 12 * 3600;
    advice.verdict = static_cast<model::Verdict>(below(3));
    advice.who = "a doctor";
    history.advice = {advice};
  }
  if (!one_in(below, 3)) add_circuits(below, history);
  return history;
}

}  // namespace hipline
