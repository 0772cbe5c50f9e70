#include "hipline/app/interview/interview.hpp"

#include <algorithm>
#include <utility>

#include "hipline/base/assertion.hpp"
#include "hipline/rules/evaluation.hpp"
#include "hipline/triage/facts.hpp"
#include "hipline/triage/urgency.hpp"

namespace hipline::app {
namespace {

using Occasion = rules::Question::Occasion;
using rules::Level;
using rules::Truth;

bool sets(const rules::Question& question, std::string_view fact) {
  return std::ranges::any_of(question.sets, [&](const rules::Choice& choice) { return choice.fact == fact; });
}

bool is_unknown(const rules::Facts& facts, std::string_view fact) {
  return std::holds_alternative<rules::Unknown>(facts.get(fact));
}

bool is_true(const model::Answer& answer) {
  const bool* truth = std::get_if<bool>(&answer.value);
  return truth && *truth;
}

/// The questions as this runner is asked them: menstrual health is not asked of men.
rules::Question as_asked(rules::Question question, const model::Runner& runner) {
  if (!question.screening && runner.sex == model::Sex::male)
    std::erase_if(question.sets, [](const rules::Choice& choice) { return choice.fact == "periods_stopped"; });
  return question;
}

bool ever_answered(const model::History& history, const rules::Question& question) {
  return std::ranges::any_of(history.check_ins, [&](const model::CheckIn& check_in) {
    return std::ranges::any_of(check_in.answers,
                               [&](const model::Answer& answer) { return sets(question, answer.fact); });
  });
}

/// Whether the last run has neither a pain nor a "do not want to say".
bool last_run_untold(const model::History& history) {
  const model::Run* last = nullptr;
  for (const model::Run& run : history.runs) {
    if (model::is_run(run.sport) && (!last || run.start > last->start)) last = &run;
  }
  if (!last || last->answers.worst_pain) return false;
  return std::ranges::none_of(history.check_ins, [&](const model::CheckIn& check_in) {
    return check_in.at >= last->start && std::ranges::any_of(check_in.answers, [](const model::Answer& answer) {
             return answer.fact == "worst_in_last_run";
           });
  });
}

}  // namespace

Interview::Interview(const model::History& so_far, const catalog::Catalog& catalog, Asking asking,
                     std::vector<model::Answer> told)
    : so_far_(so_far),
      catalog_(catalog),
      asking_(asking),
      run_untold_(last_run_untold(so_far)),
      known_(triage::told(so_far, catalog.questions)),
      told_(std::move(told)) {
  const rules::Facts known = facts_with({}).facts;
  for (const rules::Question& question : catalog.questions) {
    if (question.occasion != Occasion::intake || !question.screening) continue;
    if (triage::applies(question, known) == Truth::no || ever_answered(so_far, question)) continue;
    // A birth year can settle what nobody was asked.
    if (std::ranges::any_of(question.sets, [&](const rules::Choice& choice) { return is_unknown(known, choice.fact); }))
      first_ = true;
  }

  const auto add = [&](auto belongs) {
    for (const rules::Question& question : catalog.questions) {
      if (belongs(question)) sequence_.push_back(as_asked(question, so_far.runner));
    }
  };
  const auto is_intake = [](const rules::Question& question) { return question.occasion == Occasion::intake; };
  if (first_) {
    // What can end the interview comes first; "anything new" would only repeat it.
    add([&](const rules::Question& question) {
      return is_intake(question) || (question.screening && !question.renews);
    });
    add([&](const rules::Question& question) { return !is_intake(question) && !question.screening; });
  } else {
    add([&](const rules::Question& question) { return !is_intake(question); });
    add(is_intake);
  }
  for (const rules::Rule& rule : catalog.triage) {
    if (rules::level_of(rule) != Level::emergency) continue;
    for (std::string& fact : rules::facts_named(rule.when)) emergency_facts_.insert(std::move(fact));
  }
  before_ = level_with({});
}

triage::NamedFacts Interview::facts_with(const std::vector<model::Answer>& answers) const {
  triage::Told told = known_;
  if (!answers.empty()) {
    model::CheckIn check_in;
    check_in.at = so_far_.now.value_or(start_of_day(so_far_.today, 0) + 12 * 3600);
    check_in.day = so_far_.today;
    check_in.answers = answers;
    told.add(check_in);
  }
  return triage::named_facts(so_far_, told, catalog_.questions, catalog_.parameters);
}

/// The level of screening as it would be if every question still to come were answered no: what is not asked yet, such
/// as bone health, must not make an answer look more urgent than it is. What was skipped stays unknown.
std::optional<Level> Interview::level_with(std::vector<model::Answer> answers) const {
  const rules::Facts facts = facts_with(answers).facts;
  const std::size_t said = answers.size();
  for (const rules::Question& question : catalog_.questions) {
    if (question.occasion != Occasion::intake && !question.screening) continue;
    for (const rules::Choice& choice : question.sets) {
      const auto end = answers.begin() + static_cast<std::ptrdiff_t>(said);
      const bool spoken =
          std::any_of(answers.begin(), end, [&](const model::Answer& one) { return one.fact == choice.fact; });
      if (!spoken && is_unknown(facts, choice.fact)) answers.push_back({choice.fact, false});
    }
  }
  const auto named = facts_with(answers);
  std::vector<const rules::Rule*> screening;
  for (const rules::Rule& rule : catalog_.triage) screening.push_back(&rule);
  return triage::weigh(screening, named.facts).level;
}

std::optional<Level> Interview::alarm() const {
  const auto level = level_with(answers());
  if (!level || *level > Level::clinician_urgent || (before_ && *before_ <= *level)) return std::nullopt;
  return level;
}

int Interview::open() const { return static_cast<int>(facts_with(answers()).open_screening.size()); }

bool Interview::was_given(const std::string& question) const {
  return std::ranges::any_of(given_, [&](const Given& given) { return given.question == question; });
}

bool Interview::told_all(const rules::Question& question) const {
  const auto told = [&](std::string_view fact) {
    return std::ranges::any_of(told_, [&](const model::Answer& answer) { return answer.fact == fact; });
  };
  if (question.renews) return told(triage::nothing_new);
  const auto spoken = [&](const rules::Choice& choice) { return told(choice.fact); };
  return question.form == rules::Question::Form::one_of ? std::ranges::any_of(question.sets, spoken)
                                                        : std::ranges::all_of(question.sets, spoken);
}

/// Whether the runner said something to it on this very day: that is what may still be corrected.
bool Interview::answered_today(const rules::Question& question) const {
  return std::ranges::any_of(so_far_.check_ins, [&](const model::CheckIn& check_in) {
    return check_in.day == so_far_.today && std::ranges::any_of(check_in.answers, [&](const model::Answer& answer) {
             return sets(question, answer.fact);
           });
  });
}

/// A question that is not screening may stay open: a "no, thanks" counts as long as an answer would.
bool Interview::skipped_lately(const rules::Question& question) const {
  const auto days = rules::days_valid(question.valid_for);
  return std::ranges::any_of(so_far_.check_ins, [&](const model::CheckIn& check_in) {
    if (days && so_far_.today - check_in.day >= *days) return false;
    return std::ranges::any_of(check_in.answers, [&](const model::Answer& answer) {
      return sets(question, answer.fact) && std::holds_alternative<model::Skipped>(answer.value);
    });
  });
}

bool Interview::could_be_emergency(const rules::Question& question) const {
  return std::ranges::any_of(question.sets,
                             [&](const rules::Choice& choice) { return emergency_facts_.contains(choice.fact); });
}

/// What is left to ask of a family after "anything new" named one of its facts.
std::optional<rules::Question> Interview::follow_up(const rules::Question& question) const {
  if (question.occasion != Occasion::intake) return std::nullopt;
  rules::Question rest = question;
  for (const Given& given : given_) {
    const auto asked = std::ranges::find(sequence_, given.question, &rules::Question::id);
    if (asked == sequence_.end() || !asked->renews) continue;
    for (const model::Answer& answer : given.answers) {
      if (is_true(answer))
        std::erase_if(rest.sets, [&](const rules::Choice& choice) { return choice.fact == answer.fact; });
    }
  }
  if (rest.sets.size() == question.sets.size() || rest.sets.empty()) return std::nullopt;
  return rest;
}

bool Interview::is_due(const rules::Question& question, const rules::Facts& facts) const {
  if (told_all(question)) return false;
  if (asking_ == Asking::corrections) return !question.renews && answered_today(question);
  const Truth applies = triage::applies(question, facts);
  if (applies == Truth::no || (applies == Truth::unknown && !question.screening)) return false;
  const bool open =
      std::ranges::any_of(question.sets, [&](const rules::Choice& choice) { return is_unknown(facts, choice.fact); });
  switch (question.occasion) {
    case Occasion::after_run: return run_untold_ || (asking_ == Asking::again && !so_far_.runs.empty());
    case Occasion::daily:
      if (asking_ == Asking::again || question.renews) return true;
      if (first_ && question.screening) return open;
      if (!sets(question, "pain_this_morning")) return true;
      return std::ranges::none_of(so_far_.check_ins, [&](const model::CheckIn& check_in) {
        return check_in.day == so_far_.today && std::ranges::any_of(check_in.answers, [](const model::Answer& answer) {
                 return answer.fact == "pain_this_morning" && std::holds_alternative<double>(answer.value);
               });
      });
    case Occasion::intake:
      return asking_ == Asking::again || (open && (question.screening || !skipped_lately(question)));
  }
  return false;
}

std::optional<rules::Question> Interview::next() const {
  const auto level = alarm();
  if (level == Level::emergency) return std::nullopt;
  const rules::Facts facts = facts_with(answers()).facts;
  const auto may_ask = [&](const rules::Question& question) {
    return !was_given(question.id) && (!level || could_be_emergency(question));
  };
  const auto first_due = [&](bool intake_too) -> std::optional<rules::Question> {
    for (const rules::Question& question : sequence_) {
      const bool in_turn = intake_too || question.occasion != Occasion::intake;
      if (in_turn && may_ask(question) && is_due(question, facts)) return question;
    }
    return std::nullopt;
  };
  if (first_ || asking_ == Asking::corrections) return first_due(true);
  if (auto daily = first_due(false)) return daily;
  for (const rules::Question& question : sequence_) {
    if (!may_ask(question) || triage::applies(question, facts) == Truth::no) continue;
    if (auto rest = follow_up(question)) return rest;
  }
  return first_due(true);
}

void Interview::answer(std::vector<model::Answer> answers) {
  const auto question = next();
  HIPLINE_ASSERT(question.has_value());
  given_.push_back({question->id, std::move(answers)});
}

bool Interview::back() {
  if (given_.empty()) return false;
  given_.pop_back();
  return true;
}

std::vector<model::Answer> Interview::answers() const {
  std::vector<model::Answer> all = told_;
  for (const Given& given : given_) all.insert(all.end(), given.answers.begin(), given.answers.end());
  return all;
}

Result<LocalDay> check_in_day(const Zones& zones, std::string_view zone, Instant at) {
  return local_day(zones, zone, at + -3 * 3600);
}

model::Moment moment_of(const model::History& so_far, Instant at, int offset_s) {
  const double seconds_of_day = at - start_of_day(day_at_offset(at, offset_s), offset_s);
  if (seconds_of_day < 12 * 3600) return model::Moment::morning;
  return last_run_untold(so_far) ? model::Moment::after_run : model::Moment::other;
}

}  // namespace hipline::app
