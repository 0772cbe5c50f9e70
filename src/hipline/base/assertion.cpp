#include "hipline/base/assertion.hpp"

#include <cstdio>
#include <cstdlib>

namespace hipline {

void assertion_failed(const char* promise, const char* file, int line) {
  std::fprintf(stderr, "hipline: internal mistake at %s:%d: %s\n", file, line, promise);
  std::abort();
}

}  // namespace hipline
