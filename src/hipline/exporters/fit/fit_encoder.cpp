#include "hipline/exporters/fit/fit_encoder.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "hipline/base/assertion.hpp"
#include "hipline/formats/fit_checksum.hpp"

namespace hipline::exporters {
namespace {

namespace fit = formats::fit;
using fit::BaseType;

constexpr std::size_t header_size = 14;
constexpr std::uint8_t protocol_1_0 = 0x10;
constexpr std::uint16_t profile = 2132;
constexpr std::size_t most_local_numbers = 16;

struct Range {
  double lowest;
  double highest;
};

/// The numbers that a type can hold without meaning "no value".
Range range_of(BaseType type) {
  switch (type) {
    case BaseType::sint8: return {-128, 126};
    case BaseType::sint16: return {-32768, 32766};
    case BaseType::sint32: return {-2147483648.0, 2147483646.0};
    case BaseType::enumeration:
    case BaseType::uint8:
    case BaseType::bytes: return {0, 254};
    case BaseType::uint16: return {0, 65534};
    case BaseType::uint32: return {0, 4294967294.0};
    case BaseType::uint8z: return {1, 255};
    case BaseType::uint16z: return {1, 65535};
    case BaseType::uint32z: return {1, 4294967295.0};
    default: return {1, 0};
  }
}

}  // namespace

FitEncoder::FitEncoder() : bytes_(header_size), definitions_(most_local_numbers) {}

void FitEncoder::put(std::uint64_t value, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) bytes_.push_back(static_cast<std::byte>(value >> (8 * i)));
}

void FitEncoder::put_number(std::optional<double> value, BaseType type) {
  const Range range = range_of(type);
  const double rounded = std::round(value.value_or(std::nan("")));
  if (rounded >= range.lowest && rounded <= range.highest) {
    put(static_cast<std::uint64_t>(static_cast<std::int64_t>(rounded)), fit::size_of(type));
  } else {
    put(fit::no_value(type), fit::size_of(type));
  }
}

void FitEncoder::define(std::uint8_t local, fit::MessageNumber message, std::initializer_list<Field> fields) {
  HIPLINE_ASSERT(local < most_local_numbers);
  constexpr std::uint8_t is_definition = 0x40;
  put(is_definition | local, 1);
  put(0, 1);  // reserved
  put(0, 1);  // little-endian
  put(static_cast<std::uint16_t>(message), 2);
  put(fields.size(), 1);
  for (const Field& field : fields) {
    put(field.number, 1);
    put(fit::size_of(field.type), 1);
    put(static_cast<std::uint8_t>(field.type), 1);
  }
  definitions_[local] = fields;
}

void FitEncoder::write(std::uint8_t local, std::initializer_list<std::optional<double>> values) {
  HIPLINE_ASSERT(local < most_local_numbers && values.size() == definitions_[local].size());
  put(local, 1);
  std::size_t i = 0;
  for (const std::optional<double>& value : values) put_number(value, definitions_[local][i++].type);
}

std::vector<std::byte> FitEncoder::finish() {
  const std::uint64_t messages = bytes_.size() - header_size;
  std::vector<std::byte> body = std::exchange(bytes_, {});
  put(header_size, 1);
  put(protocol_1_0, 1);
  put(profile, 2);
  put(messages, 4);
  for (const char c : {'.', 'F', 'I', 'T'}) put(static_cast<std::uint8_t>(c), 1);
  put(fit::checksum(bytes_), 2);
  std::copy(bytes_.begin(), bytes_.end(), body.begin());
  bytes_ = std::move(body);
  put(fit::checksum(bytes_), 2);
  return std::exchange(bytes_, std::vector<std::byte>(header_size));
}

}  // namespace hipline::exporters
