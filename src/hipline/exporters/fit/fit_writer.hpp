#pragma once

#include <cstddef>
#include <vector>

#include "hipline/base/error.hpp"
#include "hipline/model/run.hpp"
#include "hipline/model/samples.hpp"

namespace hipline::exporters {

/// One activity as a FIT file: who wrote it, timer start and stop, the records, one lap, one session, the local time.
/// Exact to what FIT holds: whole seconds, centimetres, mm/s, whole beats, 1/128 strides a minute, 0.2 m of altitude.
/// Columns of `samples` must be empty or one entry per record. Effort and feel go into the session.
/// Errors: not_writable when the start lies outside FIT's years, 1998-2125.
Result<std::vector<std::byte>> write_fit(const model::Run& run, const model::Samples& samples);

}  // namespace hipline::exporters
