#include "hipline/server/phone/qr_code.hpp"

#include <qrencode.h>

#include <fmt/format.h>
#include <memory>

#include "hipline/base/late_function.hpp"

namespace hipline::server {
namespace {

constexpr const char* libqrencode = HIPLINE_LIBQRENCODE;
HIPLINE_LATE(libqrencode, QRcode_encodeString8bit);
HIPLINE_LATE(libqrencode, QRcode_free);

struct CodeEnd {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

/// The margin that the standard asks for, in squares.
constexpr int margin = 4;

}  // namespace

Result<QrCode> QrCode::of(std::string_view text) {
  const std::string ended(text);
  const std::unique_ptr<QRcode, CodeEnd> made(QRcode_encodeString8bit(ended.c_str(), 0, QR_ECLEVEL_M));
  if (!made) return failure("too_long_for_a_code", "", "This does not fit into a QR code.");
  QrCode code;
  code.size_ = made->width;
  const int squares = made->width * made->width;
  code.dark_.reserve(static_cast<std::size_t>(squares));
  for (int i = 0; i < squares; ++i) code.dark_.push_back((made->data[i] & 1) != 0);
  return code;
}

bool QrCode::dark(int row, int column) const {
  if (row < 0 || column < 0 || row >= size_ || column >= size_) return false;
  return dark_[static_cast<std::size_t>(row * size_ + column)];
}

std::string as_half_blocks(const QrCode& code, Colours colours) {
  // Without colours light squares are the ones that are drawn.
  const bool drawn = colours == Colours::yes;
  std::string text;
  for (int row = -margin; row < code.size() + margin; row += 2) {
    if (colours == Colours::yes) text += "\x1b[30;107m";
    for (int column = -margin; column < code.size() + margin; ++column) {
      const bool upper = code.dark(row, column) == drawn;
      const bool lower = code.dark(row + 1, column) == drawn;
      text += upper && lower ? "█" : upper ? "▀" : lower ? "▄" : " ";
    }
    if (colours == Colours::yes) text += "\x1b[0m";
    text += '\n';
  }
  return text;
}

std::string as_svg(const QrCode& code) {
  const int side = code.size() + 2 * margin;
  std::string path;
  for (int row = 0; row < code.size(); ++row)
    for (int column = 0; column < code.size();) {
      int end = column;
      while (code.dark(row, end)) ++end;
      if (end > column)
        path += fmt::format("M{} {}h{}v1h-{}z", column + margin, row + margin, end - column, end - column);
      column = end + 1;
    }
  return fmt::format(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {0} {0}" shape-rendering="crispEdges">)"
                     R"(<path fill="#fff" d="M0 0h{0}v{0}H0z"/><path fill="#000" d="{1}"/></svg>)",
                     side, path);
}

}  // namespace hipline::server
