#pragma once

#include <string>
#include <vector>

#include "hipline/catalog/catalog.hpp"
#include "hipline/rules/evidence.hpp"
#include "hipline/rules/rule.hpp"

namespace hipline::exporters {

/// A level in the words of the first screen.
std::string level_word(const catalog::Texts& texts, rules::Level level);

/// One rule: what it asks for, why, the facts that decided (empty: not said), sources, strength, review.
std::string rule_sheet(const rules::Rule& rule, const catalog::Texts& texts, const std::string& decided_by = {});

/// Where a rule comes from and how strong that is, as one sentence or two.
std::string source_line(const rules::Rule& rule, const catalog::Texts& texts);

/// A rule as `explain` shows it: the sheet, its condition in words, whom it is not for.
std::string rule_explained(const rules::Rule& rule, const catalog::Catalog& catalog);

/// One source: citation, how we know it, finding, limits, the rules that rest on it.
std::string evidence_sheet(const rules::Evidence& evidence, const catalog::Texts& texts,
                           const std::vector<std::string>& used_by);

/// Every source in a line each, by id.
std::string evidence_list(const catalog::Catalog& catalog);

/// The ids of the rules that cite a source.
std::vector<std::string> rules_citing(const catalog::Catalog& catalog, const std::string& evidence_id);

}  // namespace hipline::exporters
