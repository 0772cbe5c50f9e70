#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "hipline/base/error.hpp"

namespace hipline::app {

/// A file to read: the name the runner would call it by is the path itself.
struct FoundFile {
  std::string path;
  std::uint64_t bytes = 0;
};

/// Files of the runner, and the place where originals are kept as they came.
class Files {
 public:
  virtual ~Files() = default;

  /// A file gives itself, a folder every file below it, ordered by path. Errors: no_such_file, cannot_read.
  virtual Result<std::vector<FoundFile>> find(const std::string& path) = 0;
  /// Errors: no_such_file, cannot_read.
  virtual Result<std::string> read(const std::string& path) = 0;

  /// Keeps bytes under their content hash; answers whether they are new. Errors: disk_full, cannot_write.
  virtual Result<bool> keep_original(const std::string& content_hash, std::string_view bytes) = 0;
  /// Makes sure that what was kept so far outlasts a power cut: to be asked for before anything speaks of it, once for
  /// many, since a disk takes as long for one as for hundreds. Errors: disk_full, cannot_write.
  virtual Status flush_originals() = 0;
  /// Errors: original_missing, cannot_read.
  virtual Result<std::string> original(const std::string& content_hash) = 0;
  /// Removing what is not there is done already. Errors: cannot_write.
  virtual Status remove_original(const std::string& content_hash) = 0;
  /// Errors: cannot_write.
  virtual Status remove_all_originals() = 0;
};

/// The disk, with originals in a folder of their own (0700, files 0600).
class DiskFiles final : public Files {
 public:
  explicit DiskFiles(std::string originals_folder) : originals_(std::move(originals_folder)) {}

  Result<std::vector<FoundFile>> find(const std::string& path) override;
  Result<std::string> read(const std::string& path) override;
  Result<bool> keep_original(const std::string& content_hash, std::string_view bytes) override;
  Status flush_originals() override;
  Result<std::string> original(const std::string& content_hash) override;
  Status remove_original(const std::string& content_hash) override;
  Status remove_all_originals() override;

 private:
  [[nodiscard]] std::string place(const std::string& content_hash) const;

  std::string originals_;
};

/// Writes a file that only its owner may read (0600): whole or not at all, since the bytes lie on the disk before the
/// name does. Errors: disk_full, cannot_write.
Status write_private_file(const std::string& path, std::string_view bytes);

}  // namespace hipline::app
