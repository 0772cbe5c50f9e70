#include "days.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "real_content.hpp"

namespace hipline {

Days::Days() : history(golden_case("fine")), start_(history.today) {
  // Neither deep nor at the groin, so that it is pain and mornings that decide.
  history.ache.qualities = {model::Quality::tight};
  history.ache.sites = {model::Site::front_of_hip};
}

Days& Days::run(int day, double km, int worst, model::PainOnset onset) {
  model::Run run;
  run.day = start_ + day;
  run.start = start_of_day(run.day, 0) + 17 * 3600;
  run.elapsed = Seconds(km * 360);
  run.distance = kilometres(km);
  run.answers.worst_pain = worst;
  if (worst > 0) run.answers.pain_onset = onset;
  history.runs.push_back(run);
  return *this;
}

Days& Days::check_in(int day, int hour, int morning_pain, const std::vector<std::string>& yes,
                     const std::vector<std::string>& open) {
  std::set<std::string> facts;
  for (const rules::Question& question : real_content().questions) {
    if (question.renews || (!question.screening && !question.private_matter)) continue;
    for (const rules::Choice& choice : question.sets) facts.insert(choice.fact);
  }
  model::CheckIn check_in;
  check_in.day = start_ + day;
  check_in.at = start_of_day(check_in.day, 0) + hour * 3600;
  const auto named = [](const std::vector<std::string>& names, const std::string& fact) {
    return std::ranges::find(names, fact) != names.end();
  };
  for (const std::string& fact : facts) {
    if (named(open, fact))
      check_in.answers.push_back({fact, model::Skipped{}});
    else
      check_in.answers.push_back({fact, named(yes, fact)});
  }
  check_in.answers.push_back({"pain_this_morning", static_cast<double>(morning_pain)});
  history.check_ins.push_back(std::move(check_in));
  return *this;
}

Days& Days::advice(int day, model::Verdict verdict, const std::string& limits) {
  model::Advice said;
  said.day = start_ + day;
  said.at = start_of_day(said.day, 0) + 12 * 3600;
  said.who = "Dr Lee";
  said.verdict = verdict;
  said.limits = limits;
  history.advice.push_back(std::move(said));
  return *this;
}

model::History Days::at(int day, int hour) const {
  model::History then = history;
  then.today = start_ + day;
  then.now = start_of_day(then.today, 0) + hour * 3600;
  std::erase_if(then.runs.edit(), [&](const model::Run& run) { return run.end() > *then.now; });
  return then;
}

app::TodayAnswer Days::answer(int day, int hour) const {
  const model::History then = at(day, hour);
  auto assessment = app::assess(then, real_content());
  EXPECT_TRUE(assessment) << (assessment ? "" : assessment.error().message);
  return {then, std::move(*assessment), {}, {}};
}

std::string Days::screen(int day, app::TodayView view, int hour) const {
  return app::today_page(answer(day, hour), view, real_content(), "test").text;
}

}  // namespace hipline
