#include "hipline/exporters/text/origin_text.hpp"

#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/text/reference_text.hpp"

namespace hipline::exporters {
namespace {

using catalog::Catalog;
using triage::Leaning;
using triage::OriginSign;
using triage::Towards;

std::string word(std::string_view key) { return std::string(key); }

std::string title_of(const OriginSign& sign, const Catalog& catalog) {
  const rules::Rule* rule = catalog.find_rule(sign.rule);
  return rule ? rule->title : sign.rule;
}

/// The heaviest sign of one side, as part of a sentence; empty where there is none.
std::string best(const triage::Origin& origin, Towards towards, const Catalog& catalog) {
  for (const OriginSign& sign : origin.signs) {
    if (sign.towards != towards) continue;
    std::string title = title_of(sign, catalog);
    if (!title.empty() && title[0] >= 'A' && title[0] <= 'Z') title[0] = static_cast<char>(title[0] - 'A' + 'a');
    return title;
  }
  return {};
}

std::string source_of(const OriginSign& sign, const Catalog& catalog) {
  const rules::Rule* rule = catalog.find_rule(sign.rule);
  return rule ? source_line(*rule, catalog.texts) : "";
}

std::string signs_text(const triage::Origin& origin, Towards towards, const Catalog& catalog) {
  const catalog::Texts& texts = catalog.texts;
  std::string text;
  for (const OriginSign& sign : origin.signs) {
    if (sign.towards != towards) continue;
    if (text.empty()) text = wrap(texts.say("origin.signs_" + word(triage::name(towards))), 2);
    text +=
        wrap(texts.say("origin.sign",
                       {{"title", title_of(sign, catalog)}, {"rule", sign.rule}, {"source", source_of(sign, catalog)}}),
             4, "  - ");
  }
  return text;
}

}  // namespace

std::string origin_line(const triage::Origin& origin, const Catalog& catalog) {
  const catalog::Texts& texts = catalog.texts;
  if (origin.see_first || origin.signs.empty()) return {};
  if (origin.leans == Leaning::neither)
    return wrap(texts.say("origin.line_neither", {{"reason", best(origin, Towards::neither, catalog)}}));
  if (origin.leans != Leaning::strain && origin.leans != Leaning::load)
    return wrap(texts.say("origin.line_" + word(triage::name(origin.leans))));
  const bool strain = origin.leans == Leaning::strain;
  const std::string reason = best(origin, strain ? Towards::strain : Towards::load, catalog);
  const std::string against = best(origin, strain ? Towards::load : Towards::strain, catalog);
  const std::string key = "origin.line_" + word(triage::name(origin.leans));
  if (against.empty()) return wrap(texts.say(key, {{"reason", reason}}));
  return wrap(texts.say(key + "_against", {{"reason", reason}, {"against", against}}));
}

std::string origin_section(const triage::Origin& origin, rules::Kind kind, const Catalog& catalog) {
  const catalog::Texts& texts = catalog.texts;
  std::string text = wrap(texts.say("origin.title"));
  if (origin.see_first) {
    return text + wrap(texts.say(kind == rules::Kind::unanswered ? "origin.answer_first" : "origin.see_first"), 2) +
           "\n";
  }
  text += wrap(
      texts.say("origin.leans_" + word(triage::name(origin.leans))) + " " +
          texts.say("origin.weights", {{"strain", plain_number(origin.strain)}, {"load", plain_number(origin.load)}}),
      2);
  const Towards first = origin.leans == Leaning::strain ? Towards::strain : Towards::load;
  const Towards second = first == Towards::strain ? Towards::load : Towards::strain;
  for (const Towards towards : {Towards::neither, first, second}) text += signs_text(origin, towards, catalog);
  text += wrap(texts.say(origin.would_change.empty() ? "origin.nothing_changes" : "origin.would_change"), 2);
  for (const triage::OpenSign& open : origin.would_change) {
    text += wrap(texts.say("origin.change", {{"title", title_of(open.sign, catalog)},
                                             {"rule", open.sign.rule},
                                             {"word", texts.say("origin.word_" + word(triage::name(open.leads_to)))},
                                             {"source", source_of(open.sign, catalog)}}),
                 4, "  - ");
  }
  return text + wrap(texts.say("origin.limits"), 2) + "\n";
}

std::vector<std::string> origin_notes(const triage::Origin& origin, const Catalog& catalog) {
  const catalog::Texts& texts = catalog.texts;
  std::vector<std::string> lines;
  if (origin.signs.empty()) return lines;
  const std::string answer = origin.see_first ? "origin.see_first" : "origin.leans_" + word(triage::name(origin.leans));
  lines.push_back(texts.say("origin.note_answer", {{"answer", texts.say(answer)}}));
  for (const Towards towards : {Towards::strain, Towards::load}) {
    std::string signs;
    for (const OriginSign& sign : origin.signs) {
      if (sign.towards != towards) continue;
      signs += (signs.empty() ? "" : "; ") +
               texts.say("origin.note_sign", {{"title", title_of(sign, catalog)}, {"rule", sign.rule}});
    }
    if (!signs.empty()) lines.push_back(texts.say("origin.note_" + word(triage::name(towards)), {{"signs", signs}}));
  }
  return lines;
}

}  // namespace hipline::exporters
