#pragma once

namespace hipline {

/// Ends the program with the place and the broken promise: our own mistake, never bad input.
[[noreturn]] void assertion_failed(const char* promise, const char* file, int line);

}  // namespace hipline

/// Stays on in release builds: a wrong decision is worse than a stopped program.
#define HIPLINE_ASSERT(promise) \
  (static_cast<bool>(promise) ? void(0) : ::hipline::assertion_failed(#promise, __FILE__, __LINE__))
