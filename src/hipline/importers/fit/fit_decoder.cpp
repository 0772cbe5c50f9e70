#include "hipline/importers/fit/fit_decoder.hpp"

#include <bit>
#include <cmath>
#include <cstring>

#include "hipline/formats/fit_messages.hpp"

namespace hipline::importers {
namespace {

namespace fit = formats::fit;
using fit::BaseType;

std::uint8_t byte_at(std::span<const std::byte> bytes, std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); }

template <typename Unsigned>
Unsigned load(std::span<const std::byte> bytes, bool big_endian) {
  Unsigned value = 0;
  std::memcpy(&value, bytes.data(), sizeof value);
  if (big_endian != (std::endian::native == std::endian::big)) {
    if constexpr (sizeof value == 2) value = __builtin_bswap16(value);
    if constexpr (sizeof value == 4) value = __builtin_bswap32(value);
    if constexpr (sizeof value == 8) value = __builtin_bswap64(value);
  }
  return value;
}

/// The bits of the first element. The caller has checked that the bytes hold one.
std::uint64_t bits(std::span<const std::byte> bytes, std::size_t size, bool big_endian) {
  switch (size) {
    case 1: return byte_at(bytes, 0);
    case 2: return load<std::uint16_t>(bytes, big_endian);
    case 4: return load<std::uint32_t>(bytes, big_endian);
    default: return load<std::uint64_t>(bytes, big_endian);
  }
}

double as_number(BaseType type, std::uint64_t raw) {
  switch (type) {
    case BaseType::sint8: return static_cast<std::int8_t>(raw);
    case BaseType::sint16: return static_cast<std::int16_t>(raw);
    case BaseType::sint32: return static_cast<std::int32_t>(raw);
    case BaseType::sint64: return static_cast<double>(static_cast<std::int64_t>(raw));
    case BaseType::float32: return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(raw)));
    case BaseType::float64: return std::bit_cast<double>(raw);
    default: return static_cast<double>(raw);
  }
}

}  // namespace

std::optional<double> fit_number(BaseType type, std::span<const std::byte> bytes, bool big_endian) {
  const std::size_t size = fit::size_of(type);
  if (size == 0 || type == BaseType::text || bytes.size() < size || bytes.size() % size != 0) return std::nullopt;
  const std::uint64_t raw = bits(bytes, size, big_endian);
  if (raw == fit::no_value(type)) return std::nullopt;
  const double number = as_number(type, raw);
  if (!std::isfinite(number)) return std::nullopt;
  return number;
}

std::span<const std::byte> FitMessage::raw(std::uint8_t field) const {
  const std::uint8_t slot = definition_->slot[field];
  if (slot == 0) return {};
  const FitDefinition::Field& found = definition_->fields[slot - 1U];
  return bytes_.subspan(found.offset, found.size);
}

std::optional<double> FitMessage::element(std::uint8_t field, std::size_t index) const {
  const std::uint8_t slot = definition_->slot[field];
  if (slot == 0) return std::nullopt;
  const FitDefinition::Field& found = definition_->fields[slot - 1U];
  // Some devices announce a type that does not fit the size: then the field cannot be trusted, and only its bytes are
  // skipped.
  const std::size_t size = fit::size_of(found.type);
  if (size == 0 || found.size % size != 0 || index >= found.size / size) return std::nullopt;
  return fit_number(found.type, bytes_.subspan(found.offset + index * size, size), definition_->big_endian);
}

std::size_t FitMessage::elements(std::uint8_t field) const {
  const std::uint8_t slot = definition_->slot[field];
  if (slot == 0) return 0;
  const FitDefinition::Field& found = definition_->fields[slot - 1U];
  const std::size_t size = fit::size_of(found.type);
  return size == 0 ? 0 : found.size / size;
}

std::string_view FitMessage::text(std::uint8_t field) const {
  const auto bytes = raw(field);
  const std::string_view all(reinterpret_cast<const char*>(bytes.data()), bytes.size());
  return all.substr(0, all.find('\0'));
}

std::optional<std::uint32_t> FitMessage::whole(std::uint8_t field) const {
  const auto number = value(field);
  if (!number || !(*number >= 0 && *number <= 4294967295.0)) return std::nullopt;
  return static_cast<std::uint32_t>(*number);
}

