#include <optional>
#include <string>

#include "hipline/app/interview/pages.hpp"
#include "hipline/cli/dialogue/conversation.hpp"

namespace hipline::cli {
namespace {

constexpr int steps = 4;

std::string page(const catalog::Texts& texts, const char* question, const std::string& hint) {
  return "\n" + app::spoken(texts, question) + hint + " > ";
}

std::string verdict_page(const catalog::Texts& texts) {
  return "\n" + app::spoken(texts, "advice_verdict") + "   1  " + app::spoken(texts, "advice_may_run") + "   2  " +
         app::spoken(texts, "advice_may_exercise") + "   3  " + app::spoken(texts, "advice_not_yet") +
         texts.say("dialogue.hint_one_of") + " > ";
}

/// Puts the answer to one step into the advice; what is wrong with it, if anything.
std::optional<std::string> take(int step, const std::string& text, LocalDay today, model::Advice& advice) {
  if (step == 0 && !text.empty()) {
    const auto day = LocalDay::parse(text);
    if (!day) return day.error().message;
    if (*day > today) return "This day is still to come; please check it.";
    advice.day = *day;
  }
  if (step == 1) advice.who = text;
  if (step == 2) {
    if (text != "1" && text != "2" && text != "3")
      return "Write 1, 2 or 3. Without their word nothing can be noted; q stops.";
    advice.verdict = text == "1"   ? model::Verdict::may_run
                     : text == "2" ? model::Verdict::may_exercise
                                   : model::Verdict::not_yet;
  }
  if (step == 3) advice.limits = text;
  return std::nullopt;
}

}  // namespace

std::optional<model::Advice> advice_dialogue(model::Advice advice, const catalog::Catalog& catalog, std::istream& in,
                                             std::ostream& out) {
  const catalog::Texts& texts = catalog.texts;
  const LocalDay today = advice.day;
  out << app::spoken(texts, "advice_hello") << app::spoken(texts, "keys_short");
  const std::string words = texts.say("dialogue.hint_text");
  for (int step = 0; step < steps;) {
    const Reply reply = reply_to(step == 0   ? page(texts, "advice_day", texts.say("dialogue.advice_day_hint"))
                                 : step == 1 ? page(texts, "advice_who", words)
                                 : step == 2 ? verdict_page(texts)
                                             : page(texts, "advice_limits", words),
                                 in, out);
    if (reply.kind == Reply::Kind::quit) return std::nullopt;
    if (reply.kind == Reply::Kind::back) {
      if (step > 0) --step;
      continue;
    }
    if (const auto wrong = take(step, reply.text, today, advice)) {
      out << app::paragraph(*wrong);
      continue;
    }
    ++step;
  }
  return advice;
}

}  // namespace hipline::cli
