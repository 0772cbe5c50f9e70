#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "hipline/base/error.hpp"

namespace hipline::server {

/// The body of a request for a file, kept on the disk while it comes and not in memory: in a file without a name, which
/// nobody else can open and which is gone with it, however this program ends.
class Upload {
 public:
  /// On the disk of this folder. Errors: disk_full, cannot_write.
  static Result<std::shared_ptr<Upload>> begin(const std::string& folder);
  ~Upload();
  Upload(const Upload&) = delete;
  Upload& operator=(const Upload&) = delete;

  /// Not after `bytes`. Errors: disk_full, cannot_write.
  Status add(std::string_view bytes);
  [[nodiscard]] std::size_t size() const { return size_; }
  /// All of it, as long as this object lives; the system fetches from the disk what is looked at. Errors: cannot_read.
  Result<std::string_view> bytes();

 private:
  explicit Upload(int descriptor) : descriptor_(descriptor) {}

  int descriptor_;
  std::size_t size_ = 0;
  void* mapped_ = nullptr;
};

}  // namespace hipline::server
