#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "hipline/server/message/answer.hpp"

namespace hipline::server {

/// The files of the pages, read once at the start: what is not among them cannot be asked for, whatever the address
/// says.
class Assets {
 public:
  /// Every file below a folder; none where it is not there. `NAME.br` and `NAME.gz` are NAME compressed.
  static Assets of_folder(const std::string& folder);

  [[nodiscard]] bool empty() const { return files_.empty(); }
  /// The file at a decoded path, in the form that the browser takes; nothing where there is none.
  [[nodiscard]] std::optional<Answer> find(std::string_view path, const Head& head) const;

 private:
  struct Form {
    std::shared_ptr<const std::string> bytes;
    std::string tag;
  };
  struct File {
    Form plain, brotli, gzip;
    std::string content_type;
    bool never_changes = false;
  };
  std::map<std::string, File, std::less<>> files_;
};

}  // namespace hipline::server
