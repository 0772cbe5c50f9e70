#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "hipline/formats/fit_base_type.hpp"

namespace hipline::importers {

class FitMessage;

/// What the fields of apps on the device mean, as the file describes them: a foot pod's power is such a field.
class DeveloperFields {
 public:
  struct Meaning {
    std::uint8_t developer = 0;
    std::uint8_t number = 0;
    formats::fit::BaseType type = formats::fit::BaseType::bytes;
    double scale = 1;
    double offset = 0;
    std::uint16_t message = 0;  ///< the message and field of FIT's own that it stands for
    std::uint8_t field = 0;
  };

  /// Notes a description; the latest one of a field counts. One that stands for no field of FIT's own is passed over.
  void take(const FitMessage& description);
  [[nodiscard]] std::optional<Meaning> find(std::uint8_t developer, std::uint8_t number) const;

 private:
  std::vector<Meaning> meanings_;
};

}  // namespace hipline::importers
