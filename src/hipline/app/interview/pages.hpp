#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/catalog/catalog.hpp"
#include "hipline/rules/question.hpp"

namespace hipline::app {

/// A sentence of content/text/en/dialogue.yaml, broken for an 80-column terminal, with its newline.
std::string spoken(const catalog::Texts& texts, std::string_view key,
                   const std::vector<catalog::Filling>& fillings = {});
/// Any sentence, broken for an 80-column terminal, with its newline.
std::string paragraph(std::string_view sentence, int indent = 0);

/// A question as the terminal shows it: text, help, choices by number, and how to answer. Ends without a newline, so
/// that the answer follows on the same line.
std::string question_page(const rules::Question& question, const catalog::Texts& texts);
/// The same for a field of setup; `known` is its present answer, `zone` the machine's time zone.
std::string setup_page(const catalog::SetupField& field, const std::optional<std::string>& known, std::string_view zone,
                       const catalog::Texts& texts);

}  // namespace hipline::app
