#include "hipline/triage/answers.hpp"

#include <algorithm>
#include <map>

#include "hipline/rules/evaluation.hpp"

namespace hipline::triage {
namespace {

using rules::Question;
using rules::Validity;

struct Given {
  model::Answer answer;
  Instant at;
  LocalDay day;
};

/// How long a fact's answer counts: the longest of the questions that set it, since the daily list only repeats the
/// others.
std::map<std::string, Validity, std::less<>> validities(const std::vector<Question>& questions) {
  std::map<std::string, Validity, std::less<>> found;
  for (const Question& question : questions) {
    for (const rules::Choice& choice : question.sets) {
      const auto [entry, added] = found.try_emplace(choice.fact, question.valid_for);
      if (!added) entry->second = std::min(entry->second, question.valid_for);
    }
  }
  return found;
}

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

using Log = std::map<std::string, std::vector<Given>, std::less<>>;

Log log_of(const model::History& history) {
  Log log;
  for (const model::CheckIn& check_in : history.check_ins) {
    if (!up_to_now(history, check_in.at, check_in.day)) continue;
    for (const model::Answer& answer : check_in.answers) {
      if (answer.fact == nothing_new) continue;
      log[answer.fact].push_back({answer, check_in.at, check_in.day});
    }
    // Renewed after the answers of the same check-in, so that what is ticked beside it stays.
    for (const model::Answer& answer : check_in.answers) {
      const bool* renewed = std::get_if<bool>(&answer.value);
      if (answer.fact != nothing_new || !renewed || !*renewed) continue;
      for (auto& [fact, given] : log) {
        if (!given.empty() && is_no(given.back())) given.push_back({given.back().answer, check_in.at, check_in.day});
      }
    }
  }
  return log;
}

/// A yes that the clinician has seen does not alarm again by being repeated. What is asked every day does: a night that
/// woke the runner after the visit is a new night.
bool seen_by_clinician(const std::vector<Given>& given, Validity validity, const model::Advice* permission) {
  if (!permission || !is_yes(given.back())) return false;
  if (given.back().at <= permission->at) return true;
  if (validity == Validity::day_1) return false;
  return std::any_of(given.begin(), given.end(), [&](const Given& g) { return is_yes(g) && g.at <= permission->at; });
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

rules::Facts asked_facts(const model::History& history, const std::vector<Question>& questions) {
  const auto valid_for = validities(questions);
  const model::Advice* permission = standing_permission(history);
  // Risk modifiers only lower thresholds; they keep counting after a clinician has seen them.
  std::vector<std::string_view> screening;
  for (const Question& question : questions) {
    if (!question.screening) continue;
    for (const rules::Choice& choice : question.sets) screening.push_back(choice.fact);
  }
  rules::Facts facts;
  for (const auto& [fact, given] : log_of(history)) {
    const auto found = valid_for.find(fact);
    const Validity validity = found == valid_for.end() ? Validity::day_1 : found->second;
    const bool asked_for_screening = std::find(screening.begin(), screening.end(), fact) != screening.end();
    if (!still_valid(given.back(), validity, history)) {
      facts.set(fact, rules::Value(rules::Unknown{}));
    } else if (asked_for_screening && seen_by_clinician(given, validity, permission)) {
      facts.set(fact, rules::Value(false));
    } else {
      facts.set(fact, as_value(given.back().answer));
    }
  }
  return facts;
}

rules::Truth applies(const Question& question, const rules::Facts& facts) {
  return rules::evaluate(question.asked_when, facts).fires;
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
