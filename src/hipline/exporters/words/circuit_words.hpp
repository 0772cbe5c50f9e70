#pragma once

#include "hipline/exporters/words/today_words.hpp"

namespace hipline::exporters {

/// A day's circuit in a line, or why there is none.
CircuitWords circuit_words(const circuit::Prescription& circuit, const catalog::Catalog& catalog);

}  // namespace hipline::exporters
