#include "hipline/bundler/embedded.hpp"

// The assembler takes a file as it is, in no time; a string literal of this size would cost seconds.
#define HIPLINE_EMBED(NAME, FILE) \
  __asm__(                        \
      ".section .rodata\n"        \
      ".balign 16\n"              \
      ".global " NAME             \
      "_begin\n"                  \
      "" NAME                     \
      "_begin:\n"                 \
      ".incbin \"" FILE           \
      "\"\n"                      \
      ".global " NAME             \
      "_end\n"                    \
      "" NAME                     \
      "_end:\n"                   \
      ".byte 0\n"                 \
      ".previous\n")
HIPLINE_EMBED("hipline_content", HIPLINE_BUNDLE_FILE);
HIPLINE_EMBED("hipline_deciding", HIPLINE_DECIDING_FILE);

// Labels, not arrays of ours.
extern "C" const char hipline_content_begin[];   // NOLINT(modernize-avoid-c-arrays)
extern "C" const char hipline_content_end[];     // NOLINT(modernize-avoid-c-arrays)
extern "C" const char hipline_deciding_begin[];  // NOLINT(modernize-avoid-c-arrays)
extern "C" const char hipline_deciding_end[];    // NOLINT(modernize-avoid-c-arrays)

namespace hipline::bundler {
namespace {

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

}  // namespace

std::string_view embedded_bundle() { return between(hipline_content_begin, hipline_content_end); }

std::string_view embedded_deciding_part() { return between(hipline_deciding_begin, hipline_deciding_end); }

}  // namespace hipline::bundler
