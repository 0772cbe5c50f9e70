#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hipline::formats::fit {

/// How one number is laid down in a FIT file. The value is the byte that the file uses for it; its top bit says that
/// the byte order matters.
enum class BaseType : std::uint8_t {
  enumeration = 0x00,
  sint8 = 0x01,
  uint8 = 0x02,
  text = 0x07,
  uint8z = 0x0A,
  bytes = 0x0D,
  sint16 = 0x83,
  uint16 = 0x84,
  sint32 = 0x85,
  uint32 = 0x86,
  float32 = 0x88,
  float64 = 0x89,
  uint16z = 0x8B,
  uint32z = 0x8C,
  sint64 = 0x8E,
  uint64 = 0x8F,
  uint64z = 0x90,
};

/// Bytes of one element; 0 for a type that FIT does not know.
constexpr std::size_t size_of(BaseType type) {
  switch (type) {
    case BaseType::enumeration:
    case BaseType::sint8:
    case BaseType::uint8:
    case BaseType::text:
    case BaseType::uint8z:
    case BaseType::bytes: return 1;
    case BaseType::sint16:
    case BaseType::uint16:
    case BaseType::uint16z: return 2;
    case BaseType::sint32:
    case BaseType::uint32:
    case BaseType::float32:
    case BaseType::uint32z: return 4;
    case BaseType::float64:
    case BaseType::sint64:
    case BaseType::uint64:
    case BaseType::uint64z: return 8;
  }
  return 0;
}

/// The bits that mean "no value" for an integer type; float types use all ones too.
constexpr std::uint64_t no_value(BaseType type) {
  switch (type) {
    case BaseType::enumeration:
    case BaseType::uint8:
    case BaseType::bytes: return 0xFF;
    case BaseType::sint8: return 0x7F;
    case BaseType::sint16: return 0x7FFF;
    case BaseType::uint16: return 0xFFFF;
    case BaseType::sint32: return 0x7FFFFFFF;
    case BaseType::uint32:
    case BaseType::float32: return 0xFFFFFFFF;
    case BaseType::sint64: return 0x7FFFFFFFFFFFFFFF;
    case BaseType::uint64:
    case BaseType::float64: return 0xFFFFFFFFFFFFFFFF;
    case BaseType::text:
    case BaseType::uint8z:
    case BaseType::uint16z:
    case BaseType::uint32z:
    case BaseType::uint64z: return 0;
  }
  return 0;
}

}  // namespace hipline::formats::fit
