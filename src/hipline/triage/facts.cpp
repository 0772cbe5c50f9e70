#include "hipline/triage/facts.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace hipline::triage {
namespace {

using rules::Truth;

/// The private question whose every yes is a bone-risk factor (content/questions/bone-health.yaml).
constexpr std::string_view bone_health_question = "bone-health";
/// Asked among the screening questions, they count as a risk where they are yes; left open, they already hold the
/// runner.
constexpr std::array<std::string_view, 2> further_bone_risks = {"bone_poor_nutrition", "low_hormones"};

/// Stands for "never": rules that count the days since a clinician's advice stay quiet where there was none.
constexpr double never_in_days = 10'000;

template <typename T>
bool has(const std::vector<T>& values, T wanted) {
  return std::find(values.begin(), values.end(), wanted) != values.end();
}

void add_ache(const model::Ache& ache, rules::Facts& facts) {
  Truth deep_or_groin = Truth::unknown;
  if (has(ache.qualities, model::Quality::deep) || has(ache.sites, model::Site::groin)) {
    deep_or_groin = Truth::yes;
  } else if (!ache.qualities.empty() && !ache.sites.empty()) {
    deep_or_groin = Truth::no;
  }
  facts.set("deep_or_groin", deep_or_groin);
  facts.set("deep_or_groin_not_ruled_out", rules::truth_of(deep_or_groin != Truth::no));
  const bool front = has(ache.sites, model::Site::front_of_hip) || has(ache.sites, model::Site::front_of_thigh);
  const bool buttock = has(ache.sites, model::Site::buttock);
  facts.set("front_not_ruled_out", rules::truth_of(front || ache.sites.empty()));
  facts.set("in_the_buttock", rules::truth_of(buttock));
  facts.set("bone_site_not_ruled_out",
            rules::truth_of(deep_or_groin != Truth::no || front || buttock || ache.sites.empty()));
  facts.set("sudden_onset", ache.onset ? rules::truth_of(*ache.onset == model::OnsetManner::sudden) : Truth::unknown);
  // Told at setup, a pop counts; that none was told then does not answer today's question.
  if (ache.pop.value_or(false) && facts.truth("felt_pop") == Truth::unknown) facts.set("felt_pop", Truth::yes);
}

void add_bone_risk(const model::Runner& runner, const std::vector<rules::Question>& questions,
                   const rules::Parameters& parameters, rules::Facts& facts) {
  bool any_yes = false;
  bool all_answered = true;
  for (const rules::Question& question : questions) {
    if (question.id != bone_health_question) continue;
    for (const rules::Choice& choice : question.sets) {
      // Menstrual health is not asked of men.
      if (choice.fact == "periods_stopped" && runner.sex == model::Sex::male) continue;
      const Truth answer = facts.truth(choice.fact);
      any_yes = any_yes || answer == Truth::yes;
      all_answered = all_answered && answer != Truth::unknown;
    }
  }
  for (const std::string_view fact : further_bone_risks) any_yes = any_yes || facts.truth(fact) == Truth::yes;
  Truth thin = Truth::unknown;
  if (runner.height_cm && runner.mass_kg && *runner.height_cm > 0) {
    const double metres = *runner.height_cm / 100;
    thin = rules::truth_of(*runner.mass_kg / (metres * metres) < parameters.value("triage.low_body_mass_index"));
  }
  any_yes = any_yes || thin == Truth::yes;
  facts.set("bone_risk_factor", any_yes ? Truth::yes : all_answered ? Truth::no : Truth::unknown);
  facts.set("bone_risk_not_ruled_out", rules::truth_of(any_yes || !all_answered));
}

/// The birth year settles adulthood except in the year of the eighteenth birthday; then the answer does.
void add_age(const model::History& history, rules::Facts& facts) {
  if (!history.runner.birth_year) return;
  const int turning = history.today.year() - *history.runner.birth_year;
  facts.set("age_years", rules::Value(static_cast<double>(turning)));
  if (turning < 18) facts.set("under_18", Truth::yes);
  if (turning > 18) facts.set("under_18", Truth::no);
}

void add_advice(const model::History& history, rules::Facts& facts) {
  const model::Advice* latest = latest_advice(history);
  if (latest && latest->verdict == model::Verdict::may_run) {
    facts.set("days_since_may_run", rules::Value(static_cast<double>(history.today - latest->day)));
  }
  facts.set("clinician_said_not_yet", rules::truth_of(latest && latest->verdict == model::Verdict::not_yet));
  facts.set("may_exercise_only", rules::truth_of(latest && latest->verdict == model::Verdict::may_exercise));
}

/// On two days lately an exercise of the circuit pinched; what a clinician has seen since does not count.
void add_pinches(const model::History& history, const rules::Parameters& parameters, rules::Facts& facts) {
  const model::Advice* seen = standing_permission(history);
  std::vector<LocalDay> days;
  for (const model::CircuitEntry& entry : history.circuits) {
    const bool counts = entry.pinching.value_or(false) && entry.day <= history.today &&
                        history.today - entry.day <= parameters.value("circuit.days_trouble_counts") &&
                        !(seen && entry.day < seen->day);
    if (counts && !has(days, entry.day)) days.push_back(entry.day);
  }
  facts.set("pinched_on_two_days", rules::truth_of(days.size() >= 2));
}

/// Unknown pain, settling or trend keeps care where it was; the trend only matters from an acceptable ache on.
Truth pain_unknown(const rules::Facts& facts, const rules::Parameters& parameters) {
  const auto worst = facts.number("worst");
  const bool trend_matters = worst && *worst >= parameters.value("pain.acceptable_lowest");
  return rules::truth_of(!worst || facts.truth("settled") == Truth::unknown ||
                         (trend_matters && facts.truth("rising_week") == Truth::unknown));
}

}  // namespace

NamedFacts named_facts(const model::History& history, const std::vector<rules::Question>& questions,
                       const rules::Parameters& parameters) {
  return named_facts(history, told(history, questions), questions, parameters);
}

NamedFacts named_facts(const model::History& history, const Told& told, const std::vector<rules::Question>& questions,
                       const rules::Parameters& parameters) {
  NamedFacts named;
  named.facts = known_facts(history, told, questions, parameters);
  named.open_screening = add_open_screening(questions, named.facts);
  return named;
}

rules::Facts known_facts(const model::History& history, const Told& told, const std::vector<rules::Question>& questions,
                         const rules::Parameters& parameters) {
  rules::Facts facts = told.answers().facts(history);
  facts.set("days_since_may_run", rules::Value(never_in_days));
  facts.set("race_day", rules::truth_of(history.race && history.race->day == history.today));
  add_age(history, facts);
  add_ache(history.ache, facts);
  add_bone_risk(history.runner, questions, parameters, facts);
  add_pain_facts(told.pain(), history.ache, parameters, facts);
  add_advice(history, facts);
  add_pinches(history, parameters, facts);
  facts.set("pain_unknown", pain_unknown(facts, parameters));
  return facts;
}

std::vector<OpenFacts> add_open_screening(const std::vector<rules::Question>& questions, rules::Facts& facts) {
  std::vector<OpenFacts> open = open_screening(questions, facts);
  facts.set(screening_question_open, rules::truth_of(!open.empty()));
  return open;
}

}  // namespace hipline::triage
