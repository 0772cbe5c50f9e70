#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "hipline/app/ports/store.hpp"

namespace hipline::app {

/// One runner's history, kept between answers: what was written since the last one is read, and no more.
class KeptHistory {
 public:
  /// Everything known on a day: nothing later than `today`, nor later than `now` where that is given. Someone who has
  /// not set up yet is a runner of whom nothing is known but the id. Errors: the store's.
  Result<model::History> read(const std::string& runner_id, LocalDay today, std::optional<Instant> now, Store& store);

 private:
  Status bring_up_to_date(Store& store, const std::optional<Written>& written);
  [[nodiscard]] model::History known(LocalDay today, std::optional<Instant> now) const;

  model::History everything_;  ///< of `everything_.runner.id`, whenever it was
  std::optional<Written> written_;
  std::int64_t last_check_in_ = 0;
};

}  // namespace hipline::app
