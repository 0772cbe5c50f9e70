#include "hipline/base/late_function.hpp"

#include <dlfcn.h>

#include <cstdio>
#include <cstdlib>

namespace hipline {

void* late_symbol(const char* library, const char* name) {
  // Never closed: what it handed out is called until the end.
  void* const opened = ::dlopen(library, RTLD_LAZY | RTLD_LOCAL);
  void* const found = opened == nullptr ? nullptr : ::dlsym(opened, name);
  if (found == nullptr) {
    std::fprintf(stderr, "hipline: %s is needed for this and cannot be loaded. Install its package and try again.\n",
                 library);
    std::_Exit(127);
  }
  return found;
}

}  // namespace hipline
