#pragma once

#include <functional>

#include "hipline/model/history.hpp"

namespace hipline {

/// A whole number from 0 up to and without the given one, from whatever makes the choices.
using Below = std::function<int(int)>;

/// A made-up runner with weeks of runs, an ache, check-ins and, at times, a race, circuits and a clinician's advice.
/// Most answers reassure: a runner with everything wrong at once proves little.
model::History random_runner(const Below& below);

}  // namespace hipline
