#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

#include "hipline/importers/archive/unpack.hpp"
#include "hipline/importers/reading.hpp"
#include "hipline/importers/xml/xml_stream.hpp"

namespace hipline::importers {

/// Reads the `export.xml` of Apple Health as it streams by, many gigabytes of it: workouts, and the heart rate while
/// they went on. Everything else in it is passed over and never kept.
class AppleHealth final : public XmlListener {
 public:
  AppleHealth();
  ~AppleHealth() override;
  void begin(std::string_view parent, std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view parent, std::string_view name, std::string_view text) override;

  /// What came of it, and in `Reading::extract` what is to be kept of the file.
  Reading reading(std::string_view name, const XmlEnding& ending, std::size_t bytes);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The same for bytes that lie in memory.
Reading read_apple_health(std::string_view name, std::span<const std::byte> bytes);
/// The same for a member of an archive as it is unpacked.
Reading read_apple_health(std::string_view name, std::span<const std::byte> beginning, MemberRest& rest);

}  // namespace hipline::importers
