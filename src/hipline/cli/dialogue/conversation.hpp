#pragma once

#include <istream>
#include <optional>
#include <ostream>
#include <string>

#include "hipline/app/interview/interview.hpp"
#include "hipline/app/setup/profile.hpp"
#include "hipline/base/error.hpp"
#include "hipline/catalog/catalog.hpp"

namespace hipline::cli {

/// How a conversation ended: everything asked, or stopped by the runner (who keeps what was said).
enum class Ending { finished, stopped };

/// What the runner wrote at a prompt.
struct Reply {
  enum class Kind { text, back, quit };
  Kind kind = Kind::text;
  std::string text;
};

/// Shows a page and reads one line; the end of the input means quit, `b` back, `q` quit.
Reply reply_to(const std::string& page, std::istream& in, std::ostream& out);

/// Asks what setup does not know yet (`again`: everything), one page after the other, and fills the profile.
Ending setup_dialogue(app::Profile& profile, const catalog::Catalog& catalog, const app::SetupRound& round, bool again,
                      std::istream& in, std::ostream& out);

/// Leads through a check-in; what was said stands in the interview afterwards.
Ending check_in_dialogue(app::Interview& interview, const catalog::Catalog& catalog, std::istream& in,
                         std::ostream& out);

/// Asks for what a clinician said; nothing where the runner stopped.
std::optional<model::Advice> advice_dialogue(model::Advice advice, const catalog::Catalog& catalog, std::istream& in,
                                             std::ostream& out);

}  // namespace hipline::cli
