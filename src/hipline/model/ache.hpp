#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hipline/base/day.hpp"
#include "hipline/model/runner.hpp"

namespace hipline::model {

enum class Site { front_of_hip, groin, front_of_thigh, side_of_hip, buttock, lower_belly, back };
enum class Quality { dull, deep, sharp, burning, pinching, tight };
enum class OnsetManner { gradual, sudden };

/// Something the runner already tried against the ache.
struct Tried {
  std::string what;
  std::optional<bool> helped;

  friend bool operator==(const Tried&, const Tried&) = default;
};

/// The ache as the runner describes it. Empty lists mean "not said".
struct Ache {
  std::optional<Side> side;
  std::vector<Site> sites;
  std::vector<Quality> qualities;
  std::optional<OnsetManner> onset;
  std::optional<LocalDay> onset_day;
  std::string what_happened;
  std::optional<bool> pop;
  std::optional<int> stiffness_on_rising;  ///< 0-10
  std::vector<Tried> tried;
  std::string called;     ///< what it was called
  std::string called_by;  ///< and by whom

  friend bool operator==(const Ache&, const Ache&) = default;
};

}  // namespace hipline::model
