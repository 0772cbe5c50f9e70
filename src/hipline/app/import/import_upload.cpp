#include "hipline/app/import/import_upload.hpp"

namespace hipline::app {
namespace {

/// One file that came over the wire; originals are kept where they always are.
class UploadedFile final : public Files {
 public:
  UploadedFile(Files& disk, std::string_view bytes) : disk_(disk), bytes_(bytes) {}

  Result<std::vector<FoundFile>> find(const std::string& path) override {
    return std::vector{FoundFile{path, bytes_.size()}};
  }
  Result<std::string> read(const std::string&) override { return std::string(bytes_); }
  Result<bool> keep_original(const std::string& hash, std::string_view bytes) override {
    return disk_.keep_original(hash, bytes);
  }
  Status flush_originals() override { return disk_.flush_originals(); }
  Result<std::string> original(const std::string& hash) override { return disk_.original(hash); }
  Status remove_original(const std::string& hash) override { return disk_.remove_original(hash); }
  Status remove_all_originals() override { return disk_.remove_all_originals(); }

 private:
  Files& disk_;
  std::string_view bytes_;
};

}  // namespace

Result<ImportReport> import_upload(const std::string& name, std::string_view bytes, const std::string& runner_id,
                                   const std::string& program_version, const ImportWorld& world,
                                   const TellProgress& tell) {
  UploadedFile file(world.files, bytes);
  const ImportRequest request{runner_id, {name}, program_version, false};
  return import_paths(request, {world.store, file, world.clock, world.zones, world.read}, tell);
}

}  // namespace hipline::app
