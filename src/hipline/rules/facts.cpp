#include "hipline/rules/facts.hpp"

#include <charconv>

namespace hipline::rules {

std::string_view name(Truth truth) {
  switch (truth) {
    case Truth::no: return "no";
    case Truth::yes: return "yes";
    case Truth::unknown: break;
  }
  return "unknown";
}

Value Facts::get(std::string_view name) const {
  const auto found = values_.find(name);
  if (found != values_.end()) return found->second;
  return below_ ? below_->get(name) : Value(Unknown{});
}

Truth Facts::truth(std::string_view name) const {
  const Value value = get(name);
  const bool* known = std::get_if<bool>(&value);
  return known ? truth_of(*known) : Truth::unknown;
}

std::optional<double> Facts::number(std::string_view name) const {
  const Value value = get(name);
  const double* known = std::get_if<double>(&value);
  return known ? std::optional(*known) : std::nullopt;
}

std::string to_text(const Value& value) {
  if (const bool* truth = std::get_if<bool>(&value)) return *truth ? "yes" : "no";
  if (const double* number = std::get_if<double>(&value)) {
    char text[32];
    char* const end = std::to_chars(text, text + sizeof text, *number).ptr;
    return std::string(text, end);
  }
  return "unknown";
}

}  // namespace hipline::rules
