#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <vector>

#include "hipline/formats/fit_base_type.hpp"
#include "hipline/formats/fit_messages.hpp"

namespace hipline::exporters {

/// Lays down FIT messages, little-endian: `define` a message once, then `write` it as often as needed.
class FitEncoder {
 public:
  struct Field {
    std::uint8_t number;
    formats::fit::BaseType type;
  };

  FitEncoder();

  /// Says what the messages under this local number (0-15) look like from here on.
  void define(std::uint8_t local, formats::fit::MessageNumber message, std::initializer_list<Field> fields);
  /// One message. `values` follow the order of the definition; an empty or unfitting one is written as "no value".
  void write(std::uint8_t local, std::initializer_list<std::optional<double>> values);
  /// The whole file with its header and checksums. The encoder is empty afterwards.
  std::vector<std::byte> finish();

 private:
  void put(std::uint64_t value, std::size_t size);
  void put_number(std::optional<double> value, formats::fit::BaseType type);

  std::vector<std::byte> bytes_;
  std::vector<std::vector<Field>> definitions_;
};

}  // namespace hipline::exporters
