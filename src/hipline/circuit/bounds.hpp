#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/rules/facts.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline::circuit {

/// A bound with the rule that set it.
struct Bound {
  double value = 0;
  std::string rule;
};

/// A tag with the rule that brought it.
struct Tagged {
  std::string tag;
  std::string rule;
};

/// Everything that the rules which apply ask for, taken together.
class Bounds {
 public:
  /// Adds a rule's outcomes where it fires or stays open; what gives more (a limit in `_more`, `progression`) only
  /// where it fires.
  void apply(const rules::Rule& rule, const rules::Facts& facts);
  /// Adds what another decision forbids.
  void forbid(std::string tag, std::string rule) { forbidden_.push_back({std::move(tag), std::move(rule)}); }

  /// The tightest bound of this name: the largest where the name ends in `_less`, else the smallest.
  [[nodiscard]] std::optional<Bound> bound(std::string_view name) const;
  /// The rule that forbids or requires a tag, the first of them.
  [[nodiscard]] std::optional<std::string> forbidden_by(std::string_view tag) const;
  [[nodiscard]] std::optional<std::string> required_by(std::string_view tag) const;
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }
  [[nodiscard]] const std::vector<std::string>& rules() const { return rules_; }

 private:
  std::map<std::string, Bound, std::less<>> bounds_;
  std::vector<Tagged> forbidden_;
  std::vector<Tagged> required_;
  std::vector<std::string> notes_;
  std::vector<std::string> rules_;
};

}  // namespace hipline::circuit
