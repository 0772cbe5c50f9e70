#include "world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "hipline/rules/evaluation.hpp"

namespace hipline {
namespace {

using rules::Condition;
using rules::Truth;
using rules::Unknown;
using rules::Value;

/// What follows from other facts in `derive`.
constexpr std::array<std::string_view, 6> made_from_others = {"screening_question_open", "deep_or_groin_not_ruled_out",
                                                              "bone_site_not_ruled_out", "bone_risk_factor",
                                                              "bone_risk_not_ruled_out", "pain_unknown"};

/// What is reassuring where it is not simply "no".
const std::map<std::string, Value, std::less<>>& reassuring_values() {
  static const std::map<std::string, Value, std::less<>> values = {
      {"settled", true},
      {"worst", 0.0},
      {"worst_in_48_h", 0.0},
      {"ache_days", 10.0},
      {"lasting_ache_days", 9.0},
      {"age_years", 36.0},
      {"rise_over_three_runs", 0.0},
      {"fall_since_first_runs", 10.0},
      {"low_pain_runs", 3.0},
      {"spike", 0.8},
      {"acute_to_chronic", 1.0},
      {"monotony", 1.0},
      {"days_since_may_run", 10'000.0},
      {"days_to_race", 17.0},
  };
  return values;
}

template <typename Visit>
void visit_leaves(const Condition& condition, const Visit& visit) {
  if (condition.form == Condition::Form::fact || condition.form == Condition::Form::comparison) visit(condition);
  for (const Condition& part : condition.parts) visit_leaves(part, visit);
}

/// Each threshold, a number on either side of it, and unknown.
std::vector<Value> numbers_around(std::vector<double> thresholds) {
  std::sort(thresholds.begin(), thresholds.end());
  thresholds.erase(std::unique(thresholds.begin(), thresholds.end()), thresholds.end());
  std::vector<Value> domain = {thresholds.front() - 1};
  for (std::size_t i = 0; i < thresholds.size(); ++i) {
    domain.emplace_back(thresholds[i]);
    const double next = i + 1 < thresholds.size() ? thresholds[i + 1] : thresholds[i] + 2;
    domain.emplace_back((thresholds[i] + next) / 2);
  }
  domain.emplace_back(Unknown{});
  return domain;
}

}  // namespace

Worlds::Worlds(const catalog::Catalog& catalog) {
  std::vector<const rules::Rule*> all;
  for (const rules::Rule& rule : catalog.triage) all.push_back(&rule);
  for (const rules::Rule& rule : catalog.today) all.push_back(&rule);
  for (const rules::Rule* rule : all) add_thresholds(rule->when);
  for (const rules::Question& question : catalog.questions) {
    if (question.screening) add_thresholds(question.asked_when);
  }
  for (const rules::Rule* rule : all) {
    visit_leaves(rule->when, [&](const Condition& leaf) { add(leaf.fact); });
  }
  for (const char* fact : {"deep_or_groin", "growing", "rising_week", "worst", "settled"}) add(fact);

  std::set<std::size_t> asked;
  for (const rules::Question& question : catalog.questions) {
    const bool bone = question.id == "bone-health";
    if (question.renews || (!question.screening && !bone)) continue;
    for (const rules::Choice& choice : question.sets) {
      const std::size_t fact = add(choice.fact);
      if (asked.insert(fact).second) (bone ? bone_health_ : screening_).push_back(fact);
    }
  }
  for (const char* fact : {"bone_poor_nutrition", "low_hormones"}) further_bone_risks_.push_back(add(fact));
  for (std::size_t fact = 0; fact < names_.size(); ++fact) {
    const bool made =
        std::find(made_from_others.begin(), made_from_others.end(), names_[fact]) != made_from_others.end();
    if (!made && !asked.contains(fact)) free_.push_back(fact);
  }

  for (const rules::Rule* rule : all) {
    if (const auto level = rules::level_of(*rule)) rules_.push_back({table_of(rule->when), *level});
  }
  for (const rules::Question& question : catalog.questions) {
    if (!question.screening || question.renews) continue;
    Screen screen{table_of(question.asked_when), {}};
    for (const rules::Choice& choice : question.sets) screen.facts.push_back(*find(choice.fact));
    screens_.push_back(std::move(screen));
  }

  reassuring_.assign(names_.size(), no);
  for (std::size_t fact = 0; fact < names_.size(); ++fact) {
    const auto found = reassuring_values().find(names_[fact]);
    if (found != reassuring_values().end()) {
      reassuring_[fact] = place_of(fact, found->second);
    } else if (thresholds_.contains(names_[fact])) {
      ADD_FAILURE() << names_[fact] << " is a number: say in world.cpp which value of it is reassuring";
    }
  }
  derive(reassuring_);
}

std::size_t Worlds::add(const std::string& name) {
  const auto [entry, added] = places_.try_emplace(name, names_.size());
  if (added) {
    names_.push_back(name);
    const auto numbers = thresholds_.find(name);
    domains_.push_back(numbers == thresholds_.end() ? std::vector<Value>{false, true, Unknown{}}
                                                    : numbers_around(numbers->second));
  }
  return entry->second;
}

void Worlds::add_thresholds(const Condition& condition) {
  for (const Condition& leaf : rules::comparisons(condition)) thresholds_[leaf.fact].push_back(leaf.threshold);
}

Worlds::Table Worlds::table_of(const Condition& condition) const {
  Table table;
  std::size_t size = 1;
  for (const std::string& name : rules::facts_named(condition)) {
    const std::size_t fact = *find(name);
    table.facts.push_back(fact);
    table.strides.push_back(size);
    size *= domains_[fact].size();
  }
  for (std::size_t row = 0; row < size; ++row) {
    rules::Facts facts;
    for (std::size_t i = 0; i < table.facts.size(); ++i) {
      const std::size_t fact = table.facts[i];
      facts.set(names_[fact], domains_[fact][row / table.strides[i] % domains_[fact].size()]);
    }
    table.answers.push_back(rules::evaluate(condition, facts).fires);
  }
  return table;
}

Truth Worlds::Table::at(const World& world) const {
  std::size_t row = 0;
  for (std::size_t i = 0; i < facts.size(); ++i) row += strides[i] * world[facts[i]];
  return answers[row];
}

std::optional<std::size_t> Worlds::find(const std::string& name) const {
  const auto found = places_.find(name);
  return found == places_.end() ? std::nullopt : std::optional(found->second);
}

std::uint8_t Worlds::place_of(std::size_t fact, const Value& value) const {
  const auto& domain = domains_[fact];
  const auto* number = std::get_if<double>(&value);
  for (std::size_t i = 0; i < domain.size(); ++i) {
    if (domain[i] == value) return static_cast<std::uint8_t>(i);
  }
  if (!number) return static_cast<std::uint8_t>(domain.size() - 1);
  // Between two thresholds every number is alike; the domain holds one of them, at an odd distance from each.
  std::size_t below = 0;
  for (std::size_t i = 1; i + 1 < domain.size(); i += 2) {
    if (std::get<double>(domain[i]) < *number) below = i + 1;
  }
  return static_cast<std::uint8_t>(below);
}

std::vector<std::vector<std::size_t>> Worlds::facts_of_level_rules() const {
  std::vector<std::vector<std::size_t>> found;
  for (const LevelRule& rule : rules_) found.push_back(rule.table.facts);
  return found;
}

void Worlds::derive(World& world) const {
  const auto set = [&](const char* name, bool value) { world[places_.find(name)->second] = value ? yes : no; };
  const auto value_of = [&](const char* name) { return world[places_.find(name)->second]; };

  bool any_bone = false;
  bool bone_answered = true;
  for (const std::size_t fact : bone_health_) {
    any_bone |= world[fact] == yes;
    bone_answered &= world[fact] != unknown;
  }
  for (const std::size_t fact : further_bone_risks_) any_bone |= world[fact] == yes;
  world[places_.find("bone_risk_factor")->second] = any_bone ? yes : bone_answered ? no : unknown;
  set("bone_risk_not_ruled_out", any_bone || !bone_answered);
  set("deep_or_groin_not_ruled_out", value_of("deep_or_groin") != no);
  set("bone_site_not_ruled_out",
      value_of("deep_or_groin") != no || value_of("front_not_ruled_out") == yes || value_of("in_the_buttock") == yes);

  bool open = false;
  for (const Screen& screen : screens_) {
    if (screen.asked_when.at(world) == Truth::no) continue;
    for (const std::size_t fact : screen.facts) open |= world[fact] == unknown;
  }
  set("screening_question_open", open);

  const std::size_t worst = places_.find("worst")->second;
  const auto* pain = std::get_if<double>(&domains_[worst][world[worst]]);
  set("pain_unknown", !pain || value_of("settled") == unknown || (*pain >= 3 && value_of("rising_week") == unknown));
}

rules::Level Worlds::level(World& world) const {
  derive(world);
  std::optional<rules::Level> level;
  for (const LevelRule& rule : rules_) {
    if (level && *level <= rule.level) continue;
    if (rule.table.at(world) == Truth::yes) level = rule.level;
  }
  return level.value_or(rules::Level::modify);
}

rules::Facts Worlds::facts(const World& world) const {
  rules::Facts facts;
  for (std::size_t fact = 0; fact < names_.size(); ++fact) facts.set(names_[fact], domains_[fact][world[fact]]);
  return facts;
}

std::string Worlds::describe(const World& world) const {
  std::string text;
  for (std::size_t fact = 0; fact < names_.size(); ++fact) {
    if (world[fact] == reassuring_[fact]) continue;
    text += (text.empty() ? "" : ", ") + names_[fact] + " " + rules::to_text(domains_[fact][world[fact]]);
  }
  return text.empty() ? "nothing alarms" : text;
}

}  // namespace hipline
