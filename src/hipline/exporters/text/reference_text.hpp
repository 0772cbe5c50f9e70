#pragma once

#include <map>
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

/// A part of a rule's condition; deeper lines belong to the nearest one above that is less deep.
struct ConditionLine {
  int depth = 0;
  std::string words;
};
/// When a rule fires, in words.
std::vector<ConditionLine> condition_words(const rules::Rule& rule, const catalog::Catalog& catalog);

/// A rule as `explain` shows it: the sheet, its condition in words, whom it is not for.
std::string rule_explained(const rules::Rule& rule, const catalog::Catalog& catalog);

/// One source: citation, how we know it, who was studied, what was done and found, what it cannot tell, and the rules
/// that rest on it where they are given.
std::string evidence_sheet(const rules::Evidence& evidence, const catalog::Texts& texts,
                           const std::vector<std::string>& used_by);

/// One source with how sure it makes us for each use, and what to read beside it, above all what found otherwise.
std::string evidence_in_full(const rules::Evidence& evidence, const catalog::Catalog& catalog);

/// The sources that one names, or that name it, to be read together.
std::vector<const rules::Evidence*> read_beside(const catalog::Catalog& catalog, const rules::Evidence& evidence);

/// What rests on a source (rules, numbers, exercises, circuits), by how strong it is for that use.
std::map<rules::Grade, std::vector<std::string>> uses_by_grade(const catalog::Catalog& catalog,
                                                               const std::string& evidence_id);

/// Every source in a line each, under its topic.
std::string evidence_list(const catalog::Catalog& catalog);

/// The ids of the rules that cite a source.
std::vector<std::string> rules_citing(const catalog::Catalog& catalog, const std::string& evidence_id);

}  // namespace hipline::exporters
