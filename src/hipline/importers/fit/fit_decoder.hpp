#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "hipline/formats/fit_base_type.hpp"

namespace hipline::importers {

/// What one message looks like in the bytes, as the file defines it.
struct FitDefinition {
  struct Field {
    std::uint8_t number = 0;
    std::uint8_t size = 0;
    std::uint16_t offset = 0;
    formats::fit::BaseType type = formats::fit::BaseType::bytes;
  };
  bool defined = false;
  bool big_endian = false;
  std::uint16_t message = 0;
  std::uint32_t size = 0;  ///< bytes of one message, developer fields included
  std::vector<Field> fields;
  std::array<std::uint8_t, 256> slot{};  ///< field number -> index into `fields` plus 1; 0: not there
};

/// One message, still in the file's bytes. Valid until the decoder is asked for the next.
class FitMessage {
 public:
  FitMessage(const FitDefinition& definition, std::span<const std::byte> bytes,
             std::optional<std::uint32_t> header_time)
      : definition_(&definition), bytes_(bytes), header_time_(header_time) {}

  [[nodiscard]] std::uint16_t number() const { return definition_->message; }
  /// The field as the file counts it, unscaled. Empty where the message has no such field or the field says "no value".
  /// Of an array the first element is taken.
  [[nodiscard]] std::optional<double> value(std::uint8_t field) const;
  /// Like `value`, for whole numbers that fit 32 bits without a sign.
  [[nodiscard]] std::optional<std::uint32_t> whole(std::uint8_t field) const;
  /// The field's bytes as they lie in the file; empty where there is none.
  [[nodiscard]] std::span<const std::byte> raw(std::uint8_t field) const;
  /// FIT seconds: from a compressed header, else from field 253.
  [[nodiscard]] std::optional<std::uint32_t> time() const;

 private:
  const FitDefinition* definition_;
  std::span<const std::byte> bytes_;
  std::optional<std::uint32_t> header_time_;
};

/// How the reading of one part ended.
enum class FitEnding {
  still_reading,
  complete,        ///< every message was read
  breaks_off,      ///< the bytes end before the header said they would, or inside a message
  broken_message,  ///< a message refers to nothing, or says what cannot be
};

/// Walks the messages of one part of a FIT file (a chained file has several). Trusts no size in the file.
class FitDecoder {
 public:
  /// `messages`: the bytes between header and checksum. `promised`: how many the header announced.
  FitDecoder(std::span<const std::byte> messages, std::size_t promised) : bytes_(messages), promised_(promised) {}

  /// The next message; empty at the end, which `ending` explains.
  std::optional<FitMessage> next();
  [[nodiscard]] FitEnding ending() const { return ending_; }
  /// Bytes read in whole messages.
  [[nodiscard]] std::size_t sound_bytes() const { return sound_; }

 private:
  bool read_definition(std::uint8_t header);
  std::optional<FitMessage> end(FitEnding ending);

  std::span<const std::byte> bytes_;
  std::size_t promised_;
  std::size_t at_ = 0;
  std::size_t sound_ = 0;
  std::uint32_t last_time_ = 0;
  FitEnding ending_ = FitEnding::still_reading;
  std::array<FitDefinition, 16> definitions_;
};

}  // namespace hipline::importers
