#pragma once

#include "hipline/base/error.hpp"
#include "hipline/cli/answer.hpp"
#include "hipline/cli/context.hpp"
#include "hipline/cli/guide/guided_circuit.hpp"

namespace hipline::cli {

/// Leads through today's circuit at the terminal and logs what was done. Errors: no_terminal, and those of the log.
Result<Answer> guide_circuit(Context& context, const GuideOptions& options);

}  // namespace hipline::cli
