#pragma once

#include <optional>
#include <string>

namespace hipline::cli {

/// True where a person sits at both ends, so that a question can be asked.
bool can_ask();

/// Asks on standard error and reads one line; nothing at the end of the input.
std::optional<std::string> ask(const std::string& question);

}  // namespace hipline::cli
