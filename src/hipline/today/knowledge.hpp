#pragma once

#include <vector>

#include "hipline/rules/evidence.hpp"
#include "hipline/rules/question.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline::today {

/// The content that a decision is made with; owned by the caller.
struct Knowledge {
  const std::vector<rules::Rule>& triage;
  const std::vector<rules::Rule>& today;
  const std::vector<rules::Question>& questions;
  const rules::Parameters& parameters;
};

}  // namespace hipline::today
