#pragma once

#include <chrono>

#include "hipline/base/day.hpp"

namespace hipline::app {

/// Tells the present moment: the only way by which use cases learn it.
class Clock {
 public:
  virtual ~Clock() = default;
  [[nodiscard]] virtual Instant now() const = 0;
};

/// The machine's clock, to the millisecond.
class SystemClock final : public Clock {
 public:
  [[nodiscard]] Instant now() const override {
    const auto since_1970 = std::chrono::system_clock::now().time_since_epoch();
    return Instant(std::chrono::duration_cast<std::chrono::milliseconds>(since_1970).count());
  }
};

/// A clock that stands still, for tests and for made-up runners.
class FixedClock final : public Clock {
 public:
  explicit FixedClock(Instant now) : now_(now) {}
  [[nodiscard]] Instant now() const override { return now_; }

 private:
  Instant now_;
};

}  // namespace hipline::app
