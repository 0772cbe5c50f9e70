#pragma once

#include <optional>
#include <string>

#include "hipline/catalog/texts.hpp"

namespace hipline::exporters {

/// The emergency number of a country (ISO 3166), else the sentence that stands for an unknown one.
std::string emergency_number(const catalog::Texts& texts, const std::optional<std::string>& country);

}  // namespace hipline::exporters
