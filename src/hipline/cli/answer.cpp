#include "hipline/cli/answer.hpp"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string_view>

namespace hipline::cli {
namespace {

/// Failures of the world and of ourselves. Every other code is about what was asked.
constexpr auto failures = std::to_array<std::string_view>({
    "database_locked",
    "database_newer",
    "database_read_only",
    "database_damaged",
    "not_a_database",
    "cannot_open_database",
    "disk_full",
    "disk_error",
    "cannot_write",
    "store_failed",
    "original_missing",
    "damaged_document",
    "content_broken",
    "checks_failed",
});

/// The sentence with its place before it, unless it names the place itself.
std::string sentence(const Error& error) {
  if (error.where.empty() || error.message.find(error.where) != std::string::npos) return error.message;
  return error.where + ": " + error.message;
}

}  // namespace

int exit_code_of(const Error& error) { return std::ranges::find(failures, error.code) != failures.end() ? 1 : 2; }

std::string as_json(const Error& error) {
  const nlohmann::ordered_json value = {
      {"error", {{"code", error.code}, {"where", error.where}, {"message", error.message}}}};
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

int print(const Result<Answer>& answer, bool json) {
  if (!answer) {
    if (json)
      fmt::print("{}\n", as_json(answer.error()));
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
