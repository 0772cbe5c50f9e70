#include "hipline/server/keys/secret.hpp"

#include <sys/random.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "hipline/app/ports/files.hpp"
#include "hipline/base/assertion.hpp"

namespace hipline::server {
namespace {

constexpr std::size_t digits = 64;

bool is_secret(std::string_view text) {
  return text.size() == digits && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

std::string fresh_secret() {
  std::array<unsigned char, digits / 2> bytes{};
  // Without entropy there is no secret, and going on would be worse than ending.
  HIPLINE_ASSERT(::getrandom(bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()));
  std::string text;
  for (const unsigned char byte : bytes) {
    text += "0123456789abcdef"[byte >> 4];
    text += "0123456789abcdef"[byte & 15];
  }
  return text;
}

bool same_secret(std::string_view one, std::string_view other) {
  // The length of a secret is none.
  if (one.size() != other.size()) return false;
  volatile unsigned char differs = 0;
  for (std::size_t i = 0; i < one.size(); ++i)
    differs = static_cast<unsigned char>(differs |
                                         (static_cast<unsigned char>(one[i]) ^ static_cast<unsigned char>(other[i])));
  return differs == 0;
}

Result<std::string> kept_secret(const std::string& path) {
  struct stat file {};
  if (::stat(path.c_str(), &file) == 0 && (file.st_mode & 077) == 0) {
    std::ifstream in(path);
    const std::string kept{std::istreambuf_iterator<char>(in), {}};
    if (is_secret(kept)) return kept;
  }
  std::string secret = fresh_secret();
  if (const Status written = app::write_private_file(path, secret); !written) return std::unexpected(written.error());
  return secret;
}

std::string secret_path(const std::string& database_path) { return database_path + ".key"; }

}  // namespace hipline::server
