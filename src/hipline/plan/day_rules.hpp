#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/rules/facts.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline::plan {

/// A rule that speaks of one day: it fires, or an unknown fact leaves it open.
struct DayRule {
  const rules::Rule* rule = nullptr;
  rules::Truth fires = rules::Truth::yes;
};

/// What the rules ask of one day. Restrictions also count where an unknown fact leaves a rule open, since unknown is
/// never reassuring; sentences only where a rule fires.
class DayRules {
 public:
  DayRules(const std::vector<const rules::Rule*>& rules, const rules::Facts& facts);

  /// A number with the rule that sets it.
  struct Bound {
    double value = 0;
    const rules::Rule* rule = nullptr;
  };
  /// The tightest limit of this name among the musts: the largest where the name ends in `_min`, else the smallest.
  [[nodiscard]] std::optional<Bound> limit(std::string_view name) const;
  /// The first must that forbids (or requires) this; none: nullptr.
  [[nodiscard]] const rules::Rule* forbidden_by(std::string_view tag) const;
  [[nodiscard]] const rules::Rule* required_by(std::string_view tag) const;
  [[nodiscard]] const std::vector<DayRule>& all() const { return rules_; }

 private:
  std::vector<DayRule> rules_;
};

/// The first note of a rule; empty where it has none.
std::string note_of(const rules::Rule& rule);

}  // namespace hipline::plan
