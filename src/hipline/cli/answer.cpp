#include "hipline/cli/answer.hpp"

#include <fmt/format.h>
#include <cstdio>
#include <string_view>

#include "hipline/app/fault/fault.hpp"

namespace hipline::cli {
namespace {

/// The sentence with its place before it, unless it names the place itself.
std::string sentence(const Error& error) {
  if (error.where.empty() || error.message.find(error.where) != std::string::npos) return error.message;
  return error.where + ": " + error.message;
}

}  // namespace

int exit_code_of(const Error& error) { return app::fault_of(error) == app::Fault::world ? 1 : 2; }

int print(const Result<Answer>& answer, bool json) {
  if (!answer) {
    if (json)
      fmt::print("{}\n", app::error_json(answer.error()));
    else
      fmt::print(stderr, "{}\n", sentence(answer.error()));
    return exit_code_of(answer.error());
  }
  // A full disk or a closed pipe must not look like success, nor end the program in the middle.
  const std::string& text = json ? answer->json : answer->text;
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
                       (!json || std::fputc('\n', stdout) != EOF) && std::fflush(stdout) == 0;
  if (!written) {
    std::fputs("The answer could not be written to the output.\n", stderr);
    return 1;
  }
  return answer->exit_code;
}

}  // namespace hipline::cli
