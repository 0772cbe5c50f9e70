#pragma once

#include "hipline/base/error.hpp"
#include "hipline/baseline/parameters.hpp"
#include "hipline/baseline/session.hpp"
#include "hipline/model/history.hpp"

namespace hipline::baseline {

/// The days from today to race day and 14 days after, as if nothing hurt; without a race ahead or just behind, 14 days.
/// The runner's own plan where it names a day from today on (days it does not name are rest), else the habits of the
/// last weeks shaped by the taper; where too few runs are known, short easy runs in minutes. Missed kilometres are not
/// made up. Errors: unknown_session_kind when the own plan holds another word than those of `name(SessionKind)`.
Result<Baseline> make_baseline(const model::History& history, const Parameters& parameters);

/// The session of one day; nothing outside the baseline.
const Session* session_on(const Baseline& baseline, LocalDay day);

}  // namespace hipline::baseline
