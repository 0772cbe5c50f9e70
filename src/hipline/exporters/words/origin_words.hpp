#pragma once

#include <string>
#include <vector>

#include "hipline/catalog/catalog.hpp"
#include "hipline/rules/level.hpp"
#include "hipline/triage/origin.hpp"

namespace hipline::exporters {

/// A sign for or against, in words.
struct SignWords {
  std::string rule;
  std::string text;
};

/// Strain or load in full.
struct OriginWords {
  std::string sentence;
  std::vector<SignWords> speaks_for;  ///< of what it leans to; where it leans to neither side, of a strain
  std::vector<SignWords> against;
  std::vector<SignWords> would_change;
  std::string caveat;
};

/// What it leans towards, the best reason and the best one against it. Empty where nothing was weighed.
std::string origin_line_words(const triage::Origin& origin, const catalog::Catalog& catalog);

/// What speaks for either side and what would change it, each with its rule and source.
OriginWords origin_words(const triage::Origin& origin, rules::Kind kind, const catalog::Catalog& catalog);

/// One sign with its source, and one that is not known with where it would lead.
std::string sign_sentence(const triage::OriginSign& sign, const catalog::Catalog& catalog);
std::string open_sign_sentence(const triage::OpenSign& open, const catalog::Catalog& catalog);
/// What it leans towards, or what comes before it, in a sentence.
std::string leaning_sentence(const triage::Origin& origin, rules::Kind kind, const catalog::Catalog& catalog);
/// A sign's name.
std::string sign_title(const triage::OriginSign& sign, const catalog::Catalog& catalog);

}  // namespace hipline::exporters
