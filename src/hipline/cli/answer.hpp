#pragma once

#include <string>

#include "hipline/base/error.hpp"

namespace hipline::cli {

/// What a command says: for people, and as one JSON object for programs.
struct Answer {
  std::string text;   ///< whole lines
  std::string json;   ///< one JSON object; printed as it is
  int exit_code = 0;  ///< 2 where everything the user named was wrong, and yet there is something to tell
};

/// 2 for what the user can put right by asking differently, 1 for a failure of disk, database, content or program.
int exit_code_of(const Error& error);

/// Prints an answer or an error in the form that was asked for and returns the exit status.
int print(const Result<Answer>& answer, bool json);

}  // namespace hipline::cli
