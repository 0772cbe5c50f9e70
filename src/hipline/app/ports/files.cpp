#include "hipline/app/ports/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace hipline::app {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> cannot_read(const std::string& path, const std::string& reason) {
  return failure("cannot_read", path, fmt::format("{} cannot be read: {}.", path, reason));
}

std::unexpected<Error> cannot_write(const std::string& path, int reason) {
  if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG)
    return failure("disk_full", path,
                   fmt::format("The disk is full: {} could not be written. Make some room and try again.", path));
  return failure("cannot_write", path, fmt::format("{} cannot be written: {}.", path, std::strerror(reason)));
}

/// Closes what it opened, on every way out.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }

 private:
  int number_;
};

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ::ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

enum class Flushed : bool { later, at_once };

Status write_whole(const std::string& path, std::string_view bytes, Flushed flushed) {
  const std::string unfinished = path + ".unfinished";
  {
    const Descriptor file(::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (file.number() < 0) return cannot_write(path, errno);
    // What lay there already may be another's, who would read along, or have been left open to all.
    struct stat found {};
    if (::fstat(file.number(), &found) != 0) return cannot_write(path, errno);
    if (found.st_uid != ::geteuid()) return cannot_write(path, EACCES);
    if (::fchmod(file.number(), 0600) != 0 || ::ftruncate(file.number(), 0) != 0) return cannot_write(path, errno);
    if (!write_all(file.number(), bytes) || (flushed == Flushed::at_once && ::fsync(file.number()) != 0)) {
      const int reason = errno;
      ::unlink(unfinished.c_str());
      return cannot_write(path, reason);
    }
  }
  if (::rename(unfinished.c_str(), path.c_str()) != 0) {
    const int reason = errno;
    ::unlink(unfinished.c_str());
    return cannot_write(path, reason);
  }
  return {};
}

}  // namespace

Result<std::vector<FoundFile>> DiskFiles::find(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found)
    return failure("no_such_file", path, fmt::format("There is no file or folder called {}.", path));
  if (error) return cannot_read(path, error.message());
  if (status.type() == fs::file_type::regular) return std::vector{FoundFile{path, fs::file_size(path, error)}};
  if (status.type() != fs::file_type::directory) return cannot_read(path, "it is neither a file nor a folder");

  std::vector<FoundFile> found;
  auto entry = fs::recursive_directory_iterator(path, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    std::error_code gone;
    if (entry->is_regular_file(gone)) found.push_back({entry->path().string(), entry->file_size(gone)});
  }
  if (error) return cannot_read(path, error.message());
  std::ranges::sort(found, {}, &FoundFile::path);
  return found;
}

Result<std::string> DiskFiles::read(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) {
    if (errno == ENOENT) return failure("no_such_file", path, fmt::format("There is no file called {}.", path));
    return cannot_read(path, std::strerror(errno));
  }
  std::string bytes;
  const ::off_t size = ::lseek(file.number(), 0, SEEK_END);
  if (size > 0) bytes.reserve(static_cast<std::size_t>(size));
  ::lseek(file.number(), 0, SEEK_SET);
  char buffer[1 << 16];
  while (true) {
    const ::ssize_t got = ::read(file.number(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return cannot_read(path, std::strerror(errno));
    if (got == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
}

std::string DiskFiles::place(const std::string& content_hash) const {
  return originals_ + "/" + content_hash.substr(0, 2) + "/" + content_hash;
}

Result<bool> DiskFiles::keep_original(const std::string& content_hash, std::string_view bytes) {
  const std::string path = place(content_hash);
  std::error_code error;
  // One that a power cut left behind may have the name and the size, but not the bytes.
  if (fs::exists(path, error) && fs::file_size(path, error) == bytes.size()) {
    if (const auto there = read(path); there && *there == bytes) return false;
  }
  for (const fs::path& folder : {fs::path(originals_), fs::path(path).parent_path()}) {
    if (fs::create_directories(folder, error)) fs::permissions(folder, fs::perms::owner_all, error);
    if (error) return cannot_write(folder.string(), error.value());
  }
  if (const Status written = write_whole(path, bytes, Flushed::later); !written)
    return std::unexpected(written.error());
  return true;
}

Status DiskFiles::flush_originals() {
  const Descriptor folder(::open(originals_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.number() < 0) return errno == ENOENT ? Status() : cannot_write(originals_, errno);
  if (::syncfs(folder.number()) != 0) return cannot_write(originals_, errno);
  return {};
}

Result<std::string> DiskFiles::original(const std::string& content_hash) {
  auto bytes = read(place(content_hash));
  if (!bytes && bytes.error().code == "no_such_file")
    return failure("original_missing", place(content_hash),
                   fmt::format("The original file {} is no longer beside the database.", place(content_hash)));
  return bytes;
}

Status DiskFiles::remove_original(const std::string& content_hash) {
  std::error_code error;
  const fs::path path = place(content_hash);
  fs::remove(path, error);
  if (error) return cannot_write(path.string(), error.value());
  fs::remove(path.parent_path(), error);  // succeeds only where it was the last one
  return {};
}

Status DiskFiles::remove_all_originals() {
  std::error_code error;
  fs::remove_all(originals_, error);
  if (error) return cannot_write(originals_, error.value());
  return {};
}

Status write_private_file(const std::string& path, std::string_view bytes) {
  return write_whole(path, bytes, Flushed::at_once);
}

}  // namespace hipline::app