std::optional<std::uint32_t> FitMessage::own_time() const {
  if (definition_->time_offset < 0) return whole(fit::time_field);
  const auto at = static_cast<std::size_t>(definition_->time_offset);
  const auto time = load<std::uint32_t>(bytes_.subspan(at, sizeof(std::uint32_t)), definition_->big_endian);
  if (time == fit::no_value(BaseType::uint32)) return std::nullopt;
  return time;
}

std::optional<FitMessage> FitDecoder::end(FitEnding ending) {
  ending_ = ending;
  return std::nullopt;
}

bool FitDecoder::read_definition(std::uint8_t header) {
  constexpr std::size_t fixed = 5;  // reserved, byte order, message number (2), count of fields
  if (bytes_.size() - at_ < fixed) return false;
  // Written over in place: a file may define its messages anew all the time.
  FitDefinition& made = definitions_[header & 0x0FU];
  made.defined = false;
  made.big_endian = byte_at(bytes_, at_ + 1) == 1;
  made.message = load<std::uint16_t>(bytes_.subspan(at_ + 2, 2), made.big_endian);
  made.size = 0;
  made.time_offset = -1;
  made.fields.clear();
  made.developer_fields.clear();
  made.slot.fill(0);
  const std::size_t count = byte_at(bytes_, at_ + 4);
  at_ += fixed;
  if (bytes_.size() - at_ < count * 3) return false;
  for (std::size_t i = 0; i < count; ++i, at_ += 3) {
    const FitDefinition::Field field{.number = byte_at(bytes_, at_),
                                     .size = byte_at(bytes_, at_ + 1),
                                     .offset = static_cast<std::uint16_t>(made.size),
                                     .type = static_cast<BaseType>(byte_at(bytes_, at_ + 2))};
    made.size += field.size;
    made.fields.push_back(field);
    // Of a field named twice the first one counts. Slots are 1-255, and there are at most 255 fields.
    if (made.slot[field.number] != 0) continue;
    made.slot[field.number] = static_cast<std::uint8_t>(made.fields.size());
    if (field.number == fit::time_field && field.type == BaseType::uint32 && field.size == sizeof(std::uint32_t))
      made.time_offset = field.offset;
  }
  constexpr std::uint8_t has_developer_fields = 0x20;
  if ((header & has_developer_fields) != 0) {
    if (bytes_.size() - at_ < 1) return false;
    const std::size_t developer_count = byte_at(bytes_, at_++);
    if (bytes_.size() - at_ < developer_count * 3) return false;
    for (std::size_t i = 0; i < developer_count; ++i, at_ += 3) {
      const FitDefinition::DeveloperField field{.developer = byte_at(bytes_, at_ + 2),
                                                .number = byte_at(bytes_, at_),
                                                .size = byte_at(bytes_, at_ + 1),
                                                .offset = made.size};
      made.size += field.size;
      made.developer_fields.push_back(field);
    }
  }
  if (made.message == static_cast<std::uint16_t>(fit::MessageNumber::record))
    made.records.make(made, developer_fields_);
  made.defined = true;
  return true;
}

std::optional<FitMessage> FitDecoder::next() {
  if (ending_ != FitEnding::still_reading) return std::nullopt;
  for (;;) {
    sound_ = at_;
    if (at_ >= bytes_.size()) return end(bytes_.size() < promised_ ? FitEnding::breaks_off : FitEnding::complete);
    const std::uint8_t header = byte_at(bytes_, at_++);
    const bool compressed = (header & 0x80U) != 0;
    if (!compressed && (header & 0x40U) != 0) {
      if (!read_definition(header)) return end(FitEnding::breaks_off);
      continue;
    }
    const FitDefinition& definition = definitions_[compressed ? (header >> 5) & 0x03U : header & 0x0FU];
    if (!definition.defined) return end(FitEnding::broken_message);
    if (bytes_.size() - at_ < definition.size) return end(FitEnding::breaks_off);
    std::optional<std::uint32_t> header_time;
    if (compressed) {
      // Five bits of seconds: they count on from the last full time and roll over every 32.
      const std::uint32_t low = header & 0x1FU;
      last_time_ += (low - last_time_) & 0x1FU;
      header_time = last_time_;
    }
    const FitMessage message(definition, bytes_.subspan(at_, definition.size), header_time);
    at_ += definition.size;
    sound_ = at_;
    if (!compressed) {
      if (const auto time = message.time()) last_time_ = *time;
    }
    if (definition.message == static_cast<std::uint16_t>(fit::MessageNumber::field_description))
      developer_fields_.take(message);
    return message;
  }
}

}  // namespace hipline::importers
