#pragma once

#include <expected>
#include <string>
#include <utility>

namespace hipline {

/// Why something could not be done.
/// `code` is stable and listed in docs/errors.md; `where` names the place (a file, `runs[3].distance_m`, a flag);
/// `message` is one plain sentence that also tells the way out.
struct Error {
  std::string code;
  std::string where;
  std::string message;

  friend bool operator==(const Error&, const Error&) = default;
};

template <typename T>
using Result = std::expected<T, Error>;

using Status = Result<void>;

/// Shorthand for returning a failure from a function that answers with `Result`.
inline std::unexpected<Error> failure(std::string code, std::string where, std::string message) {
  return std::unexpected(Error{std::move(code), std::move(where), std::move(message)});
}

}  // namespace hipline
