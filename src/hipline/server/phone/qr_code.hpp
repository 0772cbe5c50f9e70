#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "hipline/base/error.hpp"

namespace hipline::server {

/// A square of dark and light, for a camera.
class QrCode {
 public:
  /// Errors: too_long_for_a_code.
  static Result<QrCode> of(std::string_view text);

  [[nodiscard]] int size() const { return size_; }
  /// Outside of the square everything is light.
  [[nodiscard]] bool dark(int row, int column) const;

 private:
  int size_ = 0;
  std::vector<bool> dark_;
};

/// Whether a terminal is told the colours. One that shows none is taken to have light letters on a dark ground.
enum class Colours { no, yes };

/// Two rows of squares to one line of half blocks, with the light margin that cameras need.
std::string as_half_blocks(const QrCode& code, Colours colours);

/// A picture that grows and shrinks with its place, dark on light whatever the page's colours are.
std::string as_svg(const QrCode& code);

}  // namespace hipline::server
