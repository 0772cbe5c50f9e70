#pragma once

#include <istream>
#include <ostream>

#include "hipline/app/circuit_log/log_interview.hpp"
#include "hipline/catalog/catalog.hpp"
#include "hipline/cli/dialogue/conversation.hpp"

namespace hipline::cli {

/// Leads through what was done of a circuit; the lines stand in the interview afterwards.
Ending circuit_log_dialogue(app::LogInterview& interview, const catalog::Catalog& catalog, std::istream& in,
                            std::ostream& out);

}  // namespace hipline::cli
