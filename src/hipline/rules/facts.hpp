#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace hipline::rules {

/// Three-valued truth. Unknown is never reassuring.
enum class Truth { no, yes, unknown };

constexpr Truth truth_of(bool value) { return value ? Truth::yes : Truth::no; }
std::string_view name(Truth truth);

struct Unknown {
  friend bool operator==(Unknown, Unknown) = default;
};

/// A named fact: unknown, yes or no, or a number.
using Value = std::variant<Unknown, bool, double>;

/// Shorter names first: most names that are compared differ in length, which is known at once.
struct ByLength {
  using is_transparent = void;
  bool operator()(std::string_view a, std::string_view b) const {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  }
};

/// The facts that rules are evaluated against. A fact that was never set is unknown.
class Facts {
 public:
  Facts() = default;
  /// Facts on top of others: what is set here takes the place of what lies below, which is shared and not copied.
  explicit Facts(std::shared_ptr<const Facts> below) : below_(std::move(below)) {}

  void set(std::string name, Value value) { values_.insert_or_assign(std::move(name), value); }
  void set(std::string name, std::optional<double> number) {
    set(std::move(name), number ? Value(*number) : Value(Unknown{}));
  }
  void set(std::string name, Truth truth) {
    set(std::move(name), truth == Truth::unknown ? Value(Unknown{}) : Value(truth == Truth::yes));
  }

  [[nodiscard]] Value get(std::string_view name) const;
  /// Unknown for a fact that is a number or was never set.
  [[nodiscard]] Truth truth(std::string_view name) const;
  /// Nothing for a fact that is unknown or a yes/no.
  [[nodiscard]] std::optional<double> number(std::string_view name) const;
  /// Every fact that was set here, in no order that means something; those below left out.
  [[nodiscard]] const std::map<std::string, Value, ByLength>& all() const { return values_; }

 private:
  std::map<std::string, Value, ByLength> values_;
  std::shared_ptr<const Facts> below_;
};

/// `yes`, `no`, `unknown` or the number as people write it (`3`, `1.1`).
std::string to_text(const Value& value);

}  // namespace hipline::rules
