#include "hipline/rules/evidence.hpp"

#include "hipline/base/assertion.hpp"

namespace hipline::rules {

void Parameters::add(Parameter parameter) {
  std::string id = parameter.id;
  parameters_.insert_or_assign(std::move(id), std::move(parameter));
}

double Parameters::value(std::string_view id) const {
  const Parameter* parameter = find(id);
  HIPLINE_ASSERT(parameter != nullptr);
  return parameter->value;
}

const Parameter* Parameters::find(std::string_view id) const {
  const auto found = parameters_.find(id);
  return found == parameters_.end() ? nullptr : &found->second;
}

}  // namespace hipline::rules
