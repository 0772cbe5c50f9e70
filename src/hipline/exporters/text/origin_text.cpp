#include "hipline/exporters/text/origin_text.hpp"

#include "hipline/exporters/text/layout.hpp"
#include "hipline/exporters/words/origin_words.hpp"

namespace hipline::exporters {
namespace {

using catalog::Catalog;
using triage::Leaning;
using triage::OriginSign;
using triage::Towards;

std::string word(std::string_view key) { return std::string(key); }

std::string signs_text(const triage::Origin& origin, Towards towards, const Catalog& catalog) {
  const catalog::Texts& texts = catalog.texts;
  std::string text;
  for (const OriginSign& sign : origin.signs) {
    if (sign.towards != towards) continue;
    if (text.empty()) text = wrap(texts.say("origin.signs_" + word(triage::name(towards))), 2);
    text += wrap(sign_sentence(sign, catalog), 4, "  - ");
  }
  return text;
}

}  // namespace

std::string origin_line(const triage::Origin& origin, const Catalog& catalog) {
  const std::string line = origin_line_words(origin, catalog);
  return line.empty() ? line : wrap(line);
}

std::string origin_section(const triage::Origin& origin, rules::Kind kind, const Catalog& catalog) {
  const catalog::Texts& texts = catalog.texts;
  std::string text = wrap(texts.say("origin.title"));
  if (origin.see_first) {
    return text + wrap(leaning_sentence(origin, kind, catalog), 2) + "\n";
  }
  text += wrap(
      leaning_sentence(origin, kind, catalog) + " " +
          texts.say("origin.weights", {{"strain", plain_number(origin.strain)}, {"load", plain_number(origin.load)}}),
      2);
  const Towards first = origin.leans == Leaning::strain ? Towards::strain : Towards::load;
  const Towards second = first == Towards::strain ? Towards::load : Towards::strain;
  for (const Towards towards : {Towards::neither, first, second}) text += signs_text(origin, towards, catalog);
  text += wrap(texts.say(origin.would_change.empty() ? "origin.nothing_changes" : "origin.would_change"), 2);
  for (const triage::OpenSign& open : origin.would_change) {
    text += wrap(open_sign_sentence(open, catalog), 4, "  - ");
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
               texts.say("origin.note_sign", {{"title", sign_title(sign, catalog)}, {"rule", sign.rule}});
    }
    if (!signs.empty()) lines.push_back(texts.say("origin.note_" + word(triage::name(towards)), {{"signs", signs}}));
  }
  return lines;
}

}  // namespace hipline::exporters
