#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "hipline/server/store_pool.hpp"

namespace hipline::server {

/// Answers that hold until anybody writes to the database, or the minute changes.
class KeptAnswers {
 public:
  /// What an answer is made of.
  struct Made {
    StorePool::Version version;
    std::int64_t minute = 0;
    friend auto operator<=>(const Made&, const Made&) = default;
  };
  struct Kept {
    std::shared_ptr<const std::string> body;
    std::shared_ptr<const std::string> gzip;  ///< where somebody asked for it so and it is smaller
    std::string tag;                          ///< with its quotation marks
    std::string content_type;
  };

  std::optional<Kept> find(const std::string& asked, const Made& made);
  /// `made` was true before the answer was worked out: what came in between is then in the answer, or not found again.
  void keep(const std::string& asked, const Made& made, Kept kept);

 private:
  std::mutex mutex_;
  std::map<std::string, std::pair<Made, Kept>> answers_;
};

}  // namespace hipline::server
