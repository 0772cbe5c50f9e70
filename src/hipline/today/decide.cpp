#include "hipline/today/decide.hpp"

#include <algorithm>

#include "hipline/load/session_load.hpp"
#include "hipline/rules/evaluation.hpp"
#include "hipline/today/session_today.hpp"
#include "hipline/today/verdict.hpp"
#include "hipline/triage/answers.hpp"
#include "hipline/triage/facts.hpp"
#include "hipline/triage/urgency.hpp"

namespace hipline::today {
namespace {

using baseline::SessionKind;
using rules::Level;

/// The rule that stands for unknown pain, and for a day on which no other rule sets a level.
constexpr const char* unknown_pain_rule = "TD-20";

template <typename T>
void add_once(std::vector<T>& values, const T& value) {
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

baseline::Session session_of(const baseline::Baseline& baseline, LocalDay day) {
  for (const baseline::Session& session : baseline.days) {
    if (session.day == day) return session;
  }
  baseline::Session none;
  none.day = day;
  return none;
}

void add_session_facts(const baseline::Baseline& baseline, const baseline::Session& planned, rules::Facts& facts) {
  const bool race_day = planned.kind == SessionKind::race;
  facts.set("race_day", rules::truth_of(race_day));
  facts.set("planned_speed_or_hills", rules::truth_of(planned.kind == SessionKind::quality || planned.hilly));
  std::optional<double> spike;
  if (!baseline::is_running(planned.kind)) {
    spike = 0;
  } else if (baseline.longest_30_days.value() > 0 && planned.distance.value() > 0) {
    spike = planned.distance / baseline.longest_30_days;
  }
  facts.set("spike", spike);
}

void add_race_facts(const model::History& history, rules::Facts& facts) {
  facts.set("race_set", rules::truth_of(history.race.has_value()));
  facts.set("days_to_race", history.race ? std::optional<double>(history.race->day - history.today) : std::nullopt);
}

void add_load_facts(const model::History& history, rules::Facts& facts) {
  const auto described = [](const load::Described& value) {
    const double* number = std::get_if<double>(&value);
    return number ? std::optional(*number) : std::nullopt;
  };
  facts.set("acute_to_chronic", described(load::acute_to_chronic(history.runs, history.today)));
  facts.set("monotony", described(load::monotony(history.runs, history.today)));
}

void take_outcomes(const triage::Urgency& urgency, const rules::Facts& facts, Decision& decision) {
  for (const rules::Rule* rule : urgency.fired) {
    const rules::Evaluation evaluation = rules::evaluate(rule->when, facts);
    FiredRule fired{rule->id, evaluation.fires, {}, rules::level_of(*rule)};
    for (const rules::DecidingFact& fact : evaluation.deciding) fired.facts.push_back({fact.fact, fact.value});
    decision.fired.push_back(std::move(fired));
    for (const rules::Outcome& outcome : rule->then) {
      if (const auto* limit = std::get_if<rules::Limit>(&outcome)) decision.limits.push_back(*limit);
      if (const auto* forbid = std::get_if<rules::Forbid>(&outcome)) add_once(decision.forbidden, forbid->tag);
      if (const auto* require = std::get_if<rules::Require>(&outcome)) add_once(decision.required, require->tag);
      if (const auto* note = std::get_if<rules::Note>(&outcome)) add_once(decision.notes, note->text);
    }
  }
}

/// Where no rule sets a level, too much is unknown for any of them: the rule for unknown pain counts with all that it
/// says, for the day and for what is planned from it.
void stand_in(const std::vector<const rules::Rule*>& all, triage::Urgency& urgency) {
  const auto rule =
      std::find_if(all.begin(), all.end(), [](const rules::Rule* r) { return r->id == unknown_pain_rule; });
  if (rule != all.end()) urgency.fired.push_back(*rule);
}

/// The rules that set the level. With none of their own, an older lock's rules or the one for unknown pain.
std::vector<std::string> leading_rules(const Decision& decision, const std::vector<const rules::Rule*>& all) {
  std::vector<std::string> leading;
  for (const FiredRule& fired : decision.fired) {
    const auto rule = std::find_if(all.begin(), all.end(), [&](const rules::Rule* r) { return r->id == fired.id; });
    if (rule != all.end() && rules::level_of(**rule) == decision.level) leading.push_back(fired.id);
  }
  if (decision.lock && decision.lock->level == decision.level) {
    for (const std::string& id : decision.lock->rules) add_once(leading, id);
  }
  if (leading.empty()) leading.emplace_back(unknown_pain_rule);
  return leading;
}

/// Without an hour, the whole of the day has been told: then an answer of the day is fresh.
bool is_fresh(const model::History& history) {
  const model::CheckIn* latest = nullptr;
  for (const model::CheckIn& check_in : history.check_ins) {
    if (history.now ? check_in.at <= *history.now : check_in.day <= history.today) latest = &check_in;
  }
  if (!latest) return false;
  if (!history.now) return latest->day == history.today;
  for (const model::Run& run : history.runs) {
    if (model::is_run(run.sport) && run.end() <= *history.now && run.end() > latest->at) return false;
  }
  return *history.now - latest->at <= 24 * 3600.0;
}

void add_options(Decision& decision, double step, Metres longest, const rules::Parameters& parameters) {
  for (const Level level : {Level::as_planned, Level::modify, Level::cross_train, Level::rest}) {
    if (level == decision.level) continue;
    OptionNotChosen option;
    option.level = level;
    // Behind a clinician level nothing is offered, not even as an example.
    if (!rules::is_clinician_level(decision.level)) {
      option.session = level == Level::as_planned ? session_of_baseline(decision.as_planned, parameters)
                                                  : session_at(level, decision, step, longest, parameters);
    }
    if (level > decision.level) option.because = decision.because;
    decision.options.push_back(std::move(option));
  }
}

}  // namespace

Decision decide(const model::History& history, const baseline::Baseline& baseline, const Knowledge& knowledge) {
  return decide(history, baseline, knowledge, replay(history, knowledge));
}

Decision decide(const model::History& history, const baseline::Baseline& baseline, const Knowledge& knowledge,
                const Standing& standing) {
  triage::NamedFacts named = triage::named_facts(history, standing.told, knowledge.questions, knowledge.parameters);

  Decision decision;
  decision.day = history.today;
  decision.fresh = is_fresh(history);
  decision.as_planned = session_of(baseline, history.today);
  add_session_facts(baseline, decision.as_planned, named.facts);
  add_race_facts(history, named.facts);
  add_load_facts(history, named.facts);

  std::vector<const rules::Rule*> all;
  for (const rules::Rule& rule : knowledge.triage) all.push_back(&rule);
  for (const rules::Rule& rule : knowledge.today) all.push_back(&rule);
  triage::Urgency urgency = triage::weigh(all, named.facts);
  if (!urgency.level) stand_in(all, urgency);
  take_outcomes(urgency, named.facts, decision);

  decision.lock = standing.lock;
  decision.last_level = standing.last_level;
  const Verdict verdict = verdict_of(urgency, named.facts, decision.lock, decision.last_level);
  decision.level = verdict.level;
  decision.kind = verdict.kind;
  decision.because = leading_rules(decision, all);

  for (const triage::OpenFacts& open : named.open_screening)
    decision.open_questions.push_back({open.question, open.facts});
  const double step = triage::pain_step(standing.told.pain(), knowledge.parameters);
  if (!rules::is_clinician_level(decision.level)) {
    decision.session = session_at(decision.level, decision, step, baseline.longest_30_days, knowledge.parameters);
  }
  if (const model::Advice* said = triage::latest_advice(history)) decision.advice = *said;
  decision.facts = std::move(named.facts);
  add_options(decision, step, baseline.longest_30_days, knowledge.parameters);
  return decision;
}

}  // namespace hipline::today
