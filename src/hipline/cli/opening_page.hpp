#pragma once

#include <string>
#include <utility>

#include "hipline/base/error.hpp"

namespace hipline::cli {

/// A page on the disk that its owner alone may read (0600) and that leads on to an address with a key in it. What a
/// program is started with is shown to everybody on the computer (`ps`), so a browser is started with this page and not
/// with the key. It is gone with this value.
class OpeningPage {
 public:
  /// Errors: cannot_write, disk_full.
  static Result<OpeningPage> write(const std::string& path, const std::string& address);
  ~OpeningPage();
  OpeningPage(OpeningPage&& other) noexcept;
  OpeningPage& operator=(OpeningPage&& other) noexcept;
  OpeningPage(const OpeningPage&) = delete;
  OpeningPage& operator=(const OpeningPage&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  explicit OpeningPage(std::string path) : path_(std::move(path)) {}

  std::string path_;  ///< empty: handed on
};

}  // namespace hipline::cli
