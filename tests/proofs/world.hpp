#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "hipline/catalog/catalog.hpp"
#include "hipline/rules/facts.hpp"
#include "hipline/rules/level.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline {

/// One value for every fact that screening and today's rules name: for each fact the place of its value in its domain.
using World = std::vector<std::uint8_t>;

/// Every fact of a catalog's triage and today rules with the values that matter to them, and the rules' answers to all
/// combinations of these values, asked of the evaluator once and then looked up: a million worlds take seconds.
class Worlds {
 public:
  explicit Worlds(const catalog::Catalog& catalog);

  /// Where nothing alarms: every asked answer is no, nothing hurts, and every derived fact is reassuring.
  [[nodiscard]] const World& reassuring() const { return reassuring_; }
  /// What people are asked and screening looks at; each has the domain no, yes, unknown.
  [[nodiscard]] const std::vector<std::size_t>& screening() const { return screening_; }
  /// The private bone-health answers.
  [[nodiscard]] const std::vector<std::size_t>& bone_health() const { return bone_health_; }
  /// Facts that are neither asked nor made from others in `derive`: each may take any value of its domain.
  [[nodiscard]] const std::vector<std::size_t>& free() const { return free_; }
  [[nodiscard]] std::size_t size_of(std::size_t fact) const { return domains_[fact].size(); }
  [[nodiscard]] const std::string& name(std::size_t fact) const { return names_[fact]; }
  [[nodiscard]] std::optional<std::size_t> find(const std::string& name) const;
  /// The place of a value in a fact's domain; the nearest lower one where a number is not a threshold itself.
  [[nodiscard]] std::uint8_t place_of(std::size_t fact, const rules::Value& value) const;
  /// The facts that one rule names.
  [[nodiscard]] std::vector<std::vector<std::size_t>> facts_of_level_rules() const;

  /// Sets the facts that follow from others in this world, and gives its level.
  [[nodiscard]] rules::Level level(World& world) const;
  /// Sets the facts that follow from the asked ones: a second, naive route to what triage computes.
  void derive(World& world) const;
  /// The facts of a world as rules see them.
  [[nodiscard]] rules::Facts facts(const World& world) const;
  /// What differs from the reassuring world, in words.
  [[nodiscard]] std::string describe(const World& world) const;

  static constexpr std::uint8_t no = 0;
  static constexpr std::uint8_t yes = 1;
  static constexpr std::uint8_t unknown = 2;

 private:
  /// A condition's answers to every combination of its own facts' values.
  struct Table {
    std::vector<std::size_t> facts;
    std::vector<std::size_t> strides;
    std::vector<rules::Truth> answers;
    [[nodiscard]] rules::Truth at(const World& world) const;
  };
  struct LevelRule {
    Table table;
    rules::Level level;
  };
  struct Screen {
    Table asked_when;
    std::vector<std::size_t> facts;
  };

  std::size_t add(const std::string& name);
  void add_thresholds(const rules::Condition& condition);
  Table table_of(const rules::Condition& condition) const;

  std::vector<std::string> names_;
  std::map<std::string, std::size_t, std::less<>> places_;
  std::vector<std::vector<rules::Value>> domains_;
  std::map<std::string, std::vector<double>, std::less<>> thresholds_;
  World reassuring_;
  std::vector<std::size_t> screening_;
  std::vector<std::size_t> bone_health_;
  std::vector<std::size_t> further_bone_risks_;
  std::vector<std::size_t> free_;
  std::vector<LevelRule> rules_;
  std::vector<Screen> screens_;
};

}  // namespace hipline
