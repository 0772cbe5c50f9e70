#include "hipline/triage/answers.hpp"

#include <algorithm>

#include "hipline/rules/evaluation.hpp"

namespace hipline::triage {
namespace {

using rules::Question;
using rules::Validity;

using Given = AnswerLog::Given;

bool up_to_now(const model::History& history, Instant at, LocalDay day) {
  return history.now ? at <= *history.now : day <= history.today;
}

bool still_valid(const Given& given, Validity validity, const model::History& history) {
  const auto days = rules::days_valid(validity);
  if (!days || history.today - given.day < *days) return true;
  return validity == Validity::day_1 && history.now && *history.now - given.at <= 24 * 3600.0;
}

bool is_yes(const Given& given) {
  const bool* value = std::get_if<bool>(&given.answer.value);
  return value && *value;
}

bool is_no(const Given& given) {
  const bool* value = std::get_if<bool>(&given.answer.value);
  return value && !*value;
}

rules::Value as_value(const model::Answer& answer) {
  if (const bool* truth = std::get_if<bool>(&answer.value)) return *truth;
  if (const double* number = std::get_if<double>(&answer.value)) return *number;
  return rules::Unknown{};
}

/// Keeps an answer with those before it. Of a row of yes, of no, or of neither, the first and the last tell all that
/// facts are made from, so that years of the same answer weigh no more than two.
void keep(std::vector<Given>& given, Given one) {
  const auto sort = [](const Given& answer) { return is_yes(answer) ? 1 : is_no(answer) ? 2 : 3; };
  const std::size_t count = given.size();
  const bool in_a_row = count >= 2 && sort(given[count - 1]) == sort(one) && sort(given[count - 2]) == sort(one);
  if (in_a_row)
    given.back() = std::move(one);
  else
    given.push_back(std::move(one));
}

/// A yes that the clinician has seen does not alarm again by being repeated. It does where it had gone and came back
/// (worse than at the visit), and where it is asked every day: a night that woke the runner after it is a new night.
bool seen_by_clinician(const std::vector<Given>& given, Validity validity, const model::Advice* permission) {
  if (!permission || !is_yes(given.back())) return false;
  if (given.back().at <= permission->at) return true;
  if (validity == Validity::day_1) return false;
  bool seen = false;
  for (const Given& one : given) {
    if (is_yes(one)) seen |= one.at <= permission->at;
    if (is_no(one)) seen = false;
  }
  return seen;
}

}  // namespace

const model::Advice* latest_advice(const model::History& history) {
  const model::Advice* latest = nullptr;
  for (const model::Advice& advice : history.advice) {
    if (up_to_now(history, advice.at, advice.day) && (!latest || advice.at >= latest->at)) latest = &advice;
  }
  return latest;
}

const model::Advice* standing_permission(const model::History& history) {
  const model::Advice* latest = latest_advice(history);
  return latest && latest->verdict != model::Verdict::not_yet ? latest : nullptr;
}

AnswerLog::AnswerLog(const std::vector<Question>& questions) {
  for (const Question& question : questions) {
    for (const rules::Choice& choice : question.sets) {
      const auto [entry, added] = entries_.try_emplace(choice.fact, Entry{question.valid_for, false, {}});
      entry->second.validity = std::min(entry->second.validity, question.valid_for);
      entry->second.screening = entry->second.screening || question.screening;
    }
  }
}

void AnswerLog::add(const model::CheckIn& check_in) {
  for (const model::Answer& answer : check_in.answers) {
    if (answer.fact == nothing_new) continue;
    keep(entries_[answer.fact].given, {answer, check_in.at, check_in.day});
  }
  // Renewed after the answers of the same check-in, so that what is ticked beside it stays.
  for (const model::Answer& answer : check_in.answers) {
    const bool* renewed = std::get_if<bool>(&answer.value);
    if (answer.fact != nothing_new || !renewed || !*renewed) continue;
    for (auto& [fact, entry] : entries_) {
      auto& given = entry.given;
      if (!given.empty() && is_no(given.back())) keep(given, {given.back().answer, check_in.at, check_in.day});
    }
  }
}

rules::Facts AnswerLog::facts(const model::History& history) const {
  const model::Advice* permission = standing_permission(history);
  rules::Facts facts;
  for (const auto& [fact, entry] : entries_) {
    const auto& given = entry.given;
    if (given.empty()) continue;
    if (!still_valid(given.back(), entry.validity, history)) {
      facts.set(fact, rules::Value(rules::Unknown{}));
    } else if (entry.screening && seen_by_clinician(given, entry.validity, permission)) {
      // Risk modifiers only lower thresholds; they keep counting after a clinician has seen them.
      facts.set(fact, rules::Value(false));
    } else {
      facts.set(fact, as_value(given.back().answer));
    }
  }
  return facts;
}

bool is_told(const model::History& history, const model::CheckIn& check_in) {
  return up_to_now(history, check_in.at, check_in.day);
}

rules::Truth applies(const Question& question, const rules::Facts& facts) {
  return rules::fires(question.asked_when, facts);
}

std::vector<OpenFacts> open_screening(const std::vector<Question>& questions, const rules::Facts& facts) {
  std::vector<OpenFacts> open;
  for (const Question& question : questions) {
    // The daily "anything new" only repeats facts of the other questions.
    if (!question.screening || question.renews || applies(question, facts) == rules::Truth::no) continue;
    OpenFacts entry{question.id, {}};
    for (const rules::Choice& choice : question.sets) {
      if (std::holds_alternative<rules::Unknown>(facts.get(choice.fact))) entry.facts.push_back(choice.fact);
    }
    if (!entry.facts.empty()) open.push_back(std::move(entry));
  }
  return open;
}

}  // namespace hipline::triage
