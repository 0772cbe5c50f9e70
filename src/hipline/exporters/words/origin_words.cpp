#include "hipline/exporters/words/origin_words.hpp"

#include "hipline/exporters/text/reference_text.hpp"

namespace hipline::exporters {
namespace {

using catalog::Catalog;
using triage::Leaning;
using triage::OriginSign;
using triage::Towards;

std::string word(std::string_view key) { return std::string(key); }

/// The heaviest sign of one side, as part of a sentence; empty where there is none.
std::string best(const triage::Origin& origin, Towards towards, const Catalog& catalog) {
  for (const OriginSign& sign : origin.signs) {
    if (sign.towards != towards) continue;
    std::string title = sign_title(sign, catalog);
    if (!title.empty() && title[0] >= 'A' && title[0] <= 'Z') title[0] = static_cast<char>(title[0] - 'A' + 'a');
    return title;
  }
  return {};
}

std::string source_of(const OriginSign& sign, const Catalog& catalog) {
  const rules::Rule* rule = catalog.find_rule(sign.rule);
  return rule ? source_line(*rule, catalog.texts) : "";
}

}  // namespace

std::string sign_title(const OriginSign& sign, const Catalog& catalog) {
  const rules::Rule* rule = catalog.find_rule(sign.rule);
  return rule ? rule->title : sign.rule;
}

std::string sign_sentence(const OriginSign& sign, const Catalog& catalog) {
  return catalog.texts.say(
      "origin.sign", {{"title", sign_title(sign, catalog)}, {"rule", sign.rule}, {"source", source_of(sign, catalog)}});
}

std::string open_sign_sentence(const triage::OpenSign& open, const Catalog& catalog) {
  const catalog::Texts& texts = catalog.texts;
  return texts.say("origin.change", {{"title", sign_title(open.sign, catalog)},
                                     {"rule", open.sign.rule},
                                     {"word", texts.say("origin.word_" + word(triage::name(open.leads_to)))},
                                     {"source", source_of(open.sign, catalog)}});
}

std::string leaning_sentence(const triage::Origin& origin, rules::Kind kind, const Catalog& catalog) {
  const catalog::Texts& texts = catalog.texts;
  if (origin.see_first) return texts.say(kind == rules::Kind::unanswered ? "origin.answer_first" : "origin.see_first");
  return texts.say("origin.leans_" + word(triage::name(origin.leans)));
}

std::string origin_line_words(const triage::Origin& origin, const Catalog& catalog) {
  const catalog::Texts& texts = catalog.texts;
  if (origin.see_first || origin.signs.empty()) return {};
  if (origin.leans == Leaning::neither)
    return texts.say("origin.line_neither", {{"reason", best(origin, Towards::neither, catalog)}});
  if (origin.leans != Leaning::strain && origin.leans != Leaning::load)
    return texts.say("origin.line_" + word(triage::name(origin.leans)));
  const bool strain = origin.leans == Leaning::strain;
  const std::string reason = best(origin, strain ? Towards::strain : Towards::load, catalog);
  const std::string against = best(origin, strain ? Towards::load : Towards::strain, catalog);
  const std::string key = "origin.line_" + word(triage::name(origin.leans));
  if (against.empty()) return texts.say(key, {{"reason", reason}});
  return texts.say(key + "_against", {{"reason", reason}, {"against", against}});
}

OriginWords origin_words(const triage::Origin& origin, rules::Kind kind, const Catalog& catalog) {
  OriginWords words{.sentence = leaning_sentence(origin, kind, catalog), .caveat = catalog.texts.say("origin.limits")};
  if (origin.see_first) return words;
  const Towards leads = origin.leans == Leaning::load      ? Towards::load
                        : origin.leans == Leaning::neither ? Towards::neither
                                                           : Towards::strain;
  for (const OriginSign& sign : origin.signs) {
    auto& side = sign.towards == leads ? words.speaks_for : words.against;
    side.push_back({sign.rule, sign_sentence(sign, catalog)});
  }
  for (const triage::OpenSign& open : origin.would_change)
    words.would_change.push_back({open.sign.rule, open_sign_sentence(open, catalog)});
  return words;
}

}  // namespace hipline::exporters
