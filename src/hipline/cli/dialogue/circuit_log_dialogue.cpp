#include "hipline/cli/dialogue/circuit_log_dialogue.hpp"

#include "hipline/app/interview/pages.hpp"

namespace hipline::cli {

Ending circuit_log_dialogue(app::LogInterview& interview, const catalog::Catalog& catalog, std::istream& in,
                            std::ostream& out) {
  out << app::paragraph(catalog.texts.say("circuit_log.hello"))
      << app::paragraph(catalog.texts.say("circuit_log.keys"));
  while (const auto page = interview.next()) {
    const Reply reply = reply_to(*page, in, out);
    if (reply.kind == Reply::Kind::quit) return Ending::stopped;
    if (reply.kind == Reply::Kind::back) {
      if (!interview.back()) out << app::spoken(catalog.texts, "at_first");
      continue;
    }
    if (const Status taken = interview.answer(reply.text); !taken) out << app::paragraph(taken.error().message);
  }
  return Ending::finished;
}

}  // namespace hipline::cli
