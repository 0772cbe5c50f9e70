#pragma once

#include <string>
#include <vector>

#include "hipline/catalog/texts.hpp"
#include "hipline/model/runner.hpp"
#include "hipline/trends/promises.hpp"

namespace hipline::exporters {

/// One thing measured, in words.
struct MeasureWords {
  std::string what;   ///< stiffness, hold_left, hold_right, pain, days_kept, distance_kept
  std::string state;  ///< better, same, worse, not_enough_yet
  std::string unit;   ///< points, s, share
  std::string label;
  std::string sentence;
};

/// One of the three promises.
struct PromiseWords {
  std::string title;
  std::string state;
  std::string sentence;  ///< the sentences of its parts, those that say something first
  std::vector<MeasureWords> parts;
};

/// A measure and the promise it belongs to, as one says them.
MeasureWords measure_words(const trends::Measure& measure, const catalog::Texts& texts);
PromiseWords promise_words(const std::string& key, const std::vector<trends::Measure>& measures,
                           const catalog::Texts& texts);

}  // namespace hipline::exporters
