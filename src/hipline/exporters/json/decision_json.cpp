#include <algorithm>
#include <cmath>

#include "hipline/exporters/json/answer_json.hpp"
#include "hipline/exporters/json/json_tree.hpp"
#include "hipline/exporters/text/grades.hpp"
#include "hipline/exporters/words/emergency_number.hpp"
#include "hipline/exporters/words/say_words.hpp"

namespace hipline::exporters {
namespace {

using nlohmann::ordered_json;

ordered_json value_json(const rules::Value& value) {
  if (const bool* truth = std::get_if<bool>(&value)) return *truth;
  if (const double* number = std::get_if<double>(&value)) return *number;
  return nullptr;
}

/// Sorted by name, for whoever reads them.
ordered_json facts_json(const rules::Facts& facts) {
  std::vector<std::pair<std::string_view, rules::Value>> named(facts.all().begin(), facts.all().end());
  std::ranges::sort(named, {}, &std::pair<std::string_view, rules::Value>::first);
  ordered_json::object_t json;
  json.reserve(named.size());
  for (const auto& [name, value] : named) json.emplace_back(std::string(name), value_json(value));
  return json;
}

double round_to(double value, double unit) { return std::round(value / unit) * unit; }

ordered_json session_json(const today::TodaySession& session) {
  return object({{"kind", baseline::name(session.kind)},
                 {"distance_m", round_to(session.distance.value(), 1)},
                 {"duration_s", round_to(session.duration.value(), 1)},
                 {"share_of_planned", session.step},
                 {"flat", session.flat},
                 {"hilly", session.hilly},
                 {"easy_only", session.easy_only},
                 {"run_minutes", session.run_minutes},
                 {"walk_minutes", session.walk_minutes},
                 {"stop_above_pain", session.stop_above_pain},
                 {"effort_low", session.effort_low},
                 {"effort_high", session.effort_high}});
}

ordered_json changed_json(const today::Decision& decision) {
  if (!decision.changed_since) return nullptr;
  const today::ChangedSince& changed = *decision.changed_since;
  const auto metres = [](const std::optional<Metres>& distance) {
    return distance ? ordered_json(round_to(distance->value(), 1)) : ordered_json();
  };
  const auto fact_json = [](const auto& fact) {
    return object({{"name", fact.name}, {"before", value_json(fact.before)}, {"now", value_json(fact.now)}});
  };
  return object({{"date", changed.day.iso()},
                 {"level_before", rules::name(changed.level_before)},
                 {"level_now", rules::name(decision.level)},
                 {"step_before", or_null(changed.step_before)},
                 {"step_now", or_null(decision.facts.number("pain_step"))},
                 {"because_before", changed.because_before},
                 {"because_now", decision.because},
                 {"facts", array(changed.facts, fact_json)},
                 {"week_before_m", metres(changed.week_before)},
                 {"week_now_m", metres(changed.week_now)}});
}

ordered_json instead_json(const catalog::Instead& instead) {
  const auto choice_json = [](const catalog::Instead::Choice& choice) {
    return object({{"title", choice.title},
                   {"how", choice.how},
                   {"not_if", choice.not_if},
                   {"evidence", choice.evidence},
                   {"grade", grade_name(choice.grade)},
                   {"opinion", choice.opinion}});
  };
  return object({{"in_short", instead.in_short},
                 {"choices", array(instead.choices, choice_json)},
                 {"reviewed", instead.reviewed}});
}

ordered_json advice_json(const today::Decision& decision) {
  if (!decision.advice) return nullptr;
  const char* const verdicts[] = {"may_run", "may_exercise", "not_yet"};
  return {{"date", decision.advice->day.iso()},
          {"who", decision.advice->who},
          {"verdict", verdicts[static_cast<std::size_t>(decision.advice->verdict)]},
          {"limits", decision.advice->limits}};
}

/// Room for all that is said of a rule, so that nothing of it is copied as it grows.
constexpr std::size_t fields_of_a_rule = 11;

/// What a rule says for itself, and on whose word.
void add_words(const rules::Rule& rule, ordered_json::object_t& json) {
  json["title"] = rule.title;
  json["why"] = rule.why;
  json["evidence"] = rule.evidence;
  json["grade"] = grade_name(rule.grade);
  json["opinion"] = rule.opinion;
  json["reviewed"] = rule.reviewed;
}

ordered_json rule_json(const today::FiredRule& fired, const catalog::Catalog& catalog) {
  const auto fact_json = [](const auto& fact) {
    return object({{"name", fact.name}, {"value", value_json(fact.value)}});
  };
  ordered_json::object_t json;
  json.reserve(fields_of_a_rule);
  json["id"] = fired.id;
  json["fires"] = rules::name(fired.fires);
  json["facts"] = array(fired.facts, fact_json);
  const rules::Rule* rule = catalog.find_rule(fired.id);
  if (!rule) return json;
  if (const auto level = rules::level_of(*rule)) json["level"] = rules::name(*level);
  add_words(*rule, json);
  return json;
}

ordered_json referral_json(const rules::Referral& referral) {
  return {{"stop", referral.stop}, {"whom", referral.whom}, {"how_soon", referral.how_soon}, {"say", referral.say}};
}

ordered_json::object_t sign_json(const triage::OriginSign& sign, const catalog::Catalog& catalog) {
  const auto fact_json = [](const rules::DecidingFact& fact) {
    return object({{"name", fact.fact}, {"value", value_json(fact.value)}});
  };
  ordered_json::object_t json;
  json.reserve(fields_of_a_rule);
  json["rule"] = sign.rule;
  json["towards"] = triage::name(sign.towards);
  json["weight"] = sign.weight;
  json["facts"] = array(sign.facts, fact_json);
  if (const rules::Rule* rule = catalog.find_rule(sign.rule)) add_words(*rule, json);
  return json;
}

}  // namespace

ordered_json answer_envelope(std::string_view version, const catalog::Catalog& catalog) {
  return {{"program", "hipline"},
          {"version", version},
          {"content_hash", catalog.hash},
          {"notice", catalog.texts.say("today.not_reviewed")}};
}

ordered_json decision_json(const today::Decision& decision, const catalog::Catalog& catalog,
                           const std::optional<std::string>& country) {
  const bool closed = rules::is_clinician_level(decision.level);
  ordered_json::object_t json;
  json.reserve(21);  // as it grew it would copy all that it holds
  json["date"] = decision.day.iso();
  json["level"] = rules::name(decision.level);
  json["kind"] = rules::name(decision.kind);
  json["fresh"] = decision.fresh;
  json["because"] = decision.because;
  json["session"] = closed ? ordered_json(nullptr) : session_json(decision.session);
  json["session_held_by"] = decision.held_by;
  json["referral"] = nullptr;
  if (closed) {
    if (const auto referral = referral_of(decision, catalog)) json["referral"] = referral_json(*referral);
    json["emergency_number"] = emergency_number(catalog.texts, country);
  }
  json["rules"] = ordered_json::array();
  for (const auto& fired : decision.fired) json["rules"].push_back(rule_json(fired, catalog));
  json["limits"] = ordered_json::array();
  for (const auto& limit : decision.limits)
    json["limits"].push_back({{"name", limit.name}, {"value", limit.value}, {"unit", limit.unit}});
  json["forbidden"] = decision.forbidden;
  json["required"] = decision.required;
  json["notes"] = decision.notes;
  json["open_questions"] = ordered_json::array();
  for (const auto& open : decision.open_questions) {
    const rules::Question* question = catalog.find_question(open.question);
    json["open_questions"].push_back(
        {{"question", open.question}, {"text", question ? question->text : ""}, {"facts", open.facts}});
  }
  json["options"] = ordered_json::array();
  for (const auto& option : decision.options) {
    ordered_json entry = {{"level", rules::name(option.level)}, {"because", option.because}};
    entry["session"] = closed ? ordered_json(nullptr) : session_json(option.session);
    json["options"].push_back(std::move(entry));
  }
  json["lock"] = nullptr;
  if (decision.lock) {
    json["lock"] = {{"since", decision.lock->since.iso()},
                    {"level", rules::name(decision.lock->level)},
                    {"rules", decision.lock->rules}};
  }
  const catalog::Instead* instead = catalog.find_instead(rules::name(decision.level));
  json["instead"] = instead ? instead_json(*instead) : ordered_json(nullptr);
  json["advice"] = advice_json(decision);
  json["changed_since"] = changed_json(decision);
  json["facts"] = facts_json(decision.facts);
  return json;
}

ordered_json would_change_json(const std::vector<today::ChangingQuestion>& questions, const catalog::Catalog& catalog) {
  const auto verdict = [](const today::Verdict& v) {
    return ordered_json{{"level", rules::name(v.level)}, {"kind", rules::name(v.kind)}};
  };
  ordered_json json = ordered_json::array();
  for (const today::ChangingQuestion& one : questions) {
    const rules::Question* question = catalog.find_question(one.question);
    json.push_back({{"question", one.question},
                    {"text", question ? question->text : ""},
                    {"facts", one.facts},
                    {"least_careful", verdict(one.least_careful)},
                    {"most_careful", verdict(one.most_careful)}});
  }
  return json;
}

ordered_json origin_json(const triage::Origin& origin, const catalog::Catalog& catalog) {
  ordered_json json = {{"leans", triage::name(origin.leans)}, {"see_first", origin.see_first},
                       {"strain_weight", origin.strain},      {"load_weight", origin.load},
                       {"signs", ordered_json::array()},      {"would_change", ordered_json::array()}};
  for (const triage::OriginSign& sign : origin.signs) json["signs"].push_back(sign_json(sign, catalog));
  for (const triage::OpenSign& open : origin.would_change) {
    ordered_json::object_t entry = sign_json(open.sign, catalog);
    entry["leads_to"] = triage::name(open.leads_to);
    json["would_change"].push_back(std::move(entry));
  }
  return json;
}

}  // namespace hipline::exporters
