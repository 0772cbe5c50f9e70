#pragma once

#include <string_view>

#include "hipline/rules/evidence.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline::exporters {

/// `high`, `moderate`, `low`, `very_low`, `none`, as content writes it.
std::string_view grade_name(rules::Grade grade);
/// `read`, `secondary`, `unchecked`, as content writes it.
std::string_view known_name(rules::Known known);

}  // namespace hipline::exporters
