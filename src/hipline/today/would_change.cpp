#include "hipline/today/would_change.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "hipline/today/verdict.hpp"
#include "hipline/triage/answers.hpp"
#include "hipline/triage/facts.hpp"
#include "hipline/triage/urgency.hpp"

namespace hipline::today {
namespace {

using model::Answer;
using rules::Question;
using rules::Truth;

constexpr std::size_t most_shown = 3;

/// Answers to one question, as a check-in would bring them.
using Answers = std::vector<Answer>;

bool is_unknown(const rules::Facts& facts, std::string_view fact) {
  return std::holds_alternative<rules::Unknown>(facts.get(fact));
}

/// A more careful verdict comes first; at the same level the stickier one.
bool more_careful(const Verdict& a, const Verdict& b) {
  return a.level != b.level ? a.level < b.level : a.kind > b.kind;
}

bool same(const Verdict& a, const Verdict& b) { return a.level == b.level && a.kind == b.kind; }

/// What the day would be with further answers. The facts of the day and of its session stay as the decision has them.
class Trial {
 public:
  Trial(const model::History& history, const triage::Told& told, const Decision& decision, const Knowledge& knowledge)
      : history_(history), told_(told), decision_(decision), knowledge_(knowledge) {
    for (const rules::Rule& rule : knowledge.triage) rules_.push_back(&rule);
    for (const rules::Rule& rule : knowledge.today) rules_.push_back(&rule);
  }

  [[nodiscard]] Verdict with(Answers answers) const {
    model::CheckIn check_in;
    check_in.at = history_.now.value_or(start_of_day(history_.today, 0) + 12L * 3600);
    check_in.day = history_.today;
    check_in.answers = std::move(answers);
    triage::Told told = told_;
    told.add(check_in);
    rules::Facts facts = triage::known_facts(history_, told, knowledge_.questions, knowledge_.parameters);
    triage::add_open_screening(knowledge_.questions, facts);
    for (const auto& [name, value] : decision_.facts.all()) {
      if (name == "race_day" || !facts.all().contains(name)) facts.set(name, value);
    }
    return verdict_of(triage::weigh(rules_, facts), facts, decision_.lock, decision_.last_level);
  }

