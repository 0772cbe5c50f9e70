#include "hipline/exporters/words/say_words.hpp"

#include <algorithm>
#include <vector>

namespace hipline::exporters {
namespace {

constexpr std::string_view room = "{ticked}";
/// More than these are on the page to take along.
constexpr std::size_t most_more = 5;

/// The sentence that stands beside a fact's box, of the question that asks for it most closely; empty where it has
/// none.
std::string label_of(const std::string& fact, const catalog::Catalog& catalog) {
  std::string label;
  for (const rules::Question& question : catalog.questions) {
    for (const rules::Choice& choice : question.sets) {
      if (choice.fact != fact || choice.label.empty()) continue;
      // The daily "anything new" gathers several facts under one label.
      if (!question.renews) return choice.label;
      if (label.empty()) label = choice.label;
    }
  }
  return label;
}

/// What the runner ticked for a rule, without what is among `told` already; joins `told`.
std::vector<std::string> ticked_for(const today::FiredRule& fired, const catalog::Catalog& catalog,
                                    std::vector<std::string>& told) {
  std::vector<std::string> labels;
  for (const today::FiredRule::Fact& fact : fired.facts) {
    const bool* yes = std::get_if<bool>(&fact.value);
    if (!yes || !*yes) continue;
    std::string label = label_of(fact.name, catalog);
    if (label.empty() || std::find(told.begin(), told.end(), label) != told.end()) continue;
    told.push_back(label);
    labels.push_back(std::move(label));
  }
  return labels;
}

std::string as_sentences(const std::vector<std::string>& labels) {
  std::string text;
  for (const std::string& label : labels) text += (text.empty() ? "" : " ") + label + ".";
  return text;
}

std::string filled(std::string say, const std::string& words) {
  const std::size_t at = say.find(room);
  if (at == std::string::npos) return say;
  // Nothing ticked leaves no double blank.
  const std::size_t blank = words.empty() && at + room.size() < say.size() ? 1 : 0;
  return say.replace(at, room.size() + blank, words);
}

}  // namespace

std::optional<rules::Referral> referral_of(const today::Decision& decision, const catalog::Catalog& catalog) {
  const rules::Rule* leading = nullptr;
  for (const std::string& id : decision.because) {
    const rules::Rule* rule = catalog.find_rule(id);
    if (!rule || !rule->referral) continue;
    leading = rule;
    break;
  }
  if (!leading) return std::nullopt;
  rules::Referral referral = *leading->referral;
  if (decision.kind == rules::Kind::unanswered) return referral;
  std::vector<std::string> told;
  std::vector<std::string> own;
  for (const today::FiredRule& fired : decision.fired) {
    if (fired.id == leading->id && fired.fires == rules::Truth::yes) own = ticked_for(fired, catalog, told);
  }
  // A rule that leaves no room for them says its own signs in its own words.
  referral.say = filled(std::move(referral.say), as_sentences(own));
  std::vector<std::string> more;
  for (const today::FiredRule& fired : decision.fired) {
    if (fired.id == leading->id || fired.fires != rules::Truth::yes) continue;
    if (!fired.level || !rules::is_clinician_level(*fired.level)) continue;
    for (std::string& label : ticked_for(fired, catalog, told)) more.push_back(std::move(label));
  }
  if (more.size() > most_more) more.resize(most_more);
  if (!more.empty()) referral.say += " " + catalog.texts.say("today.say_more", {{"ticked", as_sentences(more)}});
  return referral;
}

std::string say_in_general(const rules::Referral& referral, const catalog::Texts& texts) {
  return filled(referral.say, texts.say("reference.what_you_ticked"));
}

}  // namespace hipline::exporters
