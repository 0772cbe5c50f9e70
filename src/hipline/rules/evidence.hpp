#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "hipline/rules/rule.hpp"

namespace hipline::rules {

/// How we know a piece of evidence.
enum class Known {
  read,       ///< on the page cited
  secondary,  ///< reported elsewhere
  unchecked,  ///< from memory; shown as "reference not checked"
};

/// One source, with what it can and cannot carry.
struct Evidence {
  std::string id;
  std::string citation;  ///< authors, title, journal, year, volume, pages
  std::string doi;       ///< empty where there is none
  std::string topic;     ///< what it is about: bone, muscle, joint, pain, strength, mobility, load, taper, …
  std::string kind;      ///< trial, cohort, review, guideline, expert opinion, …
  std::string people;    ///< who was studied, and how many
  std::string did;       ///< what was done with them
  std::string finding;   ///< what it found, in plain words
  std::string limits;    ///< what it cannot tell about this runner
  std::vector<std::string> beside;  ///< sources to read together with it, above all those that found otherwise
  Known known = Known::unchecked;
};

/// One number that decisions use, with where it comes from.
struct Parameter {
  std::string id;
  double value = 0;
  std::string unit;
  std::string meaning;
  std::vector<std::string> evidence;
  Grade grade = Grade::none;
  bool opinion = false;
};

/// All parameters by id.
class Parameters {
 public:
  void add(Parameter parameter);
  /// The value of a parameter that the content is checked to carry; our own mistake where it does not.
  [[nodiscard]] double value(std::string_view id) const;
  [[nodiscard]] const Parameter* find(std::string_view id) const;
  [[nodiscard]] const std::map<std::string, Parameter, std::less<>>& all() const { return parameters_; }

 private:
  std::map<std::string, Parameter, std::less<>> parameters_;
};

}  // namespace hipline::rules
