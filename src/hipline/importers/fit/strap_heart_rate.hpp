#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "hipline/importers/activity.hpp"

namespace hipline::importers {

class FitMessage;

/// Heart rates that a strap recorded by itself and handed over after a swim, or where the watch lost it. They come in
/// messages of their own, on the strap's clock; a message that names both clocks ties them together.
class StrapHeartRate {
 public:
  /// Takes a heart rate message, as long as no more than `most` beats are held; false where there is no room for it.
  bool take(const FitMessage& message, std::size_t most);
  /// Moves the device's clock, where it was brought to local time.
  void shift(std::int64_t seconds);
  /// Fills in the heart rate of records that have none: the mean of what came since the record before, at most 5 s.
  /// A total that was not known is taken from them. Answers how many records were filled.
  std::size_t lay_on(Activity& activity);
  /// Takes over the beats of another part of the file: they often lie in a part of their own behind the records.
  void join(StrapHeartRate&& other);

 private:
  struct Beat {
    std::int64_t time_ms = 0;  ///< since 1970
    float bpm = 0;
  };
  void add(std::optional<double> bpm);

  std::vector<Beat> beats_;
  std::optional<std::uint64_t> strap_1024_;  ///< the strap's clock at the last beat, in 1/1024 s
  std::optional<std::int64_t> began_ms_;     ///< the moment at which the strap's clock stood at 0
};

}  // namespace hipline::importers
