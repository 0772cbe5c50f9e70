#pragma once

#include <string>
#include <string_view>

#include "hipline/base/error.hpp"
#include "hipline/model/samples.hpp"

namespace hipline::store {

/// A run's series as one compressed value: the columns one after the other, the bytes of equal weight together.
std::string pack_series(const model::Samples& samples);

/// The series as it was packed, bit by bit. Errors: database_damaged.
Result<model::Samples> unpack_series(std::string_view packed);

}  // namespace hipline::store