 private:
  const model::History& history_;
  const triage::Told& told_;
  const Decision& decision_;
  const Knowledge& knowledge_;
  std::vector<const rules::Rule*> rules_;
};

/// What is known of the last run by its own answers, said as if it had been answered in a check-in.
rules::Facts with_last_run(const Decision& decision, const triage::PainStory& story) {
  rules::Facts facts = decision.facts;
  if (story.runs.empty()) return facts;
  const model::RunAnswers& last = story.runs.back().answers;
  const auto truth = [&](const char* fact, const std::optional<bool>& said) {
    if (said) facts.set(fact, rules::Value(*said));
  };
  if (last.worst_pain) facts.set("worst_in_last_run", rules::Value(static_cast<double>(*last.worst_pain)));
  truth("became_sharp", last.became_sharp);
  truth("cut_short", last.cut_short);
  truth("had_to_walk", last.had_to_walk);
  truth("painkiller_taken", last.painkiller_taken);
  truth("eased_within_10_min", last.eased_within_10_min);
  if (last.pain_onset) {
    using model::PainOnset;
    for (const auto& [fact, where] :
         {std::pair{"onset_warm_up", PainOnset::warm_up}, std::pair{"onset_mid", PainOnset::mid},
          std::pair{"onset_late", PainOnset::late}, std::pair{"onset_after", PainOnset::after}})
      facts.set(fact, rules::Value(*last.pain_onset == where));
  }
  if (last.settled_after_h) {
    facts.set("settled_within_1_h", rules::Value(*last.settled_after_h <= 1));
    facts.set("settled_within_24_h", rules::Value(*last.settled_after_h > 1 && *last.settled_after_h <= 24));
    facts.set("settled_later", rules::Value(*last.settled_after_h > 24));
  }
  return facts;
}

/// An open question with the ways in which it could be answered.
struct Candidate {
  const Question* question = nullptr;
  std::vector<std::string> facts;
  Answers reassuring;                 ///< empty where no answer is reassuring by itself
  std::vector<Answers> alternatives;  ///< without the reassuring one
};

Answers all_set(const std::vector<std::string>& facts, std::variant<model::Skipped, bool, double> value) {
  Answers answers;
  for (const std::string& fact : facts) answers.push_back({fact, value});
  return answers;
}

Candidate candidate_of(const Question& question, std::vector<std::string> facts) {
  Candidate candidate{&question, std::move(facts), {}, {}};
  switch (question.form) {
    case Question::Form::scale:
    case Question::Form::number:
      candidate.reassuring = all_set(candidate.facts, question.lowest.value_or(0));
      candidate.alternatives = {all_set(candidate.facts, question.highest.value_or(10))};
      break;
    case Question::Form::list:
      candidate.reassuring = all_set(candidate.facts, false);
      candidate.alternatives = {all_set(candidate.facts, true)};
      break;
    case Question::Form::yes_no:
      // Only of a screening question is "no" known to be the reassuring answer.
      if (question.screening) candidate.reassuring = all_set(candidate.facts, false);
      if (!question.screening) candidate.alternatives = {all_set(candidate.facts, false)};
      candidate.alternatives.push_back(all_set(candidate.facts, true));
      break;
    case Question::Form::one_of:
      for (const std::string& chosen : candidate.facts) {
        Answers answers = all_set(candidate.facts, false);
        for (Answer& answer : answers) {
          if (answer.fact == chosen) answer.value = true;
        }
        candidate.alternatives.push_back(std::move(answers));
      }
      break;
  }
  return candidate;
}

bool asked_of(const Question& question, const rules::Choice& choice, const model::Runner& runner) {
  // Menstrual health is not asked of men.
  return question.screening || choice.fact != "periods_stopped" || runner.sex != model::Sex::male;
}

std::vector<Candidate> candidates(const model::History& history, const triage::PainStory& story,
                                  const Decision& decision, const Knowledge& knowledge) {
  std::vector<Candidate> found;
  for (const OpenQuestion& open : decision.open_questions) {
    const auto question = std::find_if(knowledge.questions.begin(), knowledge.questions.end(),
                                       [&](const Question& q) { return q.id == open.question; });
    if (question != knowledge.questions.end()) found.push_back(candidate_of(*question, open.facts));
  }
  const rules::Facts known = with_last_run(decision, story);
  const bool has_run = std::any_of(history.runs.begin(), history.runs.end(),
                                   [](const model::Run& run) { return model::is_run(run.sport); });
  for (const Question& question : knowledge.questions) {
    if (question.screening || question.renews || triage::applies(question, known) != Truth::yes) continue;
    if (question.occasion == Question::Occasion::after_run && !has_run) continue;
    std::vector<std::string> facts;
    bool chosen = false;
    for (const rules::Choice& choice : question.sets) {
      chosen = chosen || known.truth(choice.fact) == Truth::yes;
      if (is_unknown(known, choice.fact) && asked_of(question, choice, history.runner)) facts.push_back(choice.fact);
    }
    if (facts.empty() || (chosen && question.form == Question::Form::one_of)) continue;
    found.push_back(candidate_of(question, std::move(facts)));
  }
  return found;
}

/// Reassuring answers to every candidate but one.
Answers reassured(const std::vector<Candidate>& all, const Candidate* but) {
  Answers answers;
  for (const Candidate& candidate : all) {
    if (&candidate != but) answers.insert(answers.end(), candidate.reassuring.begin(), candidate.reassuring.end());
  }
  return answers;
}

}  // namespace

std::vector<ChangingQuestion> would_change(const model::History& history, const triage::Told& told,
                                           const Decision& decision, const Knowledge& knowledge) {
  const std::vector<Candidate> open = candidates(history, told.pain(), decision, knowledge);
  std::vector<ChangingQuestion> changing;
  if (open.empty()) return changing;
  const Trial trial(history, told, decision, knowledge);
  const Verdict now{decision.level, decision.kind};
  const Verdict all_reassured = trial.with(reassured(open, nullptr));
  for (const Candidate& candidate : open) {
    ChangingQuestion question{candidate.question->id, candidate.facts, all_reassured, all_reassured};
    const Answers others = reassured(open, &candidate);
    bool first = candidate.reassuring.empty();
    for (const Answers& alternative : candidate.alternatives) {
      Answers answers = others;
      answers.insert(answers.end(), alternative.begin(), alternative.end());
      const Verdict verdict = trial.with(std::move(answers));
      if (first || more_careful(verdict, question.most_careful)) question.most_careful = verdict;
      if (first || more_careful(question.least_careful, verdict)) question.least_careful = verdict;
      first = false;
    }
    const bool holds_the_day = now.kind == rules::Kind::unanswered && candidate.question->screening;
    if (holds_the_day || !same(question.most_careful, question.least_careful)) changing.push_back(std::move(question));
  }
  std::stable_sort(changing.begin(), changing.end(), [](const ChangingQuestion& a, const ChangingQuestion& b) {
    return more_careful(a.most_careful, b.most_careful);
  });
  if (changing.size() > most_shown) changing.resize(most_shown);
  return changing;
}

}  // namespace hipline::today
