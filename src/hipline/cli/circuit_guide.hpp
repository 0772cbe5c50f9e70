#pragma once

#include "hipline/app/library/library_pages.hpp"
#include "hipline/base/error.hpp"
#include "hipline/cli/answer.hpp"
#include "hipline/cli/context.hpp"
#include "hipline/cli/guide/guided_circuit.hpp"

namespace hipline::cli {

/// Leads through today's circuit, or what is wished instead, at the terminal and logs what was done. Errors:
/// no_terminal, those of the wish and of the log.
Result<Answer> guide_circuit(Context& context, const GuideOptions& options, const app::CircuitWish& wish);

}  // namespace hipline::cli
