#include "hipline/cli/ask.hpp"

#include <unistd.h>

#include <fmt/format.h>
#include <cstdio>
#include <iostream>

namespace hipline::cli {

bool can_ask() { return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1; }

std::optional<std::string> ask(const std::string& question) {
  fmt::print(stderr, "{} ", question);
  std::fflush(stderr);
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  return line;
}

}  // namespace hipline::cli
