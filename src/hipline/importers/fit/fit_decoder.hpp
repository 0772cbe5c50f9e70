#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "hipline/formats/fit_base_type.hpp"
#include "hipline/importers/fit/developer_fields.hpp"
#include "hipline/importers/fit/record_plan.hpp"

namespace hipline::importers {

/// What one message looks like in the bytes, as the file defines it.
struct FitDefinition {
  struct Field {
    std::uint8_t number = 0;
    std::uint8_t size = 0;
    std::uint16_t offset = 0;
    formats::fit::BaseType type = formats::fit::BaseType::bytes;
  };
  /// A field of an app on the device; what it means stands in messages of its own (`DeveloperFields`).
  struct DeveloperField {
    std::uint8_t developer = 0;
    std::uint8_t number = 0;
    std::uint8_t size = 0;
    std::uint32_t offset = 0;  ///< behind 255 fields of 255 bytes it no longer fits 16 bits
  };
  bool defined = false;
  bool big_endian = false;
  std::uint16_t message = 0;
  std::uint32_t size = 0;         ///< bytes of one message, developer fields included
  std::int32_t time_offset = -1;  ///< of field 253 where it is a whole uint32, else -1
  std::vector<Field> fields;
  std::vector<DeveloperField> developer_fields;
  std::array<std::uint8_t, 256> slot{};  ///< field number -> index into `fields` plus 1; 0: not there
  RecordPlan records;                    ///< how its fields are taken out, where the message is a record
};

/// One message, still in the file's bytes. Valid until the decoder is asked for the next.
class FitMessage {
 public:
  /// `header_time`: from a compressed header; without it the message's own time field counts.
  FitMessage(const FitDefinition& definition, std::span<const std::byte> bytes,
             std::optional<std::uint32_t> header_time)
      : definition_(&definition), bytes_(bytes), time_(header_time ? header_time : own_time()) {}

  [[nodiscard]] std::uint16_t number() const { return definition_->message; }
  [[nodiscard]] const FitDefinition& definition() const { return *definition_; }
  [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
  /// The field as the file counts it, unscaled. Empty where the message has no such field or the field says "no value".
  /// Of an array the first element is taken.
  [[nodiscard]] std::optional<double> value(std::uint8_t field) const { return element(field, 0); }
  /// Like `value`, of the array's element `index`; empty behind its end too.
  [[nodiscard]] std::optional<double> element(std::uint8_t field, std::size_t index) const;
  /// How many elements the field has room for; 0 where there is none.
  [[nodiscard]] std::size_t elements(std::uint8_t field) const;
  /// Like `value`, for whole numbers that fit 32 bits without a sign.
  [[nodiscard]] std::optional<std::uint32_t> whole(std::uint8_t field) const;
  /// The field's characters up to its first zero; empty where there is none.
  [[nodiscard]] std::string_view text(std::uint8_t field) const;
  /// The field's bytes as they lie in the file; empty where there is none.
  [[nodiscard]] std::span<const std::byte> raw(std::uint8_t field) const;
  /// FIT seconds: from a compressed header, else from field 253.
  [[nodiscard]] std::optional<std::uint32_t> time() const { return time_; }

 private:
  [[nodiscard]] std::optional<std::uint32_t> own_time() const;

  const FitDefinition* definition_;
  std::span<const std::byte> bytes_;
  std::optional<std::uint32_t> time_;
};

/// The first number of a field's bytes; empty for "no value", for text and where the size does not fit the type.
std::optional<double> fit_number(formats::fit::BaseType type, std::span<const std::byte> bytes, bool big_endian);

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
  DeveloperFields developer_fields_;
  std::array<FitDefinition, 16> definitions_;
};

}  // namespace hipline::importers
