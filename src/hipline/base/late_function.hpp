#pragma once

#include <atomic>

namespace hipline {

/// The function `name` of the shared library `library` (its soname), opened if it is not yet. Never null: where either
/// is missing, the program ends with a sentence, as the system's own loader would have ended it at the start.
void* late_symbol(const char* library, const char* name);

/// A function of a shared library that is opened at its first call, not at the program's start: most commands need
/// neither archives nor a server, and loading what those bring along took a fifth of a short command's time.
template <typename Function>
class LateFunction {
 public:
  constexpr LateFunction(const char* library, const char* name) : library_(library), name_(name) {}

  /// Called like the function itself.
  operator Function*() const {  // NOLINT(google-explicit-constructor): a call goes through this conversion
    void* found = found_.load(std::memory_order_acquire);
    if (found == nullptr) found_.store(found = late_symbol(library_, name_), std::memory_order_release);
    return reinterpret_cast<Function*>(found);
  }

 private:
  const char* library_;
  const char* name_;
  mutable std::atomic<void*> found_ = nullptr;
};

}  // namespace hipline

/// Declares `name` of `library` as a late function: in a namespace of ours it hides the header's own, which is not
/// linked.
#define HIPLINE_LATE(library, name) \
  const ::hipline::LateFunction<decltype(::name)> name { library, #name }
