#include "hipline/app/interview/pages.hpp"
#include "hipline/app/interview/spoken_answer.hpp"
#include "hipline/cli/dialogue/conversation.hpp"

namespace hipline::cli {
namespace {

bool is_skipped(const std::vector<model::Answer>& answers) {
  for (const model::Answer& answer : answers) {
    if (!std::holds_alternative<model::Skipped>(answer.value)) return false;
  }
  return true;
}

/// Before an answer is kept that stays: whether it is so. False where the runner takes it back.
bool is_it_so(const catalog::Texts& texts, std::istream& in, std::ostream& out) {
  return reply_to("\n" + app::spoken(texts, "checkin_is_it_so") + texts.say("dialogue.hint_so") + " > ", in, out)
             .kind != Reply::Kind::back;
}

}  // namespace

Ending check_in_dialogue(app::Interview& interview, const catalog::Catalog& catalog, std::istream& in,
                         std::ostream& out) {
  const catalog::Texts& texts = catalog.texts;
  out << app::spoken(texts, interview.is_first() ? "checkin_hello_first" : "checkin_hello")
      << app::spoken(texts, "keys");
  bool alarmed = false;
  while (true) {
    const auto question = interview.next();
    if (!question) {
      if (!interview.alarm() || is_it_so(texts, in, out) || !interview.back()) return Ending::finished;
      continue;
    }
    if (!interview.alarm()) alarmed = false;
    if (interview.alarm() && !alarmed) {
      out << '\n' << app::spoken(texts, "checkin_clinician_more");
      alarmed = true;
    }
    const Reply reply = reply_to(app::question_page(*question, texts), in, out);
    if (reply.kind == Reply::Kind::quit) return Ending::stopped;
    if (reply.kind == Reply::Kind::back) {
      if (!interview.back()) out << app::spoken(texts, "at_first");
      continue;
    }
    auto answers = app::parse_answer(*question, reply.text);
    if (!answers) {
      out << app::paragraph(answers.error().message);
      continue;
    }
    if (is_skipped(*answers))
      out << app::spoken(texts, question->screening && !question->renews ? "skipped_screening" : "skipped");
    interview.answer(std::move(*answers));
  }
}

}  // namespace hipline::cli
