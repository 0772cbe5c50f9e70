#include "hipline/server/message/upload.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <fmt/format.h>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "hipline/base/assertion.hpp"

namespace hipline::server {
namespace {

std::unexpected<Error> not_kept(int reason) {
  if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG)
    return failure("disk_full", "body",
                   "The disk is full: what was sent could not be kept. Make some room and try again.");
  return failure("cannot_write", "body",
                 fmt::format("What was sent could not be kept on the disk: {}.", std::strerror(reason)));
}

}  // namespace

Result<std::shared_ptr<Upload>> Upload::begin(const std::string& folder) {
  std::string name = (folder.empty() ? std::string(".") : folder) + "/.hipline-upload-XXXXXX";
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);  // 0600
  if (descriptor < 0) return not_kept(errno);
  ::unlink(name.c_str());
  return std::shared_ptr<Upload>(new Upload(descriptor));
}

Upload::~Upload() {
  if (mapped_ != nullptr) ::munmap(mapped_, size_);
  ::close(descriptor_);
}

Status Upload::add(std::string_view bytes) {
  HIPLINE_ASSERT(mapped_ == nullptr);
  while (!bytes.empty()) {
    const ::ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return not_kept(written < 0 ? errno : ENOSPC);
    size_ += static_cast<std::size_t>(written);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return {};
}

Result<std::string_view> Upload::bytes() {
  if (size_ == 0) return std::string_view{};
  if (mapped_ == nullptr) {
    void* const mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor_, 0);
    if (mapped == MAP_FAILED)
      return failure("cannot_read", "body", fmt::format("What was sent cannot be read: {}.", std::strerror(errno)));
    mapped_ = mapped;
  }
  return std::string_view(static_cast<const char*>(mapped_), size_);
}

}  // namespace hipline::server
