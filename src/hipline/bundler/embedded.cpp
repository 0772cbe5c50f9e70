#include "hipline/bundler/embedded.hpp"

// The assembler takes the file as it is, in no time; a string literal of this size would cost seconds.
__asm__(
    ".section .rodata\n"
    ".balign 16\n"
    ".global hipline_content_begin\n"
    "hipline_content_begin:\n"
    ".incbin \"" HIPLINE_BUNDLE_FILE
    "\"\n"
    ".global hipline_content_end\n"
    "hipline_content_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" const char hipline_content_begin[];  // NOLINT(modernize-avoid-c-arrays): a label, not an array of ours
extern "C" const char hipline_content_end[];    // NOLINT(modernize-avoid-c-arrays)

namespace hipline::bundler {

std::string_view embedded_bundle() {
  return {hipline_content_begin, static_cast<std::size_t>(hipline_content_end - hipline_content_begin)};
}

}  // namespace hipline::bundler
