#include "hipline/cli/opening_page.hpp"

#include <fmt/format.h>
#include <filesystem>
#include <utility>

#include "hipline/app/ports/files.hpp"

namespace hipline::cli {

Result<OpeningPage> OpeningPage::write(const std::string& path, const std::string& address) {
  const std::string page = fmt::format(
      "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"referrer\" "
      "content=\"no-referrer\">"
      "<meta http-equiv=\"refresh\" content=\"0; url={0}\"><title>Hipline</title></head>"
      "<body><p><a href=\"{0}\">Open Hipline</a></p></body></html>\n",
      address);
  if (const Status written = app::write_private_file(path, page); !written) return std::unexpected(written.error());
  return OpeningPage(path);
}

OpeningPage::~OpeningPage() {
  std::error_code error;
  if (!path_.empty()) std::filesystem::remove(path_, error);
}

OpeningPage::OpeningPage(OpeningPage&& other) noexcept : path_(std::exchange(other.path_, {})) {}

OpeningPage& OpeningPage::operator=(OpeningPage&& other) noexcept {
  std::swap(path_, other.path_);
  return *this;
}

}  // namespace hipline::cli
