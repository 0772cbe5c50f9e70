#include <algorithm>
#include <vector>

#include "hipline/app/interview/pages.hpp"
#include "hipline/cli/dialogue/conversation.hpp"

namespace hipline::cli {
namespace {

/// A field that was asked, with the profile as it was before.
struct Asked {
  const catalog::SetupField* field = nullptr;
  app::Profile before;
};

const catalog::SetupField* next_field(const std::vector<Asked>& asked, const app::Profile& profile,
                                      const catalog::Catalog& catalog, bool again) {
  for (const catalog::SetupField& field : catalog.setup) {
    const bool was_asked = std::ranges::any_of(asked, [&](const Asked& one) { return one.field == &field; });
    if (!was_asked && app::is_asked(field, profile, catalog, again)) return &field;
  }
  return nullptr;
}

}  // namespace

Ending setup_dialogue(app::Profile& profile, const catalog::Catalog& catalog, const app::SetupRound& round, bool again,
                      std::istream& in, std::ostream& out) {
  const catalog::Texts& texts = catalog.texts;
  const std::string zone = round.zones.of_this_machine();
  std::vector<Asked> asked;
  std::string chapter;
  while (const catalog::SetupField* field = next_field(asked, profile, catalog, again)) {
    if (asked.empty() && chapter.empty())
      out << app::spoken(texts, profile.zone_known ? "setup_again" : "setup_hello") << app::spoken(texts, "keys");
    if (field->chapter != chapter) out << "\n-- " << app::spoken(texts, "chapter_" + field->chapter);
    chapter = field->chapter;
    const Reply reply = reply_to(app::setup_page(*field, app::known_answer(*field, profile), zone, texts), in, out);
    if (reply.kind == Reply::Kind::quit) return Ending::stopped;
    if (reply.kind == Reply::Kind::back) {
      if (asked.empty()) {
        out << app::spoken(texts, "at_first");
      } else {
        profile = asked.back().before;
        asked.pop_back();
      }
      continue;
    }
    const app::Profile before = profile;
    if (const Status told = app::tell(profile, *field, reply.text, round); !told) {
      out << app::paragraph(told.error().message);
      continue;
    }
    asked.push_back({field, before});
  }
  if (asked.empty()) out << app::spoken(texts, "setup_known");
  return Ending::finished;
}

}  // namespace hipline::cli
